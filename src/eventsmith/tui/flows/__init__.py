"""What the app does in several steps, asking on the way: one subject a file."""
