"""The posts of a folder beside the post in front: listed, searched, kept true."""
