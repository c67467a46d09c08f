"""What Git has of the posts: their states, their changes, commits."""
