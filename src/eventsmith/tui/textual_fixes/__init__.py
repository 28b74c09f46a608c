"""What Textual does wrong or keeps to itself, a file each; the floor that all other modules of the terminal stand on.

- `app_exit`: Tell whether an app is on its way out.
- `app_failure`: Keep the exception that ends an app, and print no traceback of it.
- `control_characters`: Show control characters in an input instead of sending them to the terminal.
- `dismissed_screen`: Keep messages from a screen that has been dismissed.
- `driver_parts`: Give the terminal driver a writer and a parser of our own.
- `exit_signals`: End an app in order when a signal asks it to end.
- `hidden_lines`: Make only those lines of a screen that are drawn anew and seen.
- `key_order`: Deliver keys and clicks in the order they came, each to what the one before it left in focus.
- `letter_bursts`: Put letters into an input together when many wait.
- `lost_terminal`: Go on taking output when the terminal is gone.
- `palette_paging`: Ignore a page key in a command palette whose list is not laid out.
- `palette_search`: Let the command palette's search outlive the palette.
- `paste_escapes`: Strip what a terminal would obey from what is pasted.
- `paste_lines`: Keep every line of what is pasted into a field of one line.
- `paste_parser`: Take a paste as one text, whatever stands in it.
- `repeated_dismissal`: Dismiss a screen once.
- `repeated_layout`: Lay a screen out once for a change of size.
- `screen_classes`: Give the first screen the classes of its size from the start.
- `screen_lines`: Read what a screen shows as lines of text.
- `terminal_resume`: Resume only an app that was suspended.
- `terminal_size`: Believe no size that a terminal cannot have.
"""
