"""What helps the writer: a short guide, what the program is, a report that can be copied."""
