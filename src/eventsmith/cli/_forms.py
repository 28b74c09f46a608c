"""The forms of names as the command line takes them, each with its example. Quick to import: `name` starts often."""

from __future__ import annotations

import argparse

from eventsmith.cli._command import did_you_mean
from eventsmith.ground.labels import FORMS, Form

ALL = ", ".join(f"{form} (“{example}”)" for form, example in FORMS.items())
"""All forms with their examples, to be read in a message."""


def form(text: str) -> Form:
    """Return the form of that name; an argparse type, so it raises ArgumentTypeError."""
    for known in FORMS:
        if text == known:
            return known
    raise argparse.ArgumentTypeError(f"“{text}” is not a form{did_you_mean(text, FORMS)}; the forms are {ALL}")
