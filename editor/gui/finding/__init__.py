"""Find and replace, in the post in front and in all posts."""
