"""The writer's keys in the source pane: what they do in Markdown, and at several carets."""
