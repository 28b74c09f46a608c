"""What the app and the questions and answers talk about with a person, once for both: see dialogue for how."""
