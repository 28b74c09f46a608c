"""Eventsmith: design the key events of a customer journey, in the terminal."""

__version__ = "0.1.0"
