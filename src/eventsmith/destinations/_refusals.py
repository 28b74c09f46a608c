"""Messages about what several platforms refuse: platforms with the same reason are named together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eventsmith.destinations._wording import Refusal, Wording


def refusal(asked: Iterable[tuple[str, Wording]], text: str) -> str | None:
    """Say which of the platforms, given by title, refuse the text, and why. None where all accept or collect it."""
    refused: dict[Refusal, list[str]] = {}
    for title, wording in asked:
        if why := wording.refusal(text):
            refused.setdefault(why, []).append(title)
    said = [_too_long(unit, refused) for unit in ("characters", "bytes")] if refused else []
    patterns = {why.words: titles for why, titles in refused.items() if why.kind == "pattern"}
    said += [_malformed(patterns, text)] if patterns else []
    said += [_taken(why, titles) for why, titles in refused.items() if why.kind in ("word", "start")]
    return "; ".join(filter(None, said)) or None


def _too_long(unit: str, refused: Mapping[Refusal, Sequence[str]]) -> str:
    limits = {why.limit: titles for why, titles in refused.items() if why.kind == unit}
    length = max((why.length for why in refused if why.kind == unit), default=0)
    return excess(limits, length, "take", unit) if limits else ""


def excess(limits: Mapping[int, Sequence[str]], number: int, verb: str, unit: str, whose: str = "this") -> str:
    """Say which platforms take or hold how many at most, the strictest first, and how far that is exceeded.

    As in “Infobip takes at most 36 characters, GA4 and Firebase 40; this has 41: 5 too many”.
    """
    strictest = min(limits)
    parts = [f"{all_of(limits[strictest])} {_does(verb, limits[strictest])} at most {strictest} {unit}"]
    parts += [f"{all_of(limits[limit])} {limit}" for limit in sorted(limits) if limit != strictest]
    return f"{', '.join(parts)}; {whose} has {number}: {number - strictest} too many"


def _malformed(forms: Mapping[str, Sequence[str]], text: str) -> str:
    (form, titles), *others = forms.items()
    they = "they" if len(titles) > 1 else "it"
    first = f"{all_of(titles)} {_does('do', titles)} not take “{text}”: {they} {_does('take', titles)} {form}"
    return "; ".join([first, *(f"{all_of(titles)} {_does('take', titles)} {form}" for form, titles in others)])


def _taken(why: Refusal, titles: Sequence[str]) -> str:
    keep = f"{all_of(titles)} {_does('keep', titles)}"
    themselves = "themselves" if len(titles) > 1 else "itself"
    if why.kind == "word":
        return f"{keep} “{why.words}” for {themselves}: take another word"
    return f"{keep} what starts with “{why.words}” for {themselves}: start it otherwise"


def _does(verb: str, titles: Sequence[str]) -> str:
    return verb if len(titles) > 1 else {"do": "does"}.get(verb, f"{verb}s")


def all_of(names: Sequence[str]) -> str:
    """Join names for a sentence: “A”, “A and B”, “A, B and C”."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
