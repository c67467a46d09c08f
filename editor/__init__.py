"""An offline desktop editor for blogs kept as files."""
