"""What stands over a page and is answered: one dialog a file."""
