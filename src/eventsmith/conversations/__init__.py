"""Everything the app and the questions and answers both ask about, written once: see dialogue for how."""
