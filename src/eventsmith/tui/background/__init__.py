"""Work in the background, while the screen keeps answering."""
