"""Validation of plain values as a catalog: every wrong key, type and value is reported, and the rest is salvaged."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from eventsmith.model import (
    FORMAT,
    NEWEST_FORMAT,
    Catalog,
    Place,
    newcomers,
    show_place,
)
from eventsmith.store.errors import MISSING_KEY, NEWER_FORMAT, UNKNOWN_KEY, WRONG_TYPE, WRONG_VALUE, Problem

Where = Callable[[Place, bool], tuple[int, int]]
"""A function that returns line and column of the value at a place or, if the flag is set, of its key."""

_WORDS = {
    "property_groups": "a property group",
    "events": "an event",
    "properties": "a property",
    "fields": "a field",
    "campaigns": "a campaign",
    "conditions": "a condition",
    "naming": "[naming]",
    "budget": "[budget]",
    "instead": "[naming.instead]",
}
_BLANK = {"operator": "="}
"""Stand-ins for missing keys for which empty text will not do."""
_WANTED = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "bool_type": "true or false, without quotes",
    "tuple_type": "a list",
    "dict_type": "a table of keys",
    "model_type": "a table of keys",
}
_MAX_ROUNDS = 8


def validate(raw: dict[str, Any], where: Where) -> tuple[Catalog, tuple[Problem, ...]]:
    """Return the catalog, or as much of it as is valid, and all problems, in the order of the file."""
    version = raw.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > NEWEST_FORMAT:
        words = f"The file has format {version}, this Eventsmith reads only up to {NEWEST_FORMAT}; update Eventsmith"
        return _salvage(raw), (Problem(NEWER_FORMAT, words, *where(("format",), False), ("format",)),)
    problems: list[Problem] = []
    try:
        catalog = Catalog.model_validate(raw)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            problems.append(_problem(detail, raw, where))
        catalog = _salvage(raw)
    problems.extend(_format_problem(version, catalog, where))
    return catalog, tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _format_problem(version: Any, catalog: Catalog, where: Where) -> Iterator[Problem]:
    """Yield a problem for an unsupported format number; one that is not a number is reported with other wrong types."""
    new = next(newcomers(catalog), None)
    needed = FORMAT if new is None else NEWEST_FORMAT
    if version is None:
        words = f"“format” is missing; put format = {needed} on the first line"
        yield Problem(MISSING_KEY, words, *where((), False))
    elif isinstance(version, int) and not isinstance(version, bool) and version < needed:
        words = f"“format” {version} does not exist; write format = {needed}"
        if new is not None and version >= FORMAT:
            owner = f" of {_owner(new.place[:-1])}" if new.word == new.place[-1] else ""
            words = f"“{new.word}”{owner} came with format {needed}; write format = {needed} instead of {version}"
        yield Problem(WRONG_VALUE, words, *where(("format",), False), ("format",))


def _problem(detail: Any, raw: dict[str, Any], where: Where) -> Problem:
    place: Place = tuple(detail["loc"])
    kind, name, owner = detail["type"], str(place[-1]), _owner(place[:-1])
    if kind == "extra_forbidden":
        return Problem(UNKNOWN_KEY, _unknown(place, owner), *where(place, True), place)
    if kind == "missing":
        words = f'{owner[0].upper()}{owner[1:]} needs “{name}”; add {name} = "…"'
        return Problem(MISSING_KEY, words, *where(place[:-1], False), place)
    label = f"“{show_place(place[-2:])}”" if isinstance(place[-1], int) else f"“{name}” of {owner}"
    value = _at(raw, place)
    if kind == "literal_error":
        return Problem(WRONG_VALUE, _not_allowed(label, value, place), *where(place, False), place)
    if kind == "too_deep":
        words = f"{label} go too deep: {detail['msg']}; take some of them out"
        return Problem(WRONG_VALUE, words, *where(place, False), place)
    is_of_tables = isinstance(place[-1], str) and _noun_in(_annotation(place)) is not None
    if kind == "tuple_type" and isinstance(value, dict) and is_of_tables:
        words = f"There can be many {name}: write the header of each as [[…{name}]], with two brackets"
        return Problem(WRONG_TYPE, words.replace("…", "" if len(place) == 1 else "…."), *where(place, False), place)
    wanted = _WANTED.get(kind)
    words = f"{label} must be {wanted}, not {_said(value)}" if wanted else f"{label} is wrong: {detail['msg']}"
    if kind == "string_type" and isinstance(value, (int, Decimal, date, time)):
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        words += f'; write "{shown}"'
    elif kind == "tuple_type" and isinstance(value, str) and not is_of_tables:
        words += f'; write ["{value}"]'
    return Problem(WRONG_TYPE, words, *where(place, False), place)


def _owner(place: Place) -> str:
    for step in reversed(place):
        if isinstance(step, str):
            return _WORDS.get(step, f"[{step}]")
    return "the catalog"


def _unknown(place: Place, owner: str) -> str:
    known = list(_model_at(place[:-1]).model_fields)
    words = f"“{place[-1]}” is not a key of {owner}"
    near = difflib.get_close_matches(str(place[-1]).lower().replace("-", "_"), known, n=1)
    if near:
        return f"{words}; did you mean “{near[0]}”?"
    if "extra" in known:
        return f"{words}; put keys of your own under “extra”"
    return f"{words}; its keys are {', '.join(known)}"


def _model_at(place: Place) -> type[BaseModel]:
    model: type[BaseModel] = Catalog
    for step in place:
        if isinstance(step, str):
            model = _noun_in(model.model_fields[step].annotation) or model
    return model


def _annotation(place: Place) -> Any:
    """Return the annotation of the key that a place ends with, or that the value there is in."""
    keys = [step for step in place if isinstance(step, str)]
    model: type[BaseModel] = Catalog
    annotation: Any = None
    for key in keys:
        annotation = model.model_fields[key].annotation
        if (inner := _noun_in(annotation)) is None:
            break
        model = inner
    return annotation


def _noun_in(annotation: Any) -> type[BaseModel] | None:
    """Return the noun that a key holds, or holds a list of; None for plain values."""
    for found in (annotation, *get_args(annotation)[:1]):
        if isinstance(found, type) and issubclass(found, BaseModel):
            return found
    return None


def _allowed(place: Place) -> list[str]:
    """List the values allowed at a place, without the empty choice that means “not said”."""
    return [choice for choice in _choices(_annotation(place)) if choice]


def _choices(annotation: Any) -> list[str]:
    found: list[str] = []
    for argument in get_args(annotation):
        found.extend([argument] if isinstance(argument, str) else _choices(argument))
    return found


def _not_allowed(label: str, value: Any, place: Place) -> str:
    allowed = _allowed(place)
    words = f"{label} cannot be {_said(value)}"
    near = difflib.get_close_matches(value.lower(), allowed, n=1) if isinstance(value, str) else []
    if near:
        words += f"; did you mean “{near[0]}”?"
    return f"{words}{'' if near else ';'} {'It' if near else 'it'} may be {', '.join(allowed)}"


def _said(value: Any) -> str:
    """Return a value in words, to be read after “not”."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, Decimal)):
        return f"the number {value}"
    if isinstance(value, str):
        return f"“{value}”" if len(value) <= 60 else f"“{value[:59]}…”"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, (datetime, date, time)):
        return f"the {'time' if isinstance(value, time) else 'date'} {value}"
    return "a table of keys"


def _at(node: Any, place: Place) -> Any:
    for step in place:
        node = node[step]
    return node


def _salvage(raw: dict[str, Any]) -> Catalog:
    """Return the catalog without anything invalid; an item that is not a table leaves a blank one in its place."""
    rest = _copy(raw)
    rest.pop("format", None)
    for _ in range(_MAX_ROUNDS):
        try:
            return Catalog.model_validate(rest)
        except ValidationError as error:
            # From the end, so that the places of items that come before stay true.
            for detail in sorted(error.errors(include_url=False), key=lambda d: _order(d["loc"]), reverse=True):
                _repair(rest, tuple(detail["loc"]), missing=detail["type"] == "missing")
    return Catalog()


def _order(place: Place) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in place]


def _repair(rest: dict[str, Any], place: Place, *, missing: bool) -> None:
    try:
        parent, last = _at(rest, place[:-1]), place[-1]
        if missing:
            parent[last] = _BLANK.get(str(last), "")
        elif isinstance(last, int) and _noun_in(_annotation(place)):
            parent[last] = {}
        else:
            del parent[last]
    except (KeyError, IndexError, TypeError):
        return


def _copy(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _copy(value) for key, value in node.items()}
    return [_copy(item) for item in node] if isinstance(node, list) else node
