"""Export from the window: to a file, to paper, to the clipboard."""
