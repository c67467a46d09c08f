"""Tags and categories of a whole blog."""
