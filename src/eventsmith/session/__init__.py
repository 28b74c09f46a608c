"""The work on one catalog: edits, undo, saving, the journal of unsaved work, and merges with changes of others."""
