"""Small files before and after an edit: what was not touched stays as it was written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from eventsmith.model import Budget, Campaign, Catalog, Condition, Event, Place, Property, PropertyField, changed_at
from eventsmith.store import CannotSaveError, new_document, read_bytes, updated_bytes

Edit = Callable[[Catalog], Catalog]


def put(*place: Any, to: Any) -> Edit:
    return lambda catalog: changed_at(catalog, place, lambda _: to)


def drop(*place: Any) -> Edit:
    *where, index = place
    return at(tuple(where), lambda items: (*items[:index], *items[index + 1 :]))


def insert(*place: Any, item: Any) -> Edit:
    *where, index = place
    return at(tuple(where), lambda items: (*items[:index], item, *items[index:]))


def order(*place: Any, by: list[int]) -> Edit:
    return at(place, lambda items: tuple(items[index] for index in by))


def at(place: Place, change: Callable[[Any], Any]) -> Edit:
    return lambda catalog: changed_at(catalog, place, change)


BASE = """\
# The head of the file

format=1
name = 'Tunewave'   # said on stage
goals = [
  "activate",  # first of all
  # and then
  'retain',
]

# ---- settings ----

[naming]
form = "verb-noun"

# ---- events ----

# Starts it all
[[events]]  # the first
  id = "playSong"
  # People read this
  name   =   "Play Song"  # the name
  status = "planned"
  # nothing more to say

  [[events.properties]]
  name = "songName"
  type = "string"
  example = 1.50

# One of a kind
[[events]]
name = "Log In"
id = "logIn"

# ---- the end ----

[[events]]
id = "buy"
name = "Buy"

[[campaigns]]
name = "Thanks"
trigger = "buy"
"""

TABLE: dict[str, tuple[Edit, str, str]] = {
    "a text, where it stands": (
        put("events", 0, "name", to="Sing"),
        'name   =   "Play Song"  #',
        'name   =   "Sing"  #',
    ),
    "a text in other quotes": (put("name", to="It's"), "name = 'Tunewave'   #", 'name = "It\'s"   #'),
    "a new key at its place, indented like its neighbours": (
        put("events", 0, "stage", to="x"),
        '"Play Song"  # the name\n',
        '"Play Song"  # the name\n  stage = "x"\n',
    ),
    "a new key after the one it follows in canonical order": (
        put("events", 1, "when", to="x"),
        'name = "Log In"\n',
        'name = "Log In"\nwhen = "x"\n',
    ),
    "a key at its default goes": (put("campaigns", 0, "trigger", to=""), 'trigger = "buy"\n', ""),
    "a decimal is written as it is typed": (
        put("events", 0, "properties", 0, "example", to=Decimal("1.5")),
        "example = 1.50",
        "example = 1.5",
    ),
    "one of a list": (put("goals", 1, to="grow"), "'retain',", "'grow',"),
    "a longer list keeps its comments and spelling": (
        put("goals", to=("grow", "retain", "activate")),
        """\
  "activate",  # first of all
  # and then
  'retain',
""",
        """\
  "grow",
  # and then
  'retain',
  "activate",  # first of all
""",
    ),
    "a shorter list keeps its comments": (
        put("goals", to=("retain",)),
        """\
  "activate",  # first of all
  # and then
  'retain',
""",
        """\
  # first of all
  # and then
  'retain',
