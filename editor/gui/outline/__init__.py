"""The headings of the post: seen as a tree, folded in the source, moved with their sections."""
