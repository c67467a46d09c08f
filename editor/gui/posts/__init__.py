"""Open posts: their texts, and all that keeps these from getting lost."""