""",
    ),
    "a new setting gets its block": (
        put("budget", to=Budget(events=7)),
        'form = "verb-noun"\n\n',
        'form = "verb-noun"\n\n[budget]\nevents = 7\n\n',
    ),
    "a reason to ignore": (
        put("events", 0, "ignore", to={"event-unused": "why"}),
        "  # nothing more to say\n\n",
        '  # nothing more to say\n\n[events.ignore]\nevent-unused = "why"\n\n',
    ),
    "a new property": (
        insert("events", 0, "properties", 1, item=Property(name="genre", required=True)),
        "example = 1.50\n\n",
        'example = 1.50\n\n[[events.properties]]\nname = "genre"\ntype = "string"\nrequired = true\n\n',
    ),
    "the first property": (
        insert("events", 1, "properties", 0, item=Property(name="x")),
        'id = "logIn"\n\n',
        'id = "logIn"\n\n[[events.properties]]\nname = "x"\ntype = "string"\n\n',
    ),
    "a property before another": (
        insert("events", 0, "properties", 0, item=Property(name="x")),
        "  [[events.properties]]\n",
        '[[events.properties]]\nname = "x"\ntype = "string"\n\n  [[events.properties]]\n',
    ),
    "a field of a property": (
        insert("events", 0, "properties", 0, "fields", 0, item=PropertyField(name="x")),
        "example = 1.50\n\n",
        'example = 1.50\n\n[[events.properties.fields]]\nname = "x"\ntype = "string"\n\n',
    ),
    "the last property goes": (
        drop("events", 0, "properties", 0),
        '\n  [[events.properties]]\n  name = "songName"\n  type = "string"\n  example = 1.50\n',
        "",
    ),
    "an event goes with the comment above it, what stands free stays": (
        drop("events", 1),
        '# One of a kind\n[[events]]\nname = "Log In"\nid = "logIn"\n\n# ---- the end',
        "# ---- the end",
    ),
    "the first event goes, its title stays": (
        drop("events", 0),
        BASE[BASE.index("# Starts it all") : BASE.index("# One of a kind")],
        "",
    ),
    "the last block goes": (drop("campaigns", 0), '\n[[campaigns]]\nname = "Thanks"\ntrigger = "buy"\n', ""),
    "a new event in between": (
        insert("events", 2, item=Event(id="x", name="X")),
        'id = "logIn"\n\n',
        'id = "logIn"\n\n[[events]]\nid = "x"\nname = "X"\n\n',
    ),
    "a condition": (
        insert("campaigns", 0, "conditions", 0, item=Condition(property="a", operator=">=", value=1000)),
        'trigger = "buy"\n',
        'trigger = "buy"\n\n[[campaigns.conditions]]\nproperty = "a"\noperator = ">="\nvalue = 1000\n',
    ),
    "the user's own": (
        put("extra", to={"jira": {"key": "X"}}),
        'form = "verb-noun"\n\n',
        'form = "verb-noun"\n\n[extra.jira]\nkey = "X"\n\n',
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_only_what_an_edit_touched_changes(name: str) -> None:
    edit, before, after = TABLE[name]
    assert BASE.count(before) == 1
    document = read_bytes(BASE.encode())
    assert updated_bytes(document, edit(document.catalog)).decode() == BASE.replace(before, after)


def test_events_move_with_their_comments_while_titles_stay() -> None:
    document = read_bytes(BASE.encode())
    text = updated_bytes(document, order("events", by=[2, 0, 1])(document.catalog)).decode()
    first = BASE[BASE.index("# Starts") : BASE.index("\n# One")]
    second = BASE[BASE.index("# One") : BASE.index("\n# ---- the end")]
    third = BASE[BASE.index('[[events]]\nid = "buy"') : BASE.index("\n[[campaigns]]")]
    assert f"# ---- events ----\n\n{third}\n{first}\n{second}\n# ---- the end ----\n\n[[campaigns]]" in text


def test_a_moved_event_can_change_at_the_same_time() -> None:
    document = read_bytes(BASE.encode())
    catalog = order("events", by=[1, 0, 2])(document.catalog)
    text = updated_bytes(document, put("events", 1, "name", to="Sing")(catalog)).decode()
    assert 'id = "logIn"\n\n# Starts it all\n[[events]]  # the first\n  id = "playSong"' in text
    assert 'name   =   "Sing"  # the name' in text


def test_an_item_built_anew_is_known_by_its_name() -> None:
    document = read_bytes(BASE.encode())
    anew = Catalog.model_validate({**document.catalog.model_dump(), "language": "de"})
    assert updated_bytes(document, anew).decode() == BASE.replace(
        "]\n\n# ---- settings", ']\nlanguage = "de"\n\n# ---- settings'
    )


def test_undoing_an_edit_undoes_the_text() -> None:
    document = read_bytes(BASE.encode())
    changed = put("events", 0, "name", to="Sing")(document.catalog)
    after = read_bytes(updated_bytes(document, changed))
    assert updated_bytes(after, document.catalog).decode() == BASE


A = '[[events]]\nid = "a"\nname = "A"\n'
B = '[[events]]\nid = "b"\nname = "B"\n'
C = '[[events]]\nid = "c"\nname = "C"\n'
HEAD = "format = 1\nevents = [\n  # one\n"
TAIL = ',\n  { id = "b", name = "B" } # two\n]\n'

STYLES = {
    "inline tables": (
        "format = 1\nnaming = { form = 'verb-noun', case = \"title\" } # all\n",
        put("naming", "form", to="noun-verb-past"),
        "format = 1\nnaming = { form = 'noun-verb-past', case = \"title\" } # all\n",
    ),
    "inline events": (
        f'{HEAD}  {{ id = "a", name = "A", status = "planned" }}{TAIL}',
        put("events", 0, "name", to="X"),
        f'{HEAD}  {{ id = "a", name = "X", status = "planned" }}{TAIL}',
    ),
    "an inline event more": (
        "format = 1\nevents = [\n  # one\n  { id = \"a\", name = 'A' }, # too\n]\n",
        insert("events", 0, item=Event(id="x", name="X")),
        'format = 1\nevents = [\n  { id = "x", name = "X" },\n  # one\n  { id = "a", name = \'A\' }, # too\n]\n',
    ),
    "no events yet": (
        "format = 1\nevents = [] # none\ncampaigns = []\n",
        insert("events", 0, item=Event(id="x", name="X")),
        'format = 1\n# none\ncampaigns = []\n\n[[events]]\nid = "x"\nname = "X"\n',
    ),
    "dotted keys": (
        'format = 1\n  naming.form = "verb-noun" # x\nlanguage = "en"\n',
        put("naming", "case", to="snake"),
        'format = 1\n  naming.form = "verb-noun" # x\n  naming.case = "snake"\nlanguage = "en"\n',
    ),
    "quoted headers": (
        'format = 1\n["naming"]\n\'form\' = "verb-noun"\n',
        put("naming", "form", to="verb-past-noun"),
        'format = 1\n["naming"]\n\'form\' = "verb-past-noun"\n',
    ),
    "CRLF, a byte order mark and no final newline": (
        '\ufeffformat = 1\r\n# x\r\n[[events]]\r\nid = "a"\r\nname = "A"',
        insert("events", 1, item=Event(id="b", name="B")),
        '\ufeffformat = 1\r\n# x\r\n[[events]]\r\nid = "a"\r\nname = "A"\r\n\r\n[[events]]\r\nid = "b"\r\nname = "B"',
    ),
    "no blank lines": (
        f"format = 1\n{A}{B}",
        insert("events", 1, item=Event(id="x", name="X")),
        f'format = 1\n{A}\n[[events]]\nid = "x"\nname = "X"\n\n{B}',
    ),
    "many lines of text": (
        'format = 1\ndescription = """\nOne # two\n"""  # three\nname = "x"\n',
        put("name", to="y"),
        'format = 1\ndescription = """\nOne # two\n"""  # three\nname = "y"\n',
    ),
    "blocks in an odd order": (
        'format = 1\n\n[[campaigns]]\nname = "x"\n\n[[events]]\nid = "a"\nname = "A"\n\n[naming]\nform = "verb-noun"\n'
        '\n[[events.properties]]\nname = "p"\n',
        put("events", 0, "properties", 0, "name", to="q"),
        'format = 1\n\n[[campaigns]]\nname = "x"\n\n[[events]]\nid = "a"\nname = "A"\n\n[naming]\nform = "verb-noun"\n'
        '\n[[events.properties]]\nname = "q"\n',
    ),
    "a block of several sections that moves stays as it is": (
        f"format = 1\n\n{A}[[events.properties]]\nname = 'p'\n\n# c\n\n[[events.properties]]\nname = 'q'\n{B}{C}",
        order("events", by=[1, 2, 0]),
        f"format = 1\n\n{B}{C}\n{A}[[events.properties]]\nname = 'p'\n\n# c\n\n[[events.properties]]\nname = 'q'\n",
    ),
    "own data": (
        "format = 1\n\n[extra.b]\nx = 1\n",
        put("extra", to={"b": {"x": 1}, "a": 2}),
        "format = 1\n\n[extra]\na = 2\n\n[extra.b]\nx = 1\n",
    ),
    "own data of dotted keys goes, and leaves its comments": (
        "format = 1\nextra.a.b.c = 1 # c\nextra.a.d = 2\nextra.e = 3\n\n[extra.a.f]\ng = 4\n",
        put("extra", to={"e": 3}),
        "format = 1\n# c\nextra.e = 3\n",
    ),
    "own data of dotted keys is more behind the last of them": (
        "format = 1\nextra.a.b.c = 1\nextra.a.d.e = 2 # d\nname = 'x'\n",
        put("extra", "a", "f", to=3),
        "format = 1\nextra.a.b.c = 1\nextra.a.d.e = 2 # d\nextra.a.f = 3\nname = 'x'\n",
    ),
    "own data of dotted keys that is emptied": (
        "format = 1\nextra.a.b = 1\n",
        put("extra", "a", to={}),
        "format = 1\nextra.a = {}\n",
    ),
    "a property behind one whose last field moved to the front": (
        f"format = 1\n{A}[[events.properties]]\nname = 'p'\n"
        "[[events.properties.fields]]\nname = 'f'\n[[events.properties.fields]]\nname = 'g'\n",
        lambda catalog: insert("events", 0, "properties", 1, item=Property(name="q"))(
            order("events", 0, "properties", 0, "fields", by=[1, 0])(catalog)
        ),
        f"format = 1\n{A}[[events.properties]]\nname = 'p'\n\n"
        "[[events.properties.fields]]\nname = 'g'\n\n[[events.properties.fields]]\nname = 'f'\n\n"
        '[[events.properties]]\nname = "q"\ntype = "string"\n',
    ),
    "own data in a list of tables changes where it stands": (
        "format = 1\n\n[[extra.c]]\ny = 1 # one\n\n# two\n[[extra.c]]\ny = 2\n[extra.c.d]\nz = 'w'\n",
        put("extra", to={"c": [{"y": 1}, {"y": 3, "d": {"z": "w"}}, {"y": 4}]}),
        "format = 1\n\n[[extra.c]]\ny = 1 # one\n\n# two\n[[extra.c]]\ny = 3\n[extra.c.d]\nz = 'w'\n"
        "\n[[extra.c]]\ny = 4\n",
    ),
    "own data in a list of tables that holds another thing now": (
        "format = 1\n\n[[extra.c]]\ny = 1 # one\n\n[extra.d]\ne = 1\n",
        put("extra", to={"c": [1, 2], "d": {"e": 1}}),
        "format = 1\n\n[extra]\n# one\nc = [1, 2]\n\n[extra.d]\ne = 1\n",
    ),
    "a setting of dotted keys comes to those that are there": (
        "format = 1\nnaming.case = 'snake'\nname = 'x'\n",
        put("naming", "form", to="noun-verb-past"),
        "format = 1\nnaming.case = 'snake'\nnaming.form = \"noun-verb-past\"\nname = 'x'\n",
    ),
    "own data goes": (
        "format = 1\n\n[extra]\na = 2 # x\n\n[extra.b]\nx = 1\n\n[[extra.c]]\ny = 1\n",
        put("extra", to={"a": 3}),
        "format = 1\n\n[extra]\na = 3 # x\n",
    ),
    "a setting back to its default": (
        'format = 1\n\n[budget]\nevents = 7\n\n[[events]]\nid = "a"\nname = "A"\n',
        put("budget", to=Budget()),
        'format = 1\n\n[[events]]\nid = "a"\nname = "A"\n',
    ),
    "a setting back to its default, beside one that was written all the same": (
        'format = 1\n\n[budget]\nevents = 7\nproperties = 12\n\n[[events]]\nid = "a"\nname = "A"\n',
        put("budget", to=Budget(properties=12)),
        'format = 1\n\n[budget]\nproperties = 12\n\n[[events]]\nid = "a"\nname = "A"\n',
    ),
    "a setting back to its default, with a comment": (
        "format = 1\n\n# Few\n[budget]\nevents = 7\n",
        put("budget", to=Budget()),
        "format = 1\n\n# Few\n[budget]\n",
    ),
    "an example that is a table of its own": (
        f'format = 1\n{A}# c\n[[events.properties]]\nname = "p" # d\n[events.properties.example]\nx = 1\n',
        put("events", 0, "properties", 0, "example", to=3),
        f'format = 1\n{A}# c\n[[events.properties]]\nname = "p" # d\nexample = 3\n',
    ),
    "an example that stays a table": (
        f"format = 1\n{A}[[events.properties]]\nname = 'p'\n[events.properties.example] # c\nx = 1\n",
        put("events", 0, "properties", 0, "example", to={"x": 2}),
        f"format = 1\n{A}[[events.properties]]\nname = 'p'\n[events.properties.example] # c\nx = 2\n",
    ),
    "equal values behind one that goes": (
        'format = 1\nstages = [\n  "x", # 1\n  "a", # 2\n  "a", # 3\n]\n',
        put("stages", to=("a", "a")),
        'format = 1\nstages = [\n  # 1\n  "a", # 2\n  "a", # 3\n]\n',
    ),
    "a block in two pieces that moves": (
        f'format = 1\n{A}{B}# c\n[[campaigns]]\nname = "x"\n[[events.properties]]\nname = "p"\n',
        order("events", by=[1, 0]),
        f'format = 1\n\n{B}\n[[events.properties]]\nname = "p"\n\n{A}# c\n[[campaigns]]\nname = "x"\n',
    ),
}


