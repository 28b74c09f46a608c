"""The forms of names as the command line takes them, each with the product's example. Loads nothing of the model."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from eventsmith.cli._command import did_you_mean

if TYPE_CHECKING:
    from eventsmith.naming import Form

EXAMPLES: dict[Form, str] = {
    "verb-noun": "Play Song",
    "noun-verb-past": "Song Played",
    "verb-past-noun": "Played Song",
}
ALL = ", ".join(f"{form} (“{example}”)" for form, example in EXAMPLES.items())
"""All of them, in words."""


def form(text: str) -> Form:
    """The form of that name; what argparse takes as a type."""
    for known in EXAMPLES:
        if text == known:
            return known
    raise argparse.ArgumentTypeError(f"“{text}” is no form{did_you_mean(text, EXAMPLES)}; there are {ALL}")
