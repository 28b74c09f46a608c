"""A file for each fault of Textual: it shows the fault in bare Textual, and that ours puts it right."""
