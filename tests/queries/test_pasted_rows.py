"""What is pasted from a spreadsheet, and what is told of it."""

from datetime import date
from decimal import Decimal

import pytest

from eventsmith.formats import csv as csv_format
from eventsmith.model import Catalog, Event, Property
from eventsmith.queries.pasted_rows import MOST_ROWS, is_rows, read_pasted

PLAIN = (
    "songName\tText\tHey Jude\tAs the player shows it\nlength\tint\t431\npaid\tnumber\t1.50\nday\tdate\t2026-03-01\n"
)


def test_rows_are_name_type_example_and_meaning() -> None:
    read = read_pasted(PLAIN)
    assert [(prop.name, prop.type, prop.example) for prop in read.properties] == [
        ("songName", "string", "Hey Jude"),
        ("length", "integer", 431),
        ("paid", "decimal", Decimal("1.50")),
        ("day", "date", date(2026, 3, 1)),
    ]
    assert read.properties[0].description == "As the player shows it"
    assert not read.unread


@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_a_row_of_titles_says_which_column_is_which(separator: str) -> None:
    rows = [
        ("Data type", "Property name", "Required", "Owner", "Allowed values", "Used for", "Unit"),
        ("decimal", "amount", "yes", "Ann", "", "campaign", "EUR"),
        ("string", "method", "no", "Bob", "card", "analytics", ""),
    ]
    read = read_pasted("\r\n".join(separator.join(row) for row in rows))
    amount, method = read.properties
    assert (amount.name, amount.type, amount.required, amount.unit) == ("amount", "decimal", True, "EUR")
    assert (method.required, method.values, method.used_for) == (False, ("card",), ("analytics",))
    assert amount.used_for == ("campaign",)
    assert read.unread == ("Column “Owner”: properties have no such column",)


def test_quotes_keep_separators_and_line_breaks() -> None:
    read = read_pasted('name,type,description\nsize,string,"S, M\nor L"\n')
    assert read.properties == (Property(name="size", description="S, M\nor L"),)


@pytest.mark.parametrize("text", ["name\tstring\tAnn", "name\nemail", "name"])
def test_a_property_may_be_called_name(text: str) -> None:
    assert read_pasted(text).properties[0].name == "name"


def test_what_cannot_be_read_is_told_with_its_row() -> None:
    read = read_pasted("a\ttexto\n\t\tx\n\nb\tinteger\tmany\tm\tmore\nName\trequired\n")
    assert [prop.name for prop in read.properties] == ["a", "b", "Name"]
    assert read.properties[1].example == "many"
    assert read.unread == (
        "Row 1: “texto” is not a type; a becomes a string",
        "Row 2: it has no name",
        "Row 4: “more” is in a column that is not read",
        "Row 5: “required” is not a type; Name becomes a string",
    )


def test_a_word_that_is_neither_yes_nor_no_is_told() -> None:
    read = read_pasted("Name\tRequired\tUsed for\na\tmaybe\tcampaign, fun\n")
    assert read.properties == (Property(name="a", used_for=("campaign",)),)
    assert read.unread == (
        "Row 2: “maybe” is neither yes nor no",
        "Row 2: “fun” is not one of campaign, segment, analytics",
    )


def test_what_our_own_export_writes_is_read() -> None:
    prop = Property(
        name="size", type="integer", required=True, values=(1, 2), example=2, used_for=("segment",), unit="cm"
    )
    tags = Property(name="tags", type="list", item_type="string")
    others = (Property(name="place", type="object"), Property(name="more", type="any", values=("a", "b")))
    written = csv_format.write.write(Catalog(events=(Event(id="a", name="A", properties=(prop, tags, *others)),)))
    text = next(iter(written.files.values())).decode()
    assert read_pasted(text).properties == (prop, tags, *others)


@pytest.mark.parametrize("word", ["list of objects", "array<any>", "object[]", "list of lists"])
def test_a_list_of_what_is_no_plain_value_has_no_item_type(word: str) -> None:
    assert read_pasted(f"items\t{word}\n").properties == (Property(name="items", type="list"),)


def test_of_a_book_not_more_is_taken_than_anybody_means() -> None:
    read = read_pasted("word\tstring\n" * 100_000)
    assert len(read.properties) == MOST_ROWS
    assert len(read.unread) == 1
    assert read_pasted("\tx\n" * 100_000).unread[-1].startswith(f"Row {MOST_ROWS + 1} and those after it")


@pytest.mark.parametrize(
    "text", ["", "\n", "\x00\tstring\n", '"never closed\t1\n2', "x" * 200_000 + "\ty", "\u2028\t\x85"]
)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    read = read_pasted(text)
    assert all(len(told) < 200 for told in read.unread)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb", True),
        ("a\nb", True),
        ("a,integer", True),
        ("amount; Decimal; 3", True),
        ("Hey Jude", False),
        ("Paris, Nice", False),
        ("one line\n", False),
        ("", False),
    ],
)
def test_rows_are_told_from_the_text_of_one_cell(text: str, rows: bool) -> None:
    assert is_rows(text) is rows


def test_limits_are_read_from_their_columns() -> None:
    rows = "Name\tType\tMin\tMax\tRegex\tNullable\tMax length\tWritten as\n"
    rows += "age\tinteger\t18\t120\t\tyes\t\t\ncode\tstring\t\t\t[A-Z]+\tno\t5\tCountry\n"
    rows += "x\tstring\t\t\t\tperhaps\tlong\tuppercase\n"
    read = read_pasted(rows)
    age, code, odd = read.properties
    assert (age.minimum, age.maximum, age.nullable) == (18, 120, True)
    assert (code.pattern, code.nullable, code.max_length, code.format) == ("[A-Z]+", False, 5, "country")
    assert odd.model_dump(exclude_defaults=True) == {"name": "x"}
    assert read.unread == (
        "Row 4: “perhaps” cannot be read as nullable",
        "Row 4: “uppercase” cannot be read as format",
        "Row 4: “long” cannot be read as max length",
    )
