"""Dialogs over a page, one per file."""
