"""Hugo's shortcodes: found, run, and what the build stops at."""