@pytest.mark.parametrize("name", STYLES)
def test_every_style_of_writing_is_kept(name: str) -> None:
    before, edit, after = STYLES[name]
    document = read_bytes(before.encode())
    assert document.problems == ()
    catalog = edit(document.catalog)
    assert updated_bytes(document, catalog).decode() == after
    assert updated_bytes(document, document.catalog).decode() == before


def test_events_and_campaigns_in_turns() -> None:
    """Once a removed event took another one with it: three campaigns stand between two groups of events."""
    campaigns = "".join(f'[[campaigns]]\nname = "{name}"\ntrigger = "a"\n\n' for name in "xyz")
    text = f"format = 1\n\n{A}\n{B}\n{campaigns}# more\n\n{C}"
    document = read_bytes(text.encode())
    assert updated_bytes(document, drop("events", 1)(document.catalog)).decode() == text.replace(f"{B}\n", "")
    new = insert("events", 1, item=Event(id="n", name="N"))(document.catalog)
    assert updated_bytes(document, new).decode().count("[[events]]") == 4


@pytest.mark.parametrize(
    ("table", "edit", "line"),
    [
        ('[naming]\nform = "verb-noun"\n', put("naming", "form", to="noun-verb-past"), 'form = "noun-verb-past"'),
        ("[naming]\n", put("naming", "case", to="snake"), 'case = "snake"'),
        ("[ignore]\n", put("ignore", to={"event-unused": "why"}), 'event-unused = "why"'),
        ("[budget]\nevents = 20\n", put("budget", "events", to=7), "events = 7"),
        ("[extra]\n", put("extra", to={"a": 1}), "a = 1"),
    ],
)
def test_settings_behind_the_events_that_say_what_is_default(
    table: str, edit: Callable[[Catalog], Catalog], line: str
) -> None:
    """Once a second table was put at the head, and nothing could open the file any more."""
    text = f"format = 1\n\n{A}\n{B}\n{C}\n{table}"
    document = read_bytes(text.encode())
    new = edit(document.catalog).model_copy(update={"events": document.catalog.events[::2]})
    after = updated_bytes(document, new).decode()
    assert after.count(table.partition("\n")[0]) == 1
    assert after.startswith(f"format = 1\n\n{A}\n{C}\n{table.partition(chr(10))[0]}")
    assert line in after.splitlines()


