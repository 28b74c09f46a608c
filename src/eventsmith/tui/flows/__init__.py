"""Actions of the app that take several steps and may ask on the way, one subject per file."""
