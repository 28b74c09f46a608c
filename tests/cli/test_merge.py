"""Merging of files: what both wrote is in one, with its comments, and where both changed the same, both stand there."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.cli import _merged_file
from eventsmith.cli._merged_file import merged_file
from eventsmith.model import Catalog, same, with_needed_format
from eventsmith.session.merging import merge
from eventsmith.store import CannotReadError, Document, MiswrittenError, new_document, read_bytes, updated_bytes
from eventsmith.store.layout import comments_in
from tests.store.random_catalogs import Hand, campaigns, changed, events, property_groups, reasons, texts

from .conftest import Ran, Run
from .samples import CLEAN

BASE = f"""{CLEAN}
# --- money ---

[[events]]
id = "buy"
name = "Buy Song"
when = "It is paid"

[[events.properties]]
name = "amount"
type = "decimal"

[[campaigns]]
name = "Win back"
trigger = "playSong"
"""
RATE = """# asked for by Kim
[[events]]
id = 'rate'
name = "Rate Song"  # or Like?

  [[events.properties]]
  name = "stars"

"""
SHARE = """[[events]]
id = "share"
# not before May
name = "Share Song"

"""
MONEY = BASE[BASE.index("# --- money") : BASE.index("[[campaigns]]")]
_MARKED = re.compile(
    rb"^<<<<<<< ours\r?\n((?:(?!=======).*\n)*)=======\r?\n((?:(?!>>>>>>>).*\n)*)>>>>>>> theirs\r?\n", re.MULTILINE
)
small_catalogs = st.builds(
    Catalog,
    name=texts,
    ignore=reasons,
    property_groups=st.lists(property_groups, max_size=1).map(tuple),
    events=st.lists(events, max_size=2).map(tuple),
    campaigns=st.lists(campaigns, max_size=1).map(tuple),
).map(lambda catalog: with_needed_format(catalog, Catalog()))
Merge = Callable[..., Ran]


@pytest.fixture
def merged(run: Run) -> Merge:
    """Merges three files, into that of the second."""

    def merged(base: str | bytes, ours: str | bytes, theirs: str | bytes, *options: str) -> Ran:
        for name, data in (("base", base), ("ours", ours), ("theirs", theirs)):
            Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
        return run("merge", *options, "base", "ours", "theirs")

    return merged


def result() -> str:
    return Path("ours").read_bytes().decode()


def chosen(data: bytes, number: int) -> bytes:
    """What is left of a file with marks for somebody who takes ours (1) or theirs (2) of each."""
    return _MARKED.sub(lambda found: found[number], data)


def before_campaigns(text: str) -> str:
    return BASE.replace("[[campaigns]]", f"{text}[[campaigns]]")


def test_two_that_add_an_event_at_the_same_place_are_merged_as_they_wrote_it(merged: Merge) -> None:
    assert merged(BASE, before_campaigns(RATE), before_campaigns(SHARE)) == Ran(0, "", "")
    assert result() == before_campaigns(RATE + SHARE)


@pytest.mark.parametrize("changes", [False, True])
def test_two_that_write_an_event_at_the_end_of_the_file_are_merged_as_they_wrote_it(
    merged: Merge, changes: bool
) -> None:
    """The app puts events before campaigns, people where the cursor is."""
    name = 'name = "Win back" # soon' if changes else 'name = "Win back"'
    ours = f"{BASE}\n{RATE}".removesuffix("\n").replace('name = "Win back"', name)
    assert merged(BASE, ours, f"{BASE}\n{SHARE}".removesuffix("\n")) == Ran(0, "", "")
    assert result() == f"{BASE}\n{RATE}{SHARE}".removesuffix("\n").replace('name = "Win back"', name)


GROUPS = BASE.replace("format = 1", "format = 2").replace(
    'name = "Buy Song"', 'name = "Buy Song"\nproperty_groups = ["order"]'
)
GROUPS = GROUPS.replace(
    "[[events]]",
    """# what every sale has
