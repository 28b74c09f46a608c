import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from eventsmith.formats import format_named
from eventsmith.ground.sanitise import visible_lines
from eventsmith.model import (
    Campaign,
    Catalog,
    Condition,
    Event,
    Groups,
    Property,
    PropertyField,
    PropertyGroup,
    without_ideas,
)

from .any_catalogs import NASTY, catalogs, number_of_fields, sample

READER = MarkdownIt("gfm-like")
OURS = {
    "heading_open", "paragraph_open", "bullet_list_open", "ordered_list_open", "list_item_open",
    "table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open",
    "inline", "html_inline", "text", "strong_open", "em_open", "link_open", "code_inline", "hardbreak", "softbreak",
}  # fmt: skip
BREAK = "<!-- -->"
"""Ends a piece of text, and shows nothing."""
ADDRESS = re.compile(r"[-.+\w]+@[-.\w]*\.\w|(?:https?|ftp)://[^\s/]|www\.\w", re.IGNORECASE)
"""What GitHub makes links of in each piece of text of a document that was read, whatever was escaped in it."""
ADDRESSES = (
    "a@b.de", "Ask a.b+c_d@e-f.co.uk, please", "mailto:a@b.de", "xmpp:a@b.de/c", "a@_b.de", "a@-b.de", "a_@b.de",
    "www.a.de", "WWW.A.DE", "(www.a_b.de)", "https://a.de/b?c=d", "HTTP://a@b.de:80", "ftp://a.b", "a@b@c.de",
    "http://localhost", "x:https://a.de", "ä@ö.de", "www.www.de", "_www.a.de_",
)  # fmt: skip
_ANCHOR = re.compile(r'<a id="([A-Za-z][A-Za-z0-9_-]*)">')


def markdown_of(catalog: Catalog) -> str:
    (data,) = format_named("markdown").write(catalog).files.values()
    return data.decode()


def flat(text: str) -> list[Token]:
    """All tokens of the text, those within lines too."""
    return [inner for token in READER.parse(text) for inner in (token, *(token.children or ()))]


