"""The front matter as a form: its rows, their boxes, what they show beside the text."""