@pytest.mark.parametrize(
    ("to", "after"),
    [
        (("c", "d"), '[\n    # 1\n    # 2\n    # 3\n    "c", # 4\n    "d",\n    # 5\n]'),
        (("c", "a", "b"), '[\n    "c", # 4\n    # 1\n    "a", # 2\n    # 3\n    "b",\n    # 5\n]'),
        (("a",), '[\n    # 1\n    "a", # 2\n    # 3\n    # 4\n    # 5\n]'),
    ],
)
def test_written_anew_a_changed_list_has_its_comments(to: tuple[str, ...], after: str) -> None:
    text = "format = 1\nstages = [\n # 1\n 'a', # 2\n # 3\n 'b',\n 'c', # 4\n # 5\n]\n"
    document = read_bytes(text.encode())
    anew = updated_bytes(document, put("stages", to=to)(document.catalog), anew=True).decode()
    assert anew.startswith(f"format = 1\nstages = {after}\n")


@pytest.mark.parametrize(
    ("text", "edit", "end"),
    [
        (f"{A}\n# one\n\n# two\n{B}", drop("events", 1), f"{A}\n# one\n"),
        (f"{A}\n# one\n\n# two\n{B}# three\n", order("events", by=[1, 0]), f"# one\n\n# two\n{B}# three\n\n{A}"),
        ("[extra]\na = 1 # one\nb = 2\n", put("extra", to={"b": 2}), "\n# one\n[extra]\nb = 2\n"),
    ],
)
def test_written_anew_comments_stay_that_stand_by_themselves_or_by_a_key_that_goes(
    text: str, edit: Edit, end: str
) -> None:
    document = read_bytes(f"format = 1\n{text}".encode())
    assert updated_bytes(document, edit(document.catalog), anew=True).decode().endswith(end)


