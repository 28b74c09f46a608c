"""Makes catalogs of any size as TOML: the same for the same size, with names, types and examples as teams have them."""

from __future__ import annotations

import sys
from itertools import product

VERBS = ("View", "Open", "Add", "Remove", "Share", "Save", "Rate", "Follow", "Renew", "Cancel", "Start", "Play")
OBJECTS = ("Song", "Album", "Invoice", "Plan", "Card", "Order", "Basket", "Review", "Ticket", "Loan", "Video", "Offer")
PARTS = ("title", "category", "price", "position", "reason", "campaign", "duration", "discount", "city", "brand")
TYPES = {
    "string": ('"Hey Jude"', '"rock music"'),
    "integer": ("3", "12"),
    "decimal": ("9.5", "120.25"),
    "boolean": ("true", "false"),
    "date": ("2026-01-31", "2025-12-24"),
}
UNITS = {"price": "EUR", "discount": "EUR", "duration": "s"}
PROPERTIES = 8


def big_catalog(events: int, properties: int = PROPERTIES, *, wrong: bool = False) -> str:
    """The text of a catalog file. One event in ten has a campaign, every property an example.

    Nothing is wrong with it, or three things with each event: its amounts have no currency, its times no unit.
    """
    lines = ["format = 1", 'name = "Big"', 'goals = ["activate"]', f"\n[budget]\nevents = {max(events, 1)}\n"]
    names = product(range(1 + events // (len(VERBS) * len(OBJECTS))), VERBS, OBJECTS)
    ids = []
    for number, (round_, verb, thing) in zip(range(events), names, strict=False):
        kind = f"{word(round_)} " if round_ else ""
        name = f"{verb} {kind}{thing}"
        ids.append(name[0].lower() + name[1:].replace(" ", ""))
        lines.append(f'[[events]]\nid = "{ids[-1]}"\nname = "{name}"\nstage = "engagement"')
        lines.append(f'when = "The customer has done it for the {number + 1}. time"\nused_for = ["campaign"]')
        for index in range(properties):
            kind_of, (example, _) = list(TYPES.items())[index % len(TYPES)]
            own = f"{thing.lower()}{PARTS[index % len(PARTS)].title()}{index // len(PARTS) or ''}"
            lines.append(f'\n[[events.properties]]\nname = "{own}"\ntype = "{kind_of}"')
            lines.append(f'description = "What the {thing.lower()} had at that moment"\nexample = {example}')
            lines.append('used_for = ["segment"]')
            unit = UNITS.get(PARTS[index % len(PARTS)])
            if unit and not wrong:
                lines.append(f'unit = "{unit}"')
        lines.append("")
    for trigger in ids[::10]:
        lines.append(f'[[campaigns]]\nname = "After {trigger}"\ntrigger = "{trigger}"')
        lines.append('goal = "activate"\n')
    return "\n".join(lines)


def word(number: int) -> str:
    """A word of its own for each number, so that no two names are alike: Bab, Bac, …"""
    letters = "bcdfghjklmnprstv"
    word = ""
    while True:
        number, last = divmod(number, len(letters))
        word = letters[last] + "aeiou"[last % 5] + word
        if not number:
            return word.capitalize()


if __name__ == "__main__":
    sys.stdout.write(big_catalog(int(sys.argv[1])))
