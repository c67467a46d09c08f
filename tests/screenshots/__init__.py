"""Pictures of the program's main states, taken by `python -m tests.screenshots`."""
