"""What Textual does wrong or keeps to itself, a file each."""
