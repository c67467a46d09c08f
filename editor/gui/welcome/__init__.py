"""What a window shows where nothing is open yet."""
