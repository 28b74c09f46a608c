"""The comments of a TOML text, by the place of what they belong to, and where canonical text puts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from eventsmith.model import Catalog, Place
from eventsmith.store import layout
from eventsmith.store.canonical_text import Comments, field_groups, has_header, is_table_list, is_written

Inside = dict[int, tuple[list[str], str]]
"""In a list, by index: the lines above an item and the comment beside it. One past the last index: those at the end."""


def comments_of(text: str, sections: Sequence[layout.Section]) -> Comments:
    """Collect all comments. Those directly above or beside something belong to it; others are blocks of their own."""
    comments = Comments()
    last = len(sections) - 1
    for index, section in enumerate(sections):
        if comment := _comment(text[section.bracket : section.end]) if index else "":
            comments.beside[section.place] = comment
            comments.order[section.place] = None
        here = section.end
        for pair in section.pairs:
            _before_pair(comments, section, pair, text[here : pair.start])
            place = (*section.place, *pair.keys)
            _of_pair(comments, place, text, pair)
            if place in comments.above or place in comments.beside or place in comments.inside:
                comments.order[place] = None
            here = pair.end
        following = sections[index + 1] if index < last else None
        _after_section(comments, section, following, text[here : following.start if following else len(text)])
    return comments


def _list_comments(text: str, start: int, end: int, *, within: bool) -> Inside:
    """Collect the comments in a list by index of the item: those above it (with `within`, also in it) and beside it."""
    comments: Inside = {}
    above: list[str] = []
    here, index = start + 1, 0
    for index, (item, item_end) in enumerate(layout.list_items(text, start), 1):
        beside, rest = _split_beside(text[here:item]) if index > 1 else ("", layout.comments_in(text[here:item]))
        if beside:
            comments[index - 2] = (comments.get(index - 2, ([], ""))[0], beside)
        above = [*rest, *(layout.comments_in(text[item:item_end]) if within else [])]
        if above:
            comments[index - 1] = (above, "")
        here = item_end
    beside, rest = _split_beside(text[here : end - 1]) if index else ("", layout.comments_in(text[here : end - 1]))
    if beside:
        comments[index - 1] = (comments.get(index - 1, ([], ""))[0], beside)
    if rest:
        comments[index] = (rest, "")
    return comments


def move_to_written_items(comments: Comments, catalog: Catalog) -> Comments:
    """Return the same comments, with those of items that canonical text omits moved to the next item that it writes."""
    result = Comments(end=[*comments.end])
    result.free[()] = comments.free.get((), [])
    tails: list[Place] = []
    for place in comments.order:
        home, kind = _home(catalog, place)
        if kind == "tail":
            result.tail.setdefault(home, []).extend(all_lines(comments, place))
        elif home != place or (kind == "pair" and (comments.free.get(place) or comments.tail.get(place))):
            result.above.setdefault(home, []).extend(all_lines(comments, place))
        else:
            _keep(result, comments, place)
            result.above.setdefault(place, []).extend(comments.above.get(place, []))
            tails.append(place)
    for place in tails:
        result.tail.setdefault(place, []).extend(comments.tail.get(place, []))
    return result


def _keep(result: Comments, comments: Comments, place: Place) -> None:
    if place in comments.free:
        result.free[place] = comments.free[place]
    if place in comments.beside:
        result.beside[place] = comments.beside[place]
    if place in comments.inside:
        result.inside[place] = comments.inside[place]


def all_lines(comments: Comments, place: Place) -> list[str]:
    """Return all comments of a place, in their order."""
    lines = [line for block in comments.free.get(place, []) for line in block] + comments.above.get(place, [])
    lines += inside_lines(comments.inside.get(place, {}))
    lines += [comments.beside[place]] if place in comments.beside else []
    return lines + comments.tail.get(place, [])


def inside_lines(inside: Inside) -> list[str]:
    """Return the comments in a list, in their order."""
    return [line for above, beside in inside.values() for line in [*above, *filter(None, [beside])]]


def _home(catalog: Catalog, place: Place) -> tuple[Place, str]:
    """Return where canonical text puts the comments of a place, and if that is a `pair`, a `header` or a `tail`."""
    node: Any = catalog
    for depth, step in enumerate(place):
        here = place[:depth]
        if isinstance(node, BaseModel):
            name = str(step)
            value = getattr(node, name)
            groups = field_groups(type(node))
            if name in groups.lists:
                if not value:
                    return here, "tail"
                if depth + 1 == len(place):
                    return (*here, name, 0), "header"
            elif not is_written(node, name):
                order = groups.values
                after = order[order.index(name) + 1 :] if name in order else ()
                following = next((other for other in after if is_written(node, other)), None)
                return ((*here, following), "pair") if following else (here, "tail")
            if name in groups.values:
                return (*here, name), "pair"
            node = value
        elif isinstance(node, Mapping):
            value = node[str(step)]
            if is_table_list(value) and depth + 1 == len(place):
                return (*place, 0), "header"
            if not isinstance(value, Mapping) and not is_table_list(value):
                return (*here, step), "pair"
            node = value
        else:
            node = node[int(step)]
    if isinstance(node, Mapping) and not (place and isinstance(place[-1], int)) and not has_header(node):
        return _home(catalog, (*place, next(iter(node))))
    return place, "header"


def _comment(line: str) -> str:
    found = layout.comments_in(line)
    return found[-1] if found else ""


def _groups(filler: str) -> list[list[str]]:
    """Return the comments between two items in blocks, separated by blank lines; the first and last may be empty."""
    groups: list[list[str]] = [[]]
    for line in filler.split("\n")[:-1] if filler.endswith("\n") else filler.split("\n"):
        if stripped := line.strip():
            groups[-1].append(stripped)
        else:
            groups.append([])
    return groups


def _before_pair(comments: Comments, section: layout.Section, pair: layout.Pair, filler: str) -> None:
    if "#" not in filler:
        return
    groups = _groups(filler)
    if not section.keys and pair is section.pairs[0]:
        *free, groups_last = groups
        comments.free[()] = [block for block in free if block]
        groups = [groups_last]
    if lines := [line for block in groups for line in block]:
        comments.above.setdefault((*section.place, *pair.keys), []).extend(lines)


def _of_pair(comments: Comments, place: Place, text: str, pair: layout.Pair) -> None:
    if comment := _comment(text[pair.value_end : pair.end]):
        comments.beside[place] = comment
    _of_value(comments, place, text, pair.value, pair.value_end)


def _of_value(comments: Comments, place: Place, text: str, start: int, end: int) -> None:
    """Collect the comments in a value; those in a list of tables belong to its items, except those at its brackets."""
    if "#" not in text[start:end]:
        return
    if text[start] == "{":
        for keys, _, value, value_end in layout.table_items(text, start):
            _of_value(comments, (*place, *keys), text, value, value_end)
    elif text[start] == "[":
        items = list(layout.list_items(text, start))
        is_of_tables = bool(items) and all(text[item] == "{" for item, _ in items)
        inside = _list_comments(text, start, end, within=not is_of_tables)
        if not is_of_tables:
            if inside:
                comments.inside[place] = inside
                comments.order[place] = None
            return
        opening, above_first = _split_beside(text[start + 1 : items[0][0]])
        if opening:
            comments.above.setdefault(place, []).append(opening)
            comments.order[place] = None
            inside[0] = (above_first, inside[0][1])
        for index in range(len(items) + 1):
            above, beside = inside.get(index, ([], ""))
            item_place = (*place, index) if index < len(items) else place
            if above or beside:
                comments.above.setdefault(item_place, []).extend([*above, *([beside] if beside else [])])
                comments.order[item_place] = None
            if index < len(items):
                _of_value(comments, item_place, text, *items[index])


def _after_section(comments: Comments, section: layout.Section, following: layout.Section | None, filler: str) -> None:
    if "#" not in filler:
        return
    groups = _groups(filler)
    above = groups.pop() if following else []
    if groups:
        first = groups.pop(0)
        if first:
            comments.tail.setdefault(section.place, []).extend(first)
            comments.order[section.place] = None
    blocks = [block for block in groups if block]
    if following is None:
        comments.end = blocks
        return
    if above or blocks:
        comments.order[following.place] = None
    if above:
        comments.above.setdefault(following.place, []).extend(above)
    if blocks:
        comments.free.setdefault(following.place, []).extend(blocks)


def _split_beside(filler: str) -> tuple[str, list[str]]:
    """Split the comment that ends an item's line from those below it."""
    first, _, rest = filler.partition("\n")
    beside = layout.comments_in(first)
    return (beside[0] if beside else ""), layout.comments_in(rest)
