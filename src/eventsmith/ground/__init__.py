"""What stands under all the rest: one thing a file, each knowing nothing of ours."""
