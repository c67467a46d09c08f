"""What keys and commands do to Markdown: pure functions from a text and a selection to edits."""
