"""The page of preferences: every setting in one place, searched by a few letters."""
