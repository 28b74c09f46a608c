"""A file is of format 2 where it has a key or a word of that, and only there: in files, after edits, and back again."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from eventsmith.edits import Insert, Set, Together, set_form
from eventsmith.model import (
    FORMAT,
    NEWEST_FORMAT,
    Campaign,
    Catalog,
    Event,
    Naming,
    NoSuchPlaceError,
    Property,
    PropertyField,
    PropertyGroup,
    needed_format,
    new_parts,
    newcomers,
    with_needed_format,
)
from eventsmith.session.fixes import fix_all
from eventsmith.session.merging import merge
from eventsmith.store import canonical_toml, read_bytes, updated_bytes
from tests.store.random_catalogs import any_catalogs
from tests.store.random_catalogs import events as any_events

EVENT = '[[events]]\nid = "a"\nname = "A"\n'
GROUP = '[[property_groups]]\nname = "g"\n'
PROPERTY = f'{EVENT}[[events.properties]]\nname = "p"\n'
NEW = {
    'owner = "x"\n': "“owner” of the catalog",
    '[naming]\nverbs = ["add"]\n': "“verbs” of [naming]",
    '[naming.instead]\nbasket = "cart"\n': "“instead” of [naming]",
    '[severity]\nevent-unused = "off"\n': "“severity” of the catalog",
    f'{EVENT}owner = ""\n': "“owner” of an event",
    f'{EVENT}platforms = ["web"]\n': "“platforms” of an event",
    f'{EVENT}tags = ["key"]\n': "“tags” of an event",
    f'{EVENT}status = "idea"\n': "“idea”",
    f'{EVENT}source = "platform"\n': "“platform”",
    f'{EVENT}property_groups = ["order"]\n': "“property_groups” of an event",
    '[[property_groups]]\nname = "order"\n': "“property_groups” of the catalog",
    f'{PROPERTY}type = "object"\n': "“object”",
    f'{PROPERTY}type = "any"\n': "“any”",
    f"{PROPERTY}nullable = false\n": "“nullable” of a property",
    f"{PROPERTY}minimum = 1\n": "“minimum” of a property",
    f"{PROPERTY}maximum = 1\n": "“maximum” of a property",
    f'{PROPERTY}pattern = "a+"\n': "“pattern” of a property",
    f"{PROPERTY}min_length = 1\n": "“min_length” of a property",
    f"{PROPERTY}max_length = 1\n": "“max_length” of a property",
    f'{PROPERTY}format = "uri"\n': "“format” of a property",
    f'{PROPERTY}type = "list"\nfields = [{{name = "f", format = "uri"}}]\n': "“format” of a field",
    f'{PROPERTY}type = "list"\nfields = [{{name = "f", fields = []}}]\n': "“fields” of a field",
}


@pytest.mark.parametrize("new", NEW)
def test_what_is_new_needs_the_new_format(new: str) -> None:
    old = read_bytes(f"format = 1\n{new}".encode())
    assert [(problem.message, problem.line, problem.column) for problem in old.problems] == [
        (f"{NEW[new]} came with format 2; write format = 2 instead of 1", 1, 10)
    ]
    assert not read_bytes(f"format = 2\n{new}".encode()).problems
    missing = read_bytes(new.encode())
    assert [problem.message for problem in missing.problems] == [
        "“format” is missing; put format = 2 on the first line"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[severity]\nname = "bad"\n', "“name” of [severity] cannot be “bad”; it may be error, warning, hint, off"),
        ('[severity]\nevent-unused = "Hint"\n', "“event-unused” of [severity] cannot be “Hint”; did you mean “hint”?"),
        ("severity = 3\n", "“severity” of the catalog must be a table of keys, not the number 3"),
        ('[naming]\nverbs = "add"\n', '“verbs” of [naming] must be a list, not “add”; write ["add"]'),
        ('[naming]\ninstead = ["a"]\n', "“instead” of [naming] must be a table of keys, not a list"),
        ("[naming.instead]\nbasket = 1\n", "“basket” of [naming.instead] must be text in quotes, not the number 1"),
        ("owner = true\n", "“owner” of the catalog must be text in quotes, not true"),
        (f"{EVENT}tags = [1]\n", "“tags[0]” must be text in quotes, not the number 1"),
        (f'{EVENT}platforms = "web"\n', '“platforms” of an event must be a list, not “web”; write ["web"]'),
        (f'{EVENT}status = "ideas"\n', "“status” of an event cannot be “ideas”; did you mean “idea”?"),
        (f'{EVENT}property_groups = "a"\n', '“property_groups” of an event must be a list, not “a”; write ["a"]'),
        (f"{EVENT}property_groups = [1]\n", "“property_groups[0]” must be text in quotes, not the number 1"),
        (
            f'{EVENT}property_group = ["a"]\n',
            "“property_group” is not a key of an event; did you mean “property_groups”?",
        ),
        ('property_groups = ["a"]\n', "“property_groups[0]” must be a table of keys, not “a”"),
        ('[property_groups]\nname = "a"\n', "There can be many property_groups: write the header of each as [["),
        ("[[property_groups]]\n", "A property group needs “name”"),
        (f"{GROUP}every_event = 1\n", "“every_event” of a property group must be true or false"),
        (f'{GROUP}property_groups = ["b"]\n', "“property_groups” is not a key of a property group"),
        (f"{GROUP}[[property_groups.properties]]\n", "A property needs “name”"),
        (f'{PROPERTY}type = "objekt"\n', "“type” of a property cannot be “objekt”; did you mean “object”?"),
        (f'{PROPERTY}nullable = "yes"\n', "“nullable” of a property must be true or false"),
        (f"{PROPERTY}pattern = 3\n", "“pattern” of a property must be text in quotes"),
        (f"{PROPERTY}min_length = 1.5\n", "“min_length” of a property must be a whole number, not the number 1.5"),
        (f'{PROPERTY}max_length = "3"\n', "“max_length” of a property must be a whole number, not “3”"),
        (f'{PROPERTY}format = "url"\n', "“format” of a property cannot be “url”; did you mean “uri”?"),
        (f"{PROPERTY}fields = {{}}\n", "There can be many fields: write the header of each as [["),
        (f"{PROPERTY}fields = {'[{name = 1, fields = ' * 9}[]{'}]' * 9}\n", "“fields” of a property go too deep"),
    ],
)
def test_what_is_wrong_is_said_once(text: str, words: str) -> None:
    problems = read_bytes(f"format = 2\n{text}".encode()).problems
    assert [problem.message.startswith(words) for problem in problems] == [True], problems


def test_an_edit_raises_the_format_and_undo_is_the_old_one() -> None:
    document = read_bytes(f"# ours\nformat = 1\n\n{EVENT}".encode())
    owned = Set(("events", 0, "owner"), "Shop team").apply(document.catalog)
    assert updated_bytes(document, owned).decode() == f'# ours\nformat = 2\n\n{EVENT}owner = "Shop team"\n'
    assert updated_bytes(document, document.catalog) == document.data


@pytest.mark.parametrize(
    "edit",
    [
        Set(("owner",), "x"),
        Insert(("property_groups", 0), PropertyGroup(name="g")),
        Set(("events", 0, "property_groups"), ("g",)),
        Insert(("events", 0, "properties", 0), Property(name="p", type="object")),
        Insert(("events", 0, "properties", 0), Property(name="p", nullable=True)),
        Set(("severity",), {"event-unused": "off"}),
        Set(("naming", "verbs"), ("add",)),
        Set(("naming", "instead", "basket"), "cart"),
        Set(("events", 0, "status"), "idea"),
        Insert(("events", 1), Event(id="b", name="B", tags=("key",))),
        Together([Set(("name",), "N"), Set(("events", 0, "source"), "platform")], "both"),
        Together([Set(("events", 0, "platforms"), ("web",)), Set(("name",), "N")], "both"),
    ],
)
def test_every_edit_that_brings_something_new(edit: Set | Insert | Together) -> None:
    assert edit.apply(Catalog(events=(Event(id="a", name="A"),))).format == NEWEST_FORMAT


@pytest.mark.parametrize(
    "edit",
    [
        Set(("owner",), ""),
        Set(("events", 0, "tags"), ()),
        Set(("events", 0, "status"), "live"),
        Insert(("campaigns", 0), Campaign(name="C")),
        Insert(("events", 0, "properties", 0), Property(name="p")),
        Together([Set(("events", 0, "owner"), ""), Set(("name",), "N")], "both"),
    ],
)
def test_no_other_edit_does(edit: Set | Insert | Together) -> None:
    assert edit.apply(Catalog(events=(Event(id="a", name="A"),))).format == FORMAT


def test_fixes_made_together_raise_it_too() -> None:
    """They are made on a workbench, one after the other."""
    event = Event(id="session_start", name="Start Session", stage="engagement", when="x", used_for=("segment",))
    done = fix_all(Catalog(destinations=("ga4",), events=(event,))).catalog
    assert (done.events[0].source, done.format) == ("platform", NEWEST_FORMAT)


def test_a_merge_is_of_the_format_it_needs() -> None:
    """One side goes back to an old form, and to format 1; the other brings an owner."""
    base = Catalog(format=2, naming=Naming(form="noun-verb"), events=(Event(id="a", name="A"),))
    mine, theirs = set_form(base, "verb-noun").apply(base), Set(("events", 0, "owner"), "x").apply(base)
    assert (mine.format, theirs.format) == (1, 2)
    for merged in (merge(base, mine, theirs), merge(base, theirs, mine)):
        assert merged.conflicts == ()
        assert (merged.catalog.format, merged.catalog.events[0].owner) == (2, "x")


@given(any_catalogs, any_catalogs, st.data())
def test_whatever_edits_are_made_together_can_be_read(catalog: Catalog, other: Catalog, data: st.DataObject) -> None:
    start = with_needed_format(catalog, Catalog())
    edits: list[Set | Insert] = []
    for _ in range(data.draw(st.integers(1, 4))):
        key = data.draw(st.sampled_from(["owner", "severity", "naming", "events", "event", "inserted"]))
        if key == "inserted" and other.events:
            edits.append(Insert(("events", 0), other.events[0]))
        elif key == "event" and start.events and other.events:
            name = data.draw(st.sampled_from(sorted(Event.model_fields)))
            edits.append(Set(("events", 0, name), getattr(other.events[0], name)))
        elif key in Catalog.model_fields:
            edits.append(Set((key,), getattr(other, key)))
    try:
        after = Together(edits, "all").apply(start)
    except NoSuchPlaceError:
        return
    assert not read_bytes(canonical_toml(after).encode()).problems


def test_going_back_to_an_old_form_keeps_the_format_that_something_else_needs() -> None:
    plain = set_form(Catalog(), "noun-verb").apply(Catalog())
    assert set_form(plain, "verb-noun").apply(plain).format == FORMAT
    owned = Set(("owner",), "x").apply(plain)
    assert set_form(owned, "verb-noun").apply(owned).format == NEWEST_FORMAT


@given(any_catalogs)
def test_a_catalog_is_written_in_the_format_it_needs(catalog: Catalog) -> None:
    whole = with_needed_format(catalog, Catalog())
    assert whole.format == needed_format(catalog)
    read = read_bytes(canonical_toml(whole).encode())
    assert not read.problems
    assert bool(list(newcomers(read.catalog))) == (whole.format == NEWEST_FORMAT)
    old = read_bytes(canonical_toml(catalog.model_copy(update={"format": FORMAT})).encode())
    assert bool(old.problems) == (whole.format == NEWEST_FORMAT)


@given(any_catalogs, st.data())
def test_a_catalog_of_format_1_stays_one(catalog: Catalog, data: st.DataObject) -> None:
    """Without what is new, the text has none of its words, and whatever old key is edited it is still of format 1."""
    old = _without_news(catalog)
    assert needed_format(old) == FORMAT
    keys = "|".join(sorted({key for noun in _NOUNS for key in new_parts(noun).keys} - {"format", "fields"}))
    assert not re.search(rf"^({keys}) =", re.sub('"""(?s:.*?)"""', "", canonical_toml(old)), re.MULTILINE)
    for index in range(len(old.events)):
        other = _without_news(data.draw(any_events))
        for key in sorted(Event.model_fields.keys() - new_parts(Event).keys):
            old = Set(("events", index, key), getattr(other, key)).apply(old)
    assert old.format == FORMAT
    document = read_bytes(canonical_toml(old).encode())
    assert not document.problems
    assert updated_bytes(document, document.catalog.model_copy(update={"name": "x"})).startswith(b"format = 1\n")


_NOUNS = (Catalog, Naming, PropertyGroup, Event, Property, PropertyField)


def _without_news(noun: BaseModel) -> Any:
    """The noun with what came with format 2 at its defaults, in it and in all that is in it."""
    new = new_parts(type(noun))
    said: dict[str, Any] = {
        key: [_without_news(item) for item in getattr(noun, key)] for key, _ in new.lists if key not in new.keys
    }
    said |= {key: _without_news(getattr(noun, key)) for key, _ in new.nouns}
    kept = {key: said.get(key, value) for key, value in noun if key not in new.keys}
    for key, words in new.words:
        if kept[key] in words:
            del kept[key]
    return type(noun)(**kept)
