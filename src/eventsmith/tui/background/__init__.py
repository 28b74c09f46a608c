"""Work that goes on beside the screen, which stays answering meanwhile."""
