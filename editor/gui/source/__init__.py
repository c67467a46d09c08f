"""The parts of the source pane, each with one behaviour of its own."""
