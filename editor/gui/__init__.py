"""The window: all of the program that is Qt."""
