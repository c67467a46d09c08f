"""Python-Markdown as Pelican runs it, block by block."""
