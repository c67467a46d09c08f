"""Spelling in the window: marks under wrong words, and what may be done about them."""
