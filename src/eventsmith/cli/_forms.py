"""The forms of names as the command line takes them, each with the product's example. Loads nothing of the model."""

from __future__ import annotations

import argparse

from eventsmith.cli._command import did_you_mean
from eventsmith.ground.labels import FORMS, Form

ALL = ", ".join(f"{form} (“{example}”)" for form, example in FORMS.items())
"""All of them, in words."""


def form(text: str) -> Form:
    """The form of that name; what argparse takes as a type."""
    for known in FORMS:
        if text == known:
            return known
    raise argparse.ArgumentTypeError(f"“{text}” is no form{did_you_mean(text, FORMS)}; there are {ALL}")