def test_written_anew_a_list_that_was_empty_has_its_comments() -> None:
    document = read_bytes(b"format = 1\nevents = [ # 1\n  # 2\n]\n")
    anew = updated_bytes(document, put("events", to=(Event(id="a", name="A"),))(document.catalog), anew=True).decode()
    assert anew.endswith(f"\n# 1\n# 2\n{A}")


def test_written_anew_a_value_that_is_no_list_any_more_has_the_comments_above() -> None:
    document = read_bytes(b"format = 1\n[extra]\na = [ # 1\n  1, # 2\n]\n")
    anew = updated_bytes(document, put("extra", "a", to=3)(document.catalog), anew=True).decode()
    assert anew.endswith("[extra]\n# 1\n# 2\na = 3\n")


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_written_anew_it_keeps_its_line_ends_and_its_mark(mark: str, end: str) -> None:
    eol = end or "\r\n"
    text = f'{mark}format=1{eol}# c{eol}name="x"{end}'
    document = read_bytes(text.encode())
    after = updated_bytes(document, document.catalog.model_copy(update={"name": "y"}), anew=True).decode()
    naming = f'[naming]{eol}form = "verb-noun"'
    assert after == f'{mark}format = 1{eol}# c{eol}name = "y"{eol}{eol}{naming}{end}'


