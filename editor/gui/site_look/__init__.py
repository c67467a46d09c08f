"""The look "In your site": the preview within the page that the site's generator has built."""
