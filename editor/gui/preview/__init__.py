"""The live preview: what asks for renderings, and the sealed page that shows them."""
