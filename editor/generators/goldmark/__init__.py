"""goldmark, the Markdown of Hugo: its rules on the engine of markdown-it-py.

Source of all rules: goldmark 1.5.4 and Hugo 0.111.3, by their documentation and by trying them.
"""