[[property_groups]]
name = "order"

[[property_groups.properties]]
name = "total"
type = "decimal"
minimum = 0

[[property_groups.properties]]
name = "address"
type = "object"

[[property_groups.properties.fields]]
name = "city"

[[events]]""",
    1,
)
"""A group, taken by one of two events."""
PAGE = """[[property_groups]]
name = "page"  # of the web shop

[[property_groups.properties]]
name = "url"
format = "uri"

"""
DEVICE = PAGE.replace("page", "device").replace("  # of the web shop", "").replace("url", "model")


def before_events(text: str) -> str:
    return GROUPS.replace("[[events]]", f"{text}[[events]]", 1)


def test_two_that_add_a_group_and_have_the_same_event_take_it_are_merged_as_they_wrote_it(merged: Merge) -> None:
    ours = before_events(PAGE).replace('["order"]', '["order", "page"] # the page it was bought on')
    theirs = before_events(DEVICE).replace('["order"]', '["order", "device"]')
    assert merged(GROUPS, ours, theirs) == Ran(0, "", "")
    both = before_events(PAGE + DEVICE)
    assert result() == both.replace('["order"]', '["order", "page", "device"] # the page it was bought on')


def test_two_that_bring_the_first_groups_raise_the_format(merged: Merge) -> None:
    plain = BASE.replace("format = 1", "format = 2")
    ours, theirs = (plain.replace("[[events]]", f"{group}[[events]]", 1) for group in (PAGE, DEVICE))
    assert merged(BASE, ours, theirs) == Ran(0, "", "")
    assert result() == plain.replace("[[events]]", f"{PAGE}{DEVICE}[[events]]", 1)


def test_two_that_add_to_one_group_are_merged_as_they_wrote_it(merged: Merge) -> None:
    """A property, a limit and a field each, while one gives the group a name that the other does not know."""
    ours = GROUPS.replace(
        "[[events]]", '[[property_groups.properties]]\nname = "tax" # in the currency\n\n[[events]]', 1
    )
    ours = ours.replace('name = "city"', 'name = "city"\n\n[[property_groups.properties.fields]]\nname = "zip"')
    ours = ours.replace('"order"', '"purchase"')
    theirs = GROUPS.replace("[[events]]", '[[property_groups.properties]]\nname = "coupon"\n\n[[events]]', 1)
    theirs = theirs.replace("minimum = 0", "nullable = true # while it is an offer\nmaximum = 9000")
    theirs = theirs.replace('used_for = ["analytics"]', 'used_for = ["analytics"]\nproperty_groups = ["order"]')
    assert merged(GROUPS, ours, theirs) == Ran(0, "", "")
    new = '[[property_groups.properties]]\nname = "coupon"\n\n[[events]]'
    both = ours.replace("[[events]]", new, 1)
    both = both.replace("minimum = 0", "nullable = true # while it is an offer\nmaximum = 9000")
    both = both.replace('used_for = ["analytics"]', 'used_for = ["analytics"]\nproperty_groups = ["purchase"]')
    assert result() == both


def test_what_both_have_changed_in_a_group_is_told_with_its_name(merged: Merge) -> None:
    ours, theirs = (GROUPS.replace("minimum = 0", f"minimum = {number}") for number in (1, 2))
    ran = merged(GROUPS, ours, theirs)
    assert ran.status == 1
    assert "ours: conflict: Property group order: total: minimum: ours “1”, theirs “2”\n" in ran.err
    marks = "<<<<<<< ours\nminimum = 1\n=======\nminimum = 2\n>>>>>>> theirs\n"
    assert result() == GROUPS.replace("minimum = 0\n", marks)


def test_what_both_have_changed_stands_there_twice(merged: Merge) -> None:
    ours = before_campaigns(RATE).replace("It is paid", "The bank says so")
    theirs = BASE.replace("It is paid", "Money arrives").replace('"amount"', '"amount"\nrequired = true # by law')
    ran = merged(BASE, ours, theirs, "--path", "shop.events.toml")
    assert (ran.status, ran.out) == (1, "")
    conflict = "Buy Song: when: ours “The bank says so”, theirs “Money arrives”"
    assert ran.err.splitlines() == [
        f"shop.events.toml: conflict: {conflict}",
        "shop.events.toml: 1 conflict; keep what is right between “<<<<<<<” and “>>>>>>>”, remove the markers, then "
        "“git add” it",
    ]
    marks = '<<<<<<< ours\nwhen = "The bank says so"\n=======\nwhen = "Money arrives"\n>>>>>>> theirs\n'
    both = before_campaigns(RATE).replace('"amount"', '"amount"\nrequired = true # by law')
    assert result() == both.replace('when = "It is paid"\n', marks)


def test_a_new_name_and_a_new_property_of_one_event_are_no_conflict(merged: Merge) -> None:
    ours = BASE.replace('"Buy Song"', '"Buy Record"  # we sell no songs').replace('"buy"', '"buyRecord"')
    theirs = BASE.replace("[[campaigns]]", '[[events.properties]]\nname = "currency" # ISO 4217\n\n[[campaigns]]')
    assert merged(BASE, ours, theirs).status == 0
    assert result() == theirs.replace('"Buy Song"', '"Buy Record"  # we sell no songs').replace('"buy"', '"buyRecord"')


@pytest.mark.parametrize("is_ours", [True, False])
def test_what_one_removed_and_the_other_changed_is_a_conflict(merged: Merge, is_ours: bool) -> None:
    sides = [BASE.replace(MONEY, ""), BASE.replace("It is paid", "Money arrives")]
    ran = merged(BASE, *(sides if is_ours else reversed(sides)))
    words = ["(removed)", "“when: Money arrives”"]
    mine, theirs = words if is_ours else reversed(words)
    assert ran.status == 1
    assert f"ours: conflict: Buy Song: ours {mine}, theirs {theirs}\n" in ran.err
    data = Path("ours").read_bytes()
    events = [[event.id for event in read_bytes(chosen(data, number)).catalog.events] for number in (1, 2)]
    assert events == ([["playSong"], ["playSong", "buy"]] if is_ours else [["playSong", "buy"], ["playSong"]])


def test_comments_of_both_at_one_place_stay(merged: Merge) -> None:
    header = '[[events]]\nid = "buy"'
    assert merged(BASE, BASE.replace(header, f"# Ann\n{header}"), BASE.replace(header, f"# Bob\n{header}")).status == 0
    assert result() == BASE.replace(header, f"# Ann\n# Bob\n{header}")


def test_a_comment_that_both_have_changed_is_a_conflict(merged: Merge) -> None:
    old = 'id = "playSong" # agreed with the app team\n'
    new = [old.replace("the app team", team) for team in ("Ann", "Bob")]
    ran = merged(BASE, BASE.replace(old, new[0]), BASE.replace(old, new[1]))
    assert ran.status == 1
    assert "ours: conflict: comment: ours “# agreed with Ann”, theirs “# agreed with Bob”\n" in ran.err
    assert result() == BASE.replace(old, f"<<<<<<< ours\n{new[0]}=======\n{new[1]}>>>>>>> theirs\n")


def test_a_comment_on_what_the_other_side_removed_is_not_lost(merged: Merge) -> None:
    theirs = BASE.replace('id = "buy"', 'id = "buy" # legal wants to keep this')
    ran = merged(BASE, BASE.replace(MONEY, ""), theirs)
    assert ran.status == 1
    assert "ours: conflict: comment: theirs “# legal wants to keep this” has lost its place, and stands at" in ran.err
    end = "<<<<<<< ours\n=======\n# legal wants to keep this\n>>>>>>> theirs\n"
    assert result() == BASE.replace(MONEY, "") + end


def test_spelling_that_both_have_changed_is_no_conflict(merged: Merge) -> None:
    ours, theirs = (BASE.replace('name = "Buy Song"', name) for name in ("name='Buy Song'", 'name  =  "Buy Song"'))
    assert merged(BASE, ours, theirs.replace("It is paid", "Money arrives")).status == 0
    assert result() == ours.replace("It is paid", "Money arrives")


@pytest.mark.parametrize("by", ["both", "ours", "theirs", "the base"])
def test_line_ends_byte_order_mark_and_a_missing_last_line_end_are_as_who_changed_them_wanted(
    merged: Merge, by: str
) -> None:
    texts = [BASE, before_campaigns(RATE), before_campaigns(SHARE)]
    written = {"both": (1, 1, 1), "ours": (0, 1, 0), "theirs": (0, 0, 1), "the base": (1, 0, 0)}[by]

    def odd(text: str) -> bytes:
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").removesuffix("\r\n").encode()

    assert merged(*(odd(text) if is_odd else text for text, is_odd in zip(texts, written, strict=True))).status == 0
    both = before_campaigns(RATE + SHARE)
    assert Path("ours").read_bytes() == (both.encode() if by == "the base" else odd(both))


def test_a_file_that_both_have_made(merged: Merge) -> None:
    assert merged("", before_campaigns(RATE).replace("\n", "\r\n"), before_campaigns(SHARE)).status == 0
    assert result() == before_campaigns(RATE + SHARE).replace("\n", "\r\n")
    assert merged("", BASE, BASE.replace('"Shop"', '"Store"')).status == 1
    assert chosen(Path("ours").read_bytes(), 2).decode() == BASE.replace('"Shop"', '"Store"')


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize(
    ("bad", "place"),
    [
        (BASE.replace('"Buy Song"', '"Buy Song'), "20:8: error: "),
        (BASE.replace("format = 1", "format = 99"), "2:10: error: "),
        (BASE.replace("when =", "wen =", 1), "13:1: error: “wen” is not a key"),
        (b"\xe9 = 1\n" + BASE.encode(), "1:1: error: "),
        (f"<<<<<<< ours\n{BASE}", "1:1: error: A line of a merge conflict was left here"),
        ("a = 1\n", "1:1: error: This TOML file is not an Eventsmith catalog"),
    ],
)
def test_what_is_no_proper_catalog_is_merged_line_by_line(
    merged: Merge, number: int, bad: str | bytes, place: str
) -> None:
    texts: list[str | bytes] = [BASE, before_campaigns(RATE), before_campaigns(SHARE)]
    texts[number] = bad
    ran = merged(*texts, "--path", "a.toml")
    assert ran.status == 1
    assert f"a.toml ({('base', 'ours', 'theirs')[number]}):{place}" in ran.err
    assert ran.err.endswith("a.toml: merged line by line, like any text; check it, then “git add” it\n")
    data = Path("ours").read_bytes()
    for text in texts[1:]:
        for line in (text if isinstance(text, bytes) else text.encode()).splitlines():
            assert line in data or line in BASE.encode()


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("bad", [BASE.encode("utf-16"), None, b"#" * (32 * 2**20 + 1)], ids=["UTF-16", "none", "large"])
def test_what_cannot_be_merged_at_all_leaves_ours_alone(
    merged: Merge, run: Run, number: int, bad: bytes | None
) -> None:
    texts = [BASE.encode(), before_campaigns(RATE).encode(), before_campaigns(SHARE).encode()]
    texts[number] = b"" if bad is None else bad
    name = ("base", "ours", "theirs")[number]
    merged(b"", b"", b"")
    for each, data in zip(("base", "ours", "theirs"), texts, strict=True):
        Path(each).write_bytes(data)
    if bad is None:
        Path(name).unlink()
    ran = run("merge", "base", "ours", "theirs")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"{name}:")
    assert (Path("ours").read_bytes() == texts[1]) if bad is not None or number != 1 else not Path("ours").exists()


def test_a_file_that_cannot_be_replaced_stays(merged: Merge) -> None:
    merged(BASE, BASE, BASE)
    os.link("ours", "other")
    ran = merged(BASE, before_campaigns(RATE), before_campaigns(SHARE))
    assert (ran.status, result()) == (2, before_campaigns(RATE))
    assert "Nothing was changed on disk" in ran.err


def test_a_fault_of_ours_is_told_and_nothing_is_lost(merged: Merge, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: Document, catalog: Catalog) -> bytes:
        raise MiswrittenError(document.data, b"", b"")

    monkeypatch.setattr(_merged_file, "updated_bytes", fail)
    ran = merged(BASE, before_campaigns(RATE), before_campaigns(SHARE))
    assert ran.status == 70
    assert "This is a bug in Eventsmith" in ran.err
    assert {*RATE.splitlines(), *SHARE.splitlines(), "<<<<<<< ours"} <= {*result().splitlines()}


@pytest.mark.parametrize("way", ["_catalog_first", "_lines_first"])
def test_what_one_way_cannot_do_another_does(merged: Merge, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr(_merged_file, way, lambda *_: None)
    assert merged(BASE, before_campaigns(RATE), before_campaigns(SHARE)).status == 0
    assert result() == before_campaigns(RATE + SHARE)


def test_where_no_way_keeps_all_comments_they_are_a_conflict(merged: Merge, monkeypatch: pytest.MonkeyPatch) -> None:
    for way in ("_catalog_first", "_lines_first"):
        monkeypatch.setattr(_merged_file, way, lambda *_: None)
    assert merged(BASE, before_campaigns(RATE), before_campaigns(SHARE)).status == 1
    data = Path("ours").read_bytes()
    first = chosen(data, 1).decode()
    assert [event.id for event in read_bytes(first.encode()).catalog.events][-2:] == ["rate", "share"]
    assert chosen(data, 2).decode() == f"{first}# not before May\n"


@pytest.mark.deep
@given(st.data(), small_catalogs, st.integers(0, 10**6))
def test_any_two_files_can_be_merged(data: st.DataObject, catalog: Catalog, seed: int) -> None:
    base = read_bytes(Hand(catalog, seed).data)
    after = _edited(data, base)
    assert merged_file(base, base, after) == merged_file(base, after, base) == merged_file(base, after, after)
    assert merged_file(base, base, after).data == after.data
    other = _edited(data, base)
    both = merged_file(base, after, other)
    wanted = merge(base.catalog, after.catalog, other.catalog)
    keys = [conflict.key for conflict in wanted.conflicts]
    ours, theirs = (chosen(both.data, number) for number in (1, 2))
    assert bool(both.conflicts) == (ours != both.data)
    assert len(both.conflicts) >= len(keys)
    assert same(read_bytes(ours).catalog, wanted.catalog)
    assert same(read_bytes(theirs).catalog, merge(base.catalog, after.catalog, other.catalog, keys).catalog)
    kept = Counter(comments_in(read_bytes(ours).text)) | Counter(comments_in(read_bytes(theirs).text))
    for side in (after, other):
        assert not Counter(comments_in(side.text)) - Counter(comments_in(base.text)) - kept


def _edited(data: st.DataObject, document: Document) -> Document:
    """The file after some edits, with some comments where they do not change what it says."""
    catalog = document.catalog
    for _ in range(data.draw(st.integers(0, 2))):
        catalog = changed(data, catalog)
    after = read_bytes(updated_bytes(document, catalog))
    lines = after.data.split(b"\n")
    for number in range(data.draw(st.integers(0, 2))):
        lines.insert(data.draw(st.integers(1, len(lines))), b"# new %d" % (number + data.draw(st.integers(0, 99))))
    try:
        commented = read_bytes(b"\n".join(lines))
    except CannotReadError:
        return after
    return commented if same(commented.catalog, after.catalog) else after


def test_a_new_document_is_a_base_that_says_nothing() -> None:
    document = read_bytes(BASE.encode())
    assert merged_file(new_document(None), document, document).data == document.data
