"""The questions: from a catalog, its presets and its issues to facts, rows and sentences. They change nothing."""
