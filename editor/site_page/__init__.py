"""The page of the site in which a post is shown, as the site's generator built it earlier.

Nothing of a site is executed here, and nothing outside of it is read. The page is only found; what
is harmful in it is taken out by the preview that shows it.
"""
