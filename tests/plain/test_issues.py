"""What is wrong is told, explained, led to and put right, whatever the rule."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eventsmith.plain import open_plain
from eventsmith.rules import Rule
from eventsmith.session.fixes import is_fixable
from eventsmith.session.opening import open_session
from eventsmith.session.session import Session
from eventsmith.store import canonical_toml, read_file
from tests.plain.person import Person, talk
from tests.rules.test_pages import RULES, catalog


class Looker(Person):
    """Goes to the place of every issue, and back."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._todo = self._all(number)

    def _all(self, number: int) -> Iterator[str]:
        for at in range(number):
            yield from ("go review", "issues", *[""] * at, "why", "go there")

    def answer(self) -> str:
        for text in self._todo:
            self.heard.append(f"> {text}")
            return text
        raise EOFError


@pytest.mark.parametrize("rule", RULES)
def test_every_issue_leads_somewhere_and_has_a_reason(rule: Rule, tmp_path: Path) -> None:
    path = tmp_path / "a.events.toml"
    path.write_text(canonical_toml(catalog(rule, "bad")))
    session = open_session(path)
    found = session.issues.open
    person = Looker(len(found))
    assert open_plain(path, person) == 0
    for issue in found:
        assert any(issue.message in line for line in person.heard)
    assert len([line for line in person.heard if line.startswith("Why: ")]) >= len(found)
    assert path.read_text() == canonical_toml(session.catalog)


@pytest.mark.parametrize("rule", RULES)
def test_all_safe_fixes_are_those_of_the_command(rule: Rule, tmp_path: Path) -> None:
    path = tmp_path / "a.events.toml"
    path.write_text(canonical_toml(catalog(rule, "bad")))
    session = open_session(path)
    if not any(is_fixable(issue) for issue in session.issues.open):
        pytest.skip("nothing here is put right safely by itself")
    talk(path, "go review", "safe fixes", "yes", "save", "quit")
    assert open_session(path).issues.counts < session.issues.counts


def test_one_is_put_right_from_review(tmp_path: Path) -> None:
    path = tmp_path / "a.events.toml"
    path.write_text('format = 1\nname = "A"\n[[events]]\nid = "songPlayed"\nname = "Song Played"\n')
    _, person = talk(path, "go review", "issues", "fix it", "back", "save", "quit")
    assert "1 of " in person.after("issues")
    assert "Song Played" in person.after("issues")
    assert read_file(path).catalog.events[0].name == "Play Song"


def test_a_new_campaign_is_not_told_what_it_will_be_asked(tmp_path: Path) -> None:
    _, person = talk(tmp_path / "a.toml", "go campaigns", "add", "Welcome", *[""] * 7, "quit", "without")
    assert "Error" not in person.after("Welcome")
    assert "Error: Nothing starts “Welcome”" in person.text()


def test_a_fix_is_refused_that_would_make_things_worse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.events.toml"
    path.write_text('format = 1\nname = "A"\n[[events]]\nid = "playSong"\nname = "Play Song"\n')
    monkeypatch.setattr(Session, "fix", lambda session, issue: [issue])
    _, person = talk(path, "change", "1", "name", "Song Played", "fix", "undo", "quit")
    assert "Not done, because it would cause this: “Song Played” should be “Play Song”." in person.after("fix")
    assert "Undid: rename “Play Song”" in person.after("undo")
