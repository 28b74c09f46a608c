"""Every string of the corpora through every export, read by programs that are not ours: kept, and never run."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from eventsmith.formats import all_formats, format_named
from eventsmith.ground.sanitise import visible_lines
from eventsmith.model import Catalog
from eventsmith.store import canonical_toml
from tests.store.test_hostile import EMOJI, emoji
from tests.tui.test_hostile import corpus, made_of

from .any_catalogs import NASTY
from .test_markdown import ADDRESSES, check

OFFICE, TABLE, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text"))
NOT_IN_SHEETS = dict.fromkeys(map(ord, "\t\ufffe\uffff"))
"""LibreOffice drops the tabs of a cell of several lines, and its files cannot hold what is no character."""
pytestmark = pytest.mark.deep


@cache
def texts() -> list[str]:
    return corpus() + (emoji() if EMOJI.exists() else [])


def parts() -> Iterator[Catalog]:
    whole = texts()
    yield from (made_of(whole[start : start + 700]) for start in range(0, len(whole), 700))


def exported(name: str, catalog: Catalog) -> bytes:
    (data,) = format_named(name).write(catalog).files.values()
    return data


def needed(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


def cells_of(sheet: Path) -> list[list[tuple[str, str, bool]]]:
    """Type, text, and whether it is a formula, of each cell of a flat ODF sheet."""
    rows = []
    for row in ElementTree.parse(sheet).getroot().iter(f"{TABLE}table-row"):
        cells: list[tuple[str, str, bool]] = []
        for cell in row.iter(f"{TABLE}table-cell"):
            text = "\n".join(text_of(line) for line in cell.iter(f"{TEXT}p"))
            kind = cell.get(f"{OFFICE}value-type", "")
            value = cell.get(f"{OFFICE}value", "") if kind == "float" else text
            times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            # The rest of a line, to the edge of the sheet, is empty.
            cells += [(kind, value, cell.get(f"{TABLE}formula") is not None)] * min(times, 50)
        times = int(row.get(f"{TABLE}number-rows-repeated", "1"))
        rows += [cells] * min(times, 5)
    return rows


def text_of(line: ElementTree.Element) -> str:
    """The text of a line; ODF writes several spaces and tabs as elements."""
    parts = [line.text or ""]
    for inner in line:
        if inner.tag == f"{TEXT}s":
            parts.append(" " * int(inner.get(f"{TEXT}c", "1")))
        elif inner.tag == f"{TEXT}tab":
            parts.append("\t")
        else:
            parts.append(text_of(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def in_spreadsheet(folder: Path, data: bytes) -> list[list[tuple[str, str, bool]]]:
    """The cells as LibreOffice has them, which is told to take for a formula whatever looks like one."""
    office = needed("soffice")
    path = folder / "a.csv"
    path.write_bytes(data)
    reading = "CSV:44,34,76,1,,0,false,false,false,false,false,-1,true"
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [
        office,
        home,
        "--headless",
        "--convert-to",
        "fods",
        f"--infilter={reading}",
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return cells_of(folder / "a.fods")


def test_a_spreadsheet_takes_for_a_formula_what_is_not_guarded(tmp_path: Path) -> None:
    """That the reader is one: what follows would prove nothing otherwise."""
    cells = in_spreadsheet(tmp_path, b"=1+1,'=1+1\n")
    assert cells[0][:2] == [("float", "2", True), ("string", "'=1+1", False)]


def test_no_text_is_a_formula_in_a_spreadsheet_and_all_is_as_it_was_written(tmp_path: Path) -> None:
    starts = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "=cmd|' /C calc'!A0", "＝1+1", "％"]
    for number, catalog in enumerate([made_of(starts), *parts()]):
        folder = tmp_path / str(number)
        folder.mkdir()
        data = exported("csv", catalog)
        cells = in_spreadsheet(folder, data)
        rows = list(csv.reader(StringIO(data.decode(), newline="")))
        assert len(cells) >= len(rows)
        for row, found in zip(rows, cells, strict=False):
            for wanted, (kind, text, is_formula) in zip(row, found, strict=False):
                assert not is_formula, wanted
                if kind == "float":
                    # It writes 15 digits, and knows 1,000.
                    assert float(wanted.replace(",", "")) == pytest.approx(float(text), rel=1e-14)
                else:
                    assert text.translate(NOT_IN_SHEETS) == wanted.translate(NOT_IN_SHEETS), kind


READ_BY: dict[str, Callable[[Path], list[str | Path]]] = {
    "node": lambda path: ["-e", f"console.log(JSON.stringify(JSON.parse(require('fs').readFileSync({str(path)!r}))))"],
    "jq": lambda path: ["-c", ".", path],
}


@pytest.mark.parametrize("program", READ_BY)
@pytest.mark.parametrize("name", ["infobip", "json-schema"])
def test_json_is_what_other_programs_read(tmp_path: Path, program: str, name: str) -> None:
    path = tmp_path / "a.json"
    for catalog in parts():
        data = exported(name, catalog)
        path.write_bytes(data)
        read = subprocess.run([needed(program), *READ_BY[program](path)], check=True, capture_output=True).stdout
        assert json.loads(read) == json.loads(data)


def same_texts(raw: dict[str, Any], catalog: Catalog) -> None:
    """What is empty is not written."""
    for read, event in zip(raw["events"], catalog.events, strict=True):
        assert {read["id"], read["name"], read.get("when", ""), read.get("description", "")} == {event.name}
        assert [prop["name"] for prop in read["properties"]] == [prop.name for prop in event.properties]
        assert read["properties"][1].get("example", "") == event.properties[1].example
    for read, campaign in zip(raw["campaigns"], catalog.campaigns, strict=True):
        assert {read["name"], read.get("message", ""), read.get("trigger", "")} == {campaign.name}


@pytest.mark.parametrize("library", ["tomllib", "tomlkit", "rtoml"])
def test_the_catalog_is_what_other_readers_of_toml_read(library: str) -> None:
    module = tomllib if library == "tomllib" else pytest.importorskip(library)
    for catalog in parts():
        same_texts(module.loads(canonical_toml(catalog)), catalog)


def test_markdown_shows_the_texts_and_nothing_besides() -> None:
    for catalog in parts():
        check(catalog)


def test_no_format_was_forgotten() -> None:
    assert {each.name for each in all_formats()} == {"csv", "infobip", "json-schema", "markdown"}
    for catalog in parts():
        for each in all_formats():
            for data in each.write(catalog).files.values():
                assert visible_lines(data.decode()).encode() == data


def test_github_makes_links_of_nothing_but_events() -> None:
    program = needed("cmark-gfm")
    for catalog in (*parts(), made_of([*NASTY, *ADDRESSES])):
        html = subprocess.run(
            [program, "--unsafe", "-e", "autolink", "-e", "table", "-e", "strikethrough"],
            input=exported("markdown", catalog),
            capture_output=True,
            check=True,
        ).stdout.decode()
        assert {target for target in re.findall(r'<a href="([^"]*)"', html) if not target.startswith("#")} == set()
