"""CommonMark and GFM: what markdown-it-py does, and what is added to it."""
