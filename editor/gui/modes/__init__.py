"""Ways to write: with one paragraph in the light, as on a typewriter, without panes."""
