"""Property groups, fields in fields, limits and the team's words in questions and answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventsmith.model import Catalog
from eventsmith.store import read_file
from tests.plain.person import Person, talk

CATALOG = """\
format = 1
name = "Shop"
"""
for name in ("Fill Basket", "Pay Order", "Clear Basket"):
    CATALOG += f'[[events]]\nid = "{name[0].lower()}{name[1:].replace(" ", "")}"\nname = "{name}"\nwhen = "x"\n'
    CATALOG += '[[events.properties]]\nname = "orderId"\n[[events.properties]]\nname = "total"\ntype = "decimal"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)
    return path


def asked(path: Path, *answers: str) -> tuple[Catalog, Person]:
    _, person = talk(path, *answers, "save", "quit")
    return read_file(path).catalog, person


def test_a_group_is_made_of_what_events_share(path: Path) -> None:
    catalog, person = asked(path, "go properties", "fill", "Property groups", "Make a group of 2", "order")
    assert "3 events have these 2 properties from it then." in person.text()
    assert "Done: make the group “order”. Type undo to take it back." in person.text()
    assert [prop.name for prop in catalog.property_groups[0].properties] == ["orderId", "total"]
    assert all(not event.properties and event.property_groups == ("order",) for event in catalog.events)


def test_an_object_has_fields_and_a_text_has_limits(path: Path) -> None:
    catalog, _ = asked(
        path, "go properties", "fill", "change", "orderId", "type", "object", "its fields", "add", "city", "", "", ""
    )
    prop = catalog.events[0].properties[0]
    assert (prop.type, [field.name for field in prop.fields]) == ("object", ["city"])
    catalog, person = asked(path, "go properties", "pay", "change", "orderId", "longest", "80")
    assert catalog.events[1].properties[0].max_length == 80
    assert "At least" not in person.text()


def test_the_teams_words(path: Path) -> None:
    catalog, person = asked(path, "go names", "The team's words", "Never use", "basket = cart")
    assert "“Fill Basket” should be “Fill Cart” then" in person.text()
    assert catalog.naming.instead == {"basket": "cart"}


def test_who_answers_for_the_catalog(path: Path) -> None:
    catalog, person = asked(path, "go review", "Say who answers", "Shop team")
    assert catalog.owner == "Shop team"
    assert "(nobody)" in person.text()
