"""Explanations of the TOML parser's errors, in words a journey owner can act on."""

from __future__ import annotations

import re

import tomli

from eventsmith.model import Place
from eventsmith.store import layout
from eventsmith.store.errors import NOT_TOML, Problem

_WORDS = {
    "Expected ']' at the end of a table declaration": "The header on this line is not closed; end it with “]”",
    "Expected ']]' at the end of an array declaration": "The header on this line is not closed; end it with “]]”",
    "Invalid statement": "No key or header can begin like this; write “key = value” or “[header]”, "
    "and put a key with anything but plain letters, digits, “-” and “_” in quotes",
    "Invalid initial character for a key part": "A key is missing or malformed here; "
    "use plain letters, digits, “-” and “_”, or put the key in quotes",
    "Invalid hex value": "An escape like “\\u00E9” needs hexadecimal digits after it",
    "Escaped character is not a Unicode scalar value": "This escape is not of a character; write the character itself",
    "Unescaped '\\' in a string": "“\\” starts an escape that does not exist; write “\\\\” for a backslash, "
    "or put the text in 'single quotes'",
    "Invalid date or datetime": "There is no such date or time; write it like 2026-02-28 or 2026-02-28T09:30:00Z",
}
_OPEN_WORDS = "The text that starts here is not closed; end it with the same quotes"
_ESCAPE_1_1 = re.compile(r"\\[ex]")
_SHORT_TIME = re.compile(r"[0-9]:[0-9]{2}(?![0-9:])")
_SHORT_TIME_VALUE = re.compile(r"(?:[0-9-]{10}[Tt ])?[0-9]{2}:[0-9]{2}(?![:0-9])")
_BROKEN_TABLE = re.compile(r"(?m)[{,][ \t]*(?:#.*)?\r?$|\{[^}\n]*+\n|^[ \t]*[,}]|,\s*\}")
_PIECE = re.compile(
    rf"({layout.LONG_BASIC}|(?!\"\"\"){layout.BASIC})|{layout.LONG_LITERAL}|(?!'''){layout.LITERAL}|#[^\n]*+|[^\"'#]"
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def explain_error(error: tomli.TOMLDecodeError, text: str) -> Problem:
    """Return the problem of a text that tomli refused, at the position where a person has to look."""
    plain = text.replace("\r\n", "\n")
    message, position = error.msg, min(error.pos, len(plain))
    if message in ("Cannot overwrite a value",) or message.startswith(("Cannot declare", "Cannot redefine")):
        return _twice(plain, position, _sections_until(plain, position))
    if message.startswith("Cannot mutate"):
        words = "This adds to a list or table that is already complete in “[…]” or “{…}”; write it in there"
        return _at(plain, _line_key(plain, position), words)
    if message.startswith("Duplicate inline table key"):
        key = message.partition("'")[2].removesuffix("'")
        return _at(plain, position - 1, f"“{key}” is set twice in this “{{…}}”; keep one of them")
    if message in ("Unclosed array", "Unclosed inline table"):
        return _unclosed(plain, position, message)
    if message == "Unterminated string" or message.startswith("Expected \"'"):
        return _at(plain, _open_quote(plain, 0, position), _OPEN_WORDS)
    if message.startswith(("Illegal character", "Found invalid character")):
        return _character(plain, position)
    if message.startswith("Expected '='"):
        return _no_equals(plain, position)
    if message.startswith("Expected newline"):
        return _after_value(plain, position)
    if message == "Invalid value":
        return _no_value(plain, position)
    if message.startswith(("Invalid hex", "Escaped", "Unescaped")):
        position = max(0, plain.rfind("\\", 0, position))
    return _at(plain, position, _WORDS.get(message, f"This is not valid TOML: {message}"))


def strict_problem(text: str) -> Problem | None:
    """Return the problem of a text that is valid in TOML 1.1 only, which most programs refuse; None for other texts."""
    if _ESCAPE_1_1.search(text) and (found := _new_escape(text)) is not None:
        words = f"“{text[found : found + 2]}” is an escape that many programs refuse; write “\\u00…” instead"
        return _at(text, found, words)
    short, brace = _SHORT_TIME.search(text), "{" in text and _BROKEN_TABLE.search(text)
    if not short and not brace:
        return None
    for section in layout.scan(text):
        for pair in section.pairs:
            if problem := _newer_value(text, pair.value, pair.value_end):
                return problem
    return None


def _newer_value(text: str, start: int, end: int) -> Problem | None:
    if text[start] == "[":
        for item, item_end in layout.list_items(text, start):
            if problem := _newer_value(text, item, item_end):
                return problem
    elif text[start] == "{":
        here = start + 1
        for _, key, value, value_end in layout.table_items(text, start):
            if "\n" in text[here:key]:
                break
            if problem := _newer_value(text, value, value_end):
                return problem
            here = value_end
        if "\n" in text[here:end] or "," in text[here:end]:
            words = "A table in “{…}” must be on one line, with no comma at its end; or write it as a “[header]” block"
            return _at(text, start, words)
    elif _SHORT_TIME_VALUE.match(text, start, end):
        return _at(text, start, "A time needs seconds; write it like 09:30:00")
    return None


def _new_escape(text: str) -> int | None:
    for piece in _PIECE.finditer(text):
        if piece[1]:
            for escape in _ESCAPE.finditer(piece[1]):
                if escape[1] in "ex":
                    return piece.start() + escape.start()
    return None


def _sections_until(text: str, position: int) -> list[layout.Section]:
    """Return the sections before an error; the text after it may not be TOML at all."""
    for end in ((text.find("\n", position) + 1) or len(text), position, text.rfind("\n", 0, position) + 1):
        try:
            sections = layout.scan(text[:end])
            for section in sections:
                _ = section.pairs
        except (layout.UnclosedError, tomli.TOMLDecodeError):
            continue
        return sections
    return []


def _at(text: str, position: int, words: str) -> Problem:
    position = max(0, min(position, len(text)))
    if position == len(text) and text.endswith("\n"):
        position = max(0, len(text.rstrip()) - 1)
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    return Problem(NOT_TOML, words, line, column)


def _line_key(text: str, position: int) -> int:
    """Return where the line's own text begins, behind its indentation."""
    start = text.rfind("\n", 0, position) + 1
    return start + len(text[start:]) - len(text[start:].lstrip(" \t"))


def _twice(text: str, position: int, sections: list[layout.Section]) -> Problem:
    """Report a key or table that is defined twice, with its name and where it was defined first."""
    seen: dict[Place, int] = {}
    lists: set[Place] = set()
    for section in sections:
        here: list[tuple[Place, int, int]] = []
        if section.many:
            if section.place[:-1] not in lists:
                here.append((section.place[:-1], section.bracket, section.end))
            lists.add(section.place[:-1])
        elif section.keys:
            here.append((section.place, section.bracket, section.end))
        here.extend(((*section.place, *pair.keys), pair.key, pair.end) for pair in section.pairs)
        for place, start, end in here:
            if start <= position <= end and (first := _defined_at(place, seen)) is not None:
                line = text.count("\n", 0, first) + 1
                return _at(text, start, f"“{_name(place)}” is already defined on line {line}; keep one of the two")
            seen.setdefault(place, start)
        if section.keys:
            seen.setdefault(section.place, section.bracket)
    return _at(text, _line_key(text, max(0, position - 1)), "This is already defined above; keep one of the two")


def _defined_at(place: Place, seen: dict[Place, int]) -> int | None:
    for size in range(len(place), 0, -1):
        if place[:size] in seen:
            return seen[place[:size]]
    return next((at for said, at in seen.items() if said[: len(place)] == place), None)


def _name(place: Place) -> str:
    return ".".join(step for step in place if isinstance(step, str))


def _unclosed(text: str, position: int, message: str) -> Problem:
    opening, closing, what = ("[", "]", "list") if message == "Unclosed array" else ("{", "}", "table")
    start = _opening(text, position, opening)
    if "\n" in text[start:position] or position >= len(text):
        return _at(text, start, f"The {what} that starts here is not closed; a “{closing}” or a comma is missing")
    return _at(text, position, f"A comma or “{closing}” is missing here")


def _opening(text: str, position: int, bracket: str) -> int:
    """Return the innermost bracket that is still open at the position."""
    stack: list[int] = []
    line = 0
    for piece in _PIECE.finditer(text, 0, position):
        character = piece[0]
        if character == "\n" and not stack:
            line = piece.end()
        elif character in "[{":
            stack.append(piece.start())
        elif character in "]}" and stack:
            stack.pop()
    open_here = [at for at in stack if text[at] == bracket and at >= line]
    return open_here[-1] if open_here else position


def _character(text: str, position: int) -> Problem:
    character = text[position : position + 1]
    if character == "\n":
        return _at(text, _open_quote(text, text.rfind("\n", 0, position) + 1, position), _OPEN_WORDS)
    code = ord(character) if character else 0
    return _at(text, position, f"A control character (U+{code:04X}) is not allowed here; delete it, or write an escape")


def _open_quote(text: str, start: int, end: int) -> int:
    """Return the first quote in the range that is never closed."""
    for piece in _PIECE.finditer(text, start, end):
        if piece.start() != start:
            break
        start = piece.end()
    return start


def _no_equals(text: str, position: int) -> Problem:
    start = _line_key(text, position)
    found = re.compile(layout.KEY).match(text, start)
    key = found[0] if found else text[start:position].strip()
    words = f'After the key “{key}” an “=” and a value are missing; write it like {key} = "…", '
    return _at(text, position, words + "and a key with spaces in quotes")


def _after_value(text: str, position: int) -> Problem:
    line = text[text.rfind("\n", 0, position) + 1 : position]
    if re.search(r"(?:^|[=\[,{\s])[+-]?0[0-9]*$", line) and text[position : position + 1].isdigit():
        return _at(text, position, "A number cannot start with 0; leave out the 0, or put the number in quotes as text")
    rest = text[position:].partition("\n")[0].strip()
    if not rest[:1].isprintable() or not rest:
        return _character(text, position)
    if line[-1:] not in " \t\"']}":
        token = re.split(r"[\s=,\[{]", line)[-1] + re.split(r"[\s,\]}]", rest)[0]
        words = f"“{token[:40]}” is not a number, date or time"
        return _at(text, position, f"{words}; correct it, or put it in quotes as text")
    words = f"“{rest[:40]}” follows a complete value or header"
    return _at(text, position, f"{words}; put it on a line of its own, or put text in quotes")


def _no_value(text: str, position: int) -> Problem:
    rest = text[position:].partition("\n")[0].strip()
    if not rest or rest.startswith("#"):
        return _at(text, position, 'The value is missing; write text in "quotes", a number, true or false')
    if rest[0] == ",":
        return _at(text, position, "There is a comma too many here; delete it, or put a value before it")
    if rest.casefold().rstrip(",]} ") in ("true", "false", "yes", "no", "on", "off"):
        return _at(text, position, "Write true or false, in lower case and without quotes")
    words = f"“{rest[:40]}” is not a value"
    return _at(text, position, f'{words}; put text in "quotes", but not numbers, true and false')
