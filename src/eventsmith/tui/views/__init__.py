"""A session as rows, cells and lines of plain data."""
