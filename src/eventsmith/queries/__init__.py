"""Questions about a catalog: functions from a catalog, its presets and its issues to facts, rows and sentences."""
