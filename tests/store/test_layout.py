"""Where things stand in a text, whatever its values look like."""

import pytest
import tomli

from eventsmith.store import layout

VALUES = [
    '"a # b [c] = "',
    "'a \"[x]'",
    '"""two\n[lines]\n"""',
    "[]",
    "[ ]",
    '["a", "b"]',
    '["[t]", \'x = "]\', "#"]',
    "[1, 2.5, true, 2026-01-31T10:00:00Z]",
    "[\n  1, # one ]\n  2,\n]",
    "[[1], [2]]",
    '[{a = "]"}]',
    '{a = "}", b = [1]}',
    "2026-01-31 10:00:00",
]


@pytest.mark.parametrize("end", ["", " # so [it] is"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("value", VALUES)
def test_values_of_every_kind(value: str, newline: str, end: str) -> None:
    text = f"# [no]\na = 1{end}\n[t] # [x]\nb = 2\nc = {value}{end}\n\nd.e = 3\n  [[u]]\n\nf = {value}".replace(
        "\n", newline
    )
    value = value.replace("\n", newline)
    tomli.loads(text)
    sections = layout.scan(text)
    assert [section.place for section in sections] == [(), ("t",), ("u", 0)]
    assert [text[section.bracket] for section in sections[1:]] == ["[", "["]
    assert [section.stop for section in sections] == [*(section.start for section in sections[1:]), len(text)]
    pairs = [pair for section in sections for pair in section.pairs]
    assert [pair.keys for pair in pairs] == [("a",), ("b",), ("c",), ("d", "e"), ("f",)]
    assert [text[pair.value : pair.value_end] for pair in pairs] == ["1", "2", value, "3", value]
    assert [text[pair.key :][:1] for pair in pairs] == list("abcdf")
    assert [text[pair.end - 1] for pair in pairs[:-1]] == ["\n"] * 4


@pytest.mark.parametrize("text", ["a = [1", "a = [1\nb = 2", "a = ['x, 1]\n", "[t\n", "a 1\n"])
def test_what_is_no_toml_stops_it(text: str) -> None:
    with pytest.raises(layout.UnclosedError):
        layout.scan(text)