def test_true_is_not_one_and_one_is_not_a_decimal() -> None:
    document = read_bytes(b"format = 1\n[extra]\na = 1\n")
    for value, text in [(True, "true"), (Decimal("1.0"), "1.0"), (1.0, "1.0"), ("1", '"1"')]:
        assert updated_bytes(document, put("extra", "a", to=value)(document.catalog)).decode().endswith(f"a = {text}\n")


@pytest.mark.parametrize("value", ["\ud800", None, object(), 2**63, Decimal("1E+999"), b"x"])
def test_what_toml_cannot_hold_is_refused_with_its_place(value: object) -> None:
    for document in (read_bytes(BASE.encode()), new_document(None, Catalog(campaigns=(Campaign(name="x"),)))):
        catalog = put("campaigns", 0, "extra", to={"a": [1, value]})(document.catalog)
        with pytest.raises(CannotSaveError, match=r"campaigns\[0\]\.extra\.a\[1\]"):
            updated_bytes(document, catalog)


def test_a_file_with_mistakes_is_not_written_over() -> None:
    document = read_bytes(b'format = 1\nnme = "x"\n')
    assert updated_bytes(document, document.catalog) == document.data
    with pytest.raises(CannotSaveError, match="mistakes"):
        updated_bytes(document, Catalog(name="x"))


def test_a_comment_between_what_moves_within_what_moves_is_there_once() -> None:
    fields = "\n[[events.properties.fields]]\nname = 'f'\n\n# c\n\n[[events.properties.fields]]\nname = 'g'\n"
    others = "".join(f"\n[[events.properties]]\nname = '{name}'\n" for name in "qr")
    document = read_bytes(f"format = 1\n{A}\n[[events.properties]]\nname = 'p'\n{fields}{others}".encode())
    inside = order("events", 0, "properties", 0, "fields", by=[1, 0])(document.catalog)
    text = updated_bytes(document, order("events", 0, "properties", by=[1, 2, 0])(inside)).decode()
    assert text.count("# c") == 1


@pytest.mark.parametrize("comma", [" #c2\n  ,", ", #c2\n  "])
@pytest.mark.parametrize("kept", [(), ({"a": 3},), (1, {"a": 3})])
def test_comments_by_tables_in_a_value_stay_when_all_is_written_anew(comma: str, kept: tuple[Any, ...]) -> None:
    head = 'format = 1\n[[events]]\nid = "a"\nname = "A"\n'
    text = f'{head}[[events.properties]]\nname = "p"\nvalues = [ #c1\n  {{ a = 3 }}{comma}]\nunit = "x" #c3\n'
    document = read_bytes(text.encode())
    assert not document.problems
    catalog = put("events", 0, "properties", 0, "values", to=kept)(document.catalog)
    for anew in (False, True):
        after = updated_bytes(document, catalog, anew=anew).decode()
        assert all(after.count(comment) == 1 for comment in ("#c1", "#c2", "#c3")), after
