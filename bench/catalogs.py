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


def big_catalog(events: int, properties: int = PROPERTIES, *, wrong: bool = False, grouped: bool = False) -> str:
    """The text of a catalog file. One event in ten has a campaign, every property an example.

    Nothing is wrong with it, or three things with each event: its amounts have no currency, its times no unit. Events
    of one object have the same properties; `grouped`, the first half of these stands in a group for each object.
    """
    lines = [f"format = {2 if grouped else 1}", 'name = "Big"', 'goals = ["activate"]']
    lines.append(f"\n[budget]\nevents = {max(events, 1)}\n")
    shared = properties // 2 if grouped else 0
    for thing in OBJECTS if grouped else ():
        lines.append(f'[[property_groups]]\nname = "{thing.lower()}"')
        lines += [_property("property_groups", thing, index, wrong=wrong) for index in range(shared)]
        lines.append("")
    names = product(range(1 + events // (len(VERBS) * len(OBJECTS))), VERBS, OBJECTS)
    ids = []
    for number, (round_, verb, thing) in zip(range(events), names, strict=False):
        kind = f"{word(round_)} " if round_ else ""
        name = f"{verb} {kind}{thing}"
        ids.append(name[0].lower() + name[1:].replace(" ", ""))
        lines.append(f'[[events]]\nid = "{ids[-1]}"\nname = "{name}"\nstage = "engagement"')
        lines.append(f'when = "The customer has done it for the {number + 1}. time"\nused_for = ["campaign"]')
        if grouped:
            lines.append(f'property_groups = ["{thing.lower()}"]')
        lines += [_property("events", thing, index, wrong=wrong) for index in range(shared, properties)]
        lines.append("")
    for trigger in ids[::10]:
        lines.append(f'[[campaigns]]\nname = "After {trigger}"\ntrigger = "{trigger}"')
        lines.append('goal = "activate"\n')
    return "\n".join(lines)


def _property(owner: str, thing: str, index: int, *, wrong: bool) -> str:
    type_, (example, _) = list(TYPES.items())[index % len(TYPES)]
    part = PARTS[index % len(PARTS)]
    own = f"{thing.lower()}{part.title()}{index // len(PARTS) or ''}"
    lines = [f'\n[[{owner}.properties]]\nname = "{own}"\ntype = "{type_}"']
    lines.append(f'description = "What the {thing.lower()} had at that moment"\nexample = {example}')
    lines.append('used_for = ["segment"]')
    if part in UNITS and not wrong:
        lines.append(f'unit = "{UNITS[part]}"')
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
