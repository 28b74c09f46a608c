"""Workarounds for what Textual does wrong or keeps private, one per file, below all other modules of the terminal.

- `alt_digits`: Read Alt with a digit as that key.
- `alt_enter`: Tell Alt+Enter from Enter.
- `app_exit`: Recognise an app that is exiting.
- `app_failure`: Keep the exception that ends an app instead of printing its traceback.
- `control_characters`: Show control characters in an input instead of sending them to the terminal.
- `dismissed_screen`: Call no handlers of a screen that has been dismissed.
- `driver_parts`: Give the terminal driver a writer and a parser of our own.
- `exit_signals`: Exit cleanly on a signal.
- `hidden_lines`: Render only lines that are redrawn and visible.
- `key_order`: Deliver keys and clicks in order, each to the widget that the one before it left in focus.
- `letter_bursts`: Insert letters into an input together when many are queued.
- `lost_terminal`: Keep accepting output when the terminal is gone.
- `paste_escapes`: Strip escape sequences and control characters from a paste.
- `paste_lines`: Keep every line of a paste into a single-line input.
- `paste_parser`: Read a paste as one text, whatever it contains.
- `repeated_dismissal`: Dismiss a screen only once.
- `repeated_layout`: Lay a screen out only once when sizes change.
- `resumed_screen`: Draw everything anew when the app comes back from the shell.
- `screen_classes`: Give the default screen the classes of its size before the first layout.
- `screen_lines`: Read what a screen shows as lines of text.
- `terminal_resume`: Resume only an app that was suspended.
- `terminal_size`: Bound the size that a terminal reports.
- `wrapped_input`: Let an input have several lines, wrapped.
"""
