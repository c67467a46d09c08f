"""Images and links of the post in front: put in, marked where they lead nowhere, looked over."""