def headings(text: str) -> list[tuple[str, str]]:
    """Level and text of each heading, as a reader sees it."""
    tokens = READER.parse(text)
    return [
        (token.tag, "".join(child.content for child in tokens[index + 1].children or () if child.content != BREAK))
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def pieces(tokens: list[Token]) -> list[str]:
    """The pieces of text between elements, as they are read."""
    return "".join(token.content if token.type == "text" else "\0" for token in tokens).split("\0")


def as_read(text: str) -> str:
    return " ".join(visible_lines(text).split())


def check(catalog: Catalog) -> None:
    catalog = without_ideas(catalog)
    text = markdown_of(catalog)
    tokens = flat(text)
    assert {token.type for token in tokens if token.nesting >= 0} <= OURS
    html = [token.content for token in tokens if token.type == "html_inline" and token.content != BREAK]
    anchors = [found[1] for tag in html if (found := _ANCHOR.fullmatch(tag))]
    assert len(html) == 2 * len(anchors) == 2 * html.count("</a>")
    assert len(anchors) == len(set(anchors)) == len(catalog.events) + len(catalog.property_groups)
    targets = {token.attrGet("href") for token in tokens if token.type == "link_open"}
    groups = Groups(catalog.property_groups)
    taken = {id(group) for event in catalog.events for group in groups.of(event)}
    linked = [*catalog.events, *(group for group in catalog.property_groups if id(group) in taken)]
    assert len(targets) == len(linked)
    assert targets <= {f"#{anchor}" for anchor in anchors}
    assert not [piece for piece in pieces(tokens) if ADDRESS.search(piece)]
    names = [as_read(event.name) or as_read(event.id) or "(no name)" for event in catalog.events]
    names += [as_read(group.name) or "(no name)" for group in catalog.property_groups]
    assert sorted(title for tag, title in headings(text) if tag == "h3") == sorted(names)
    whole: list[Event | PropertyGroup] = [*catalog.events, *catalog.property_groups]
    fields = [1 + number_of_fields(each.properties) for each in whole if each.properties]
    assert sum(token.type == "tr_open" for token in tokens) == sum(fields)


@given(catalogs)
@example(sample())
def test_no_text_becomes_markup(catalog: Catalog) -> None:
    check(catalog)


@pytest.mark.parametrize("text", NASTY)
def test_no_nasty_text_becomes_markup(text: str) -> None:
    prop = Property(
        name=text,
        values=(text,),
        unit=text,
        unit_in=text,
        example=text,
        description=text,
        aliases=(text,),
        pattern=text,
        minimum=text,
        maximum=text,
        fields=(PropertyField(name=text, pattern=text, fields=(PropertyField(name=text),)),),
    )
    group = PropertyGroup(name=text, description=text, properties=(prop,))
    event = Event(
        id=text,
        name=text,
        stage=text,
        when=text,
        description=text,
        replaced_by=text,
        property_groups=(text, f"{text}?"),
        properties=(prop,),
    )
    condition = Condition(property=text, operator="=", value=text)
    campaign = Campaign(name=text, trigger=text, message=text, wait=text, unless=(text,), conditions=(condition,))
    named = {"name": text, "description": text, "stages": (text,)}
    check(Catalog(**named, property_groups=(group,), events=(event,), campaigns=(campaign,)))


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses_stay_text(text: str) -> None:
    event = Event(id="a", name=text, when=text, description=text, properties=(Property(name=text, description=text),))
    catalog = Catalog(name=text, description=f"{text}\n{text}", events=(event,))
    check(catalog)
    assert ("h3", text) in headings(markdown_of(catalog))


def test_a_campaign_is_a_sentence() -> None:
    campaign = Campaign(
        name="Win back",
        goal="recover",
        trigger="start",
        wait="1 hour",
        unless=("buy", "gone"),
        message="Still there",
        goal_event="buy",
        goal_within="2 days",
        conditions=(Condition(property="total", operator=">=", value=1000),),
    )
    events = (Event(id="start", name="Start Checkout"), Event(id="buy", name="Complete Purchase"))
    text = markdown_of(Catalog(events=events, campaigns=(campaign,)))
    assert text.endswith(
        "- **Win back** (recover): when [Start Checkout](#start) happens and `total` is at least 1000, wait 1 hour, "
        "unless [Complete Purchase](#buy) or `gone` happens meanwhile, send “Still there”. "
        "Its goal is [Complete Purchase](#buy) within 2 days.\n"
    )


def test_stages_stand_in_the_order_of_the_story() -> None:
    events = (Event(id="c", name="C", stage="new"), Event(id="b", name="B", stage="two"), Event(id="a", name="A"))
    text = markdown_of(Catalog(stages=("one", "two"), events=events))
    assert [title for tag, title in headings(text) if tag == "h2"] == ["The journey", "two", "new", "(no stage)"]
    assert "1. one: no events\n" in text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"type": "any"}, "any |"),
        ({"type": "any", "nullable": True}, "any, may be null |"),
        ({"type": "list", "item_type": "date", "unit": "s", "nullable": True}, "list of date (s), may be null |"),
        ({"minimum": 1, "maximum": 100}, "1 to 100 |"),
        ({"minimum": Decimal("0.50")}, "at least 0.50 |"),
        ({"maximum": date(2030, 1, 2)}, "at most 2030-01-02 |"),
        ({"min_length": 1}, "at least 1 character |"),
        ({"max_length": 8}, "at most 8 characters |"),
        ({"type": "list", "min_length": 1, "max_length": 3}, "1 to 3 items |"),
        ({"format": "uri", "pattern": "a+"}, "uri, matches `a+` |"),
        ({"pattern": "a|`b`"}, "matches a\\|\\`b\\` |"),
    ],
)
def test_limits_are_told_in_words(facts: dict[str, Any], words: str) -> None:
    event = Event(id="a", name="A", properties=(Property.model_validate({"name": "p", **facts}),))
    row = next(line for line in markdown_of(Catalog(events=(event,))).splitlines() if line.startswith("| `p`"))
    assert f"| {words}" in row


def test_an_event_refers_to_its_groups() -> None:
    groups = (
        PropertyGroup(
            name="order", description="Of a purchase", properties=(Property(name="amount"), Property(name="tax"))
        ),
        PropertyGroup(name="every event", every_event=True, properties=(Property(name="screen"),)),
    )
    events = (
        Event(
            id="a", name="A", property_groups=("order", "gone"), properties=(Property(name="tax"), Property(name="p"))
        ),
        Event(id="b", name="B"),
    )
    text = markdown_of(Catalog(property_groups=groups, events=events, campaigns=(Campaign(name="C"),)))
    assert (
        "And all properties of [order](#group-order) and `gone` and [every event](#group-2), but `tax` as above.\n"
        in text
    )
    assert "`b` · planned\n\nAll properties of [every event](#group-2).\n" in text
    assert text[text.index("## Property groups") : text.index("## Campaigns")] == (
        '## Property groups\n\n<a id="group-order"></a>\n\n### order\n\nOf a purchase\n\n'
        "| Property | Type |\n| --- | --- |\n| `amount` | string |\n| `tax` | string |\n\n"
        '<a id="group-2"></a>\n\n### every event\n\nEvery event has these.\n\n'
        "| Property | Type |\n| --- | --- |\n| `screen` | string |\n\n"
    )
