"""An offline desktop editor for blogs kept as files."""

__version__ = "0.1.0"
