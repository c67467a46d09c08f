"""Posts as pages that stand alone: one file of HTML, paper, an e-mail. Without Qt."""
