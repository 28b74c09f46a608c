"""`eventsmith rename`: what gets another name, what stays and why, and when nothing is written."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eventsmith.ground.labels import FORMS as EXAMPLES
from eventsmith.model import FORMS
from eventsmith.naming import read_name

from .conftest import Run
from .samples import CLEAN, MANY_PROBLEMS, MISNAMED

Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]

HEAD = 'format = 1\nname = "Shop"\n\n[naming]\nform = "noun-verb-past"\n'

SHOP = """\
# the shop's events
format = 1
name = "Shop"

[naming]
form = "noun-verb-past"   # agreed in May

[[events]]
id = "songPlayed"   # what the app sends
name = "Song Played"

[[events]]
id = "itemViewed"
name = "Item Viewed"
status = "live"

[[events]]
id = "registration"
name = "Registration"

[[campaigns]]
name = "More like this"
trigger = "songPlayed" # once a day
"""


def test_the_examples_are_of_the_forms_there_are() -> None:
    for form, example in EXAMPLES.items():
        assert read_name(example).form == form


def test_names_ids_and_campaigns_follow_and_comments_stay(run: Run) -> None:
    Path("a.toml").write_text(SHOP)
    ran = run("rename", "a.toml", "--form", "verb-noun")
    assert ran.status == 0
    assert ran.out == (
        "“Song Played” → “Play Song”  (songPlayed → playSong)\n"
        "“Item Viewed” → “View Item”  (itemViewed stays)\n"
        "a.toml: 2 events renamed; the catalog's form is now verb-noun\n"
    )
    assert ran.err == f"“Registration” stays: {read_name('Registration').why}; with a verb it would be “Register”\n"
    assert Path("a.toml").read_text() == (
        SHOP.replace('"noun-verb-past"', '"verb-noun"')
        .replace("Song Played", "Play Song")
        .replace("songPlayed", "playSong")
        .replace("Item Viewed", "View Item")
        .replace('status = "live"\n', 'status = "live"\naliases = ["Item Viewed"]\n')
    )


def test_renaming_twice_is_renaming_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from eventsmith import store

    path = Path("a.toml")
    path.write_text(SHOP)
    run("rename", "a.toml", "--form", "verb-past-noun")
    once = path.read_text()
    monkeypatch.delattr(store, "save")
    ran = run("rename", "a.toml", "--form", "verb-past-noun")
    assert (ran.status, ran.out) == (0, "a.toml: nothing to rename\n")
    assert ran.err.startswith("“Registration” stays: ")
    assert path.read_text() == once


def test_there_and_back(run: Run) -> None:
    planned = SHOP.replace('status = "live"\n', "")
    Path("a.toml").write_text(planned)
    for form in FORMS:
        assert run("rename", "a.toml", "--form", form).status == 0
    run("rename", "a.toml", "--form", "noun-verb-past")
    assert Path("a.toml").read_text() == planned


def test_only_the_form_may_change(run: Run) -> None:
    Path("a.toml").write_text(CLEAN.replace('form = "verb-noun"', 'form = "noun-verb-past"'))
    ran = run("rename", "a.toml", "--form", "verb-noun")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "a.toml: 0 events renamed; the catalog's form is now verb-noun\n"
    assert Path("a.toml").read_text() == CLEAN


@pytest.mark.parametrize(
    "words",
    [
        ("--except", "songPlayed,itemViewed"),
        ("--except", "songPlayed", "--except", " itemViewed ,"),
        ("--except=itemViewed,songPlayed,registration",),
    ],
)
def test_exceptions_stay(run: Run, words: tuple[str, ...]) -> None:
    Path("a.toml").write_text(SHOP)
    ran = run("rename", *words, "a.toml", "--form", "verb-noun")
    assert (ran.status, ran.out) == (0, "a.toml: 0 events renamed; the catalog's form is now verb-noun\n")
    assert ran.err.splitlines()[:2] == ["“Song Played” stays: as you asked", "“Item Viewed” stays: as you asked"]
    assert "“Registration” stays: as you asked" not in ran.err
    assert Path("a.toml").read_text() == SHOP.replace('"noun-verb-past"', '"verb-noun"')


def test_an_exception_that_is_no_event(run: Run) -> None:
    Path("a.toml").write_text(SHOP)
    ran = run("rename", "a.toml", "--form", "verb-noun", "--except", "songPlayd,registration")
    assert (ran.status, ran.out) == (2, "")
    assert "no event “songPlayd” in a.toml; did you mean “songPlayed”?" in ran.err
    assert Path("a.toml").read_text() == SHOP


def test_a_diff_changes_nothing(run: Run) -> None:
    Path("a.toml").write_text(SHOP)
    ran = run("rename", "a.toml", "--form", "verb-noun", "--diff")
    assert ran.status == 1
    assert ran.out.startswith("--- a.toml\n+++ a.toml (renamed)\n@@ ")
    assert '-name = "Song Played"\n' in ran.out
    assert '+name = "Play Song"\n' in ran.out
    assert '+aliases = ["Item Viewed"]\n' in ran.out
    assert "“Registration” stays: " in ran.err
    assert Path("a.toml").read_text() == SHOP
    ran = run("rename", "a.toml", "--form", "noun-verb-past", "--diff")
    assert (ran.status, ran.out) == (0, "")


def test_a_diff_of_nothing_says_so(run: Run) -> None:
    Path("a.toml").write_text(CLEAN)
    ran = run("rename", "a.toml", "--form", "verb-noun", "--diff")
    assert (ran.status, ran.out, ran.err) == (0, "", "a.toml: nothing to rename\n")


def test_line_endings_of_a_diff_do_not_show(run: Run) -> None:
    Path("a.toml").write_bytes(SHOP.replace("\n", "\r\n").encode())
    ran = run("rename", "--diff", "a.toml", "--form", "verb-noun")
    assert ran.status == 1
    assert "U+000D" not in ran.out


@pytest.mark.parametrize("text", [MISNAMED, CLEAN])
def test_stdin_to_stdout(run: Run, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    ran = run("rename", "-", "--form", "verb-noun")
    assert (ran.status, ran.out) == (0, CLEAN)
    assert ran.err.endswith("-: nothing to rename\n" if text == CLEAN else "-: 1 event renamed\n")


def test_an_unknown_form(run: Run) -> None:
    Path("a.toml").write_text(SHOP)
    for words in (("--form", "noun-noun"), ()):
        ran = run("rename", "a.toml", *words)
        assert (ran.status, ran.out) == (2, "")
        for form, example in EXAMPLES.items():
            assert f"{form} (“{example}”)" in ran.err
    assert Path("a.toml").read_text() == SHOP


@pytest.mark.parametrize("text", [MANY_PROBLEMS, "[[", "", 'x = "no catalog"', "format = 99\n"])
@pytest.mark.parametrize("options", [(), ("--diff",)])
def test_a_broken_file_is_not_touched(run: Run, text: str, options: tuple[str, ...]) -> None:
    Path("a.toml").write_text(text)
    ran = run("rename", "a.toml", "--form", "noun-verb-past", *options)
    assert (ran.status, ran.out) == (2, "")
    assert all(line.startswith("a.toml:") for line in ran.err.splitlines())
    assert Path("a.toml").read_text() == text


def test_other_languages_stay(run: Run) -> None:
    text = CLEAN.replace('"Play Song"', '"Song Played"').replace('name = "Shop"', 'name = "Shop"\nlanguage = "de"')
    Path("a.toml").write_text(text)
    ran = run("rename", "a.toml", "--form", "verb-noun")
    assert (ran.status, ran.out) == (0, "a.toml: nothing to rename\n")
    assert ran.err == "“Song Played” stays: its language is de, and forms are recognised in English only\n"
    assert Path("a.toml").read_text() == text


def test_what_is_in_a_form_and_stays_has_a_reason_too(run: Run) -> None:
    Path("a.toml").write_text(
        CLEAN.replace('"Play Song"', '"Payment Failed"') + '\n[[events]]\nid = "saved"\nname = "Saved Search"\n'
    )
    assert not read_name("Saved Search").sure
    failed, saved = run("rename", "a.toml", "--form", "verb-noun").err.splitlines()
    assert failed.startswith("“Payment Failed” stays: ")
    assert failed.endswith("; there is no safe “verb-noun” for it")
    assert saved.startswith("“Saved Search” stays: ")
    assert saved.endswith("; that is not sure enough")


def test_two_events_never_become_one_name(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED + '\n[[events]]\nid = "playSong"\nname = "Play Song"\n')
    ran = run("rename", "a.toml", "--form", "verb-noun")
    assert (ran.status, ran.out) == (0, "a.toml: nothing to rename\n")
    assert ran.err == "“Song Played” stays: another event would be called “Play Song” too\n"


def live(name: str) -> str:
    return f'\n[[events]]\nid = "{name.replace(" ", "-")}-1"\nname = "{name}"\nstatus = "live"\n'


def test_of_two_live_events_that_read_the_same_each_keeps_what_code_sends(run: Run) -> None:
    Path("a.toml").write_text(HEAD + live("autoequity_viewed") + live("autoEquity_viewed"))
    ran = run("rename", "a.toml", "--form", "verb-noun")
    assert Path("a.toml").read_text().count('aliases = ["autoequity_viewed"]') == 1
    assert Path("a.toml").read_text().count('aliases = ["autoEquity_viewed"]') == 1
    assert "cannot be kept" not in ran.err


def test_what_cannot_be_kept_of_a_live_event_is_said(run: Run) -> None:
    Path("a.toml").write_text(HEAD + live("Song Played") + 2 * live("Song Liked"))
    ran = run("rename", "a.toml", "--form", "verb-noun")
    cannot = "“Song Liked” is live and cannot be kept as an alias of “Like Song”: another event has exactly that name"
    assert cannot in ran.err.splitlines()
    assert Path("a.toml").read_text().count('aliases = ["Song Liked"]') == 1


def test_a_live_event_that_is_sent_by_name(run: Run) -> None:
    text = MISNAMED.replace('name = "Shop"', 'name = "Shop"\ndestinations = ["segment", "ga4"]')
    Path("a.toml").write_text(text)
    assert run("rename", "a.toml", "--form", "verb-noun", "--diff").err == ""
    Path("a.toml").write_text(text.replace("stage =", 'status = "live"\nstage ='))
    ran = run("rename", "a.toml", "--form", "verb-noun")
    assert ran.err == "“Song Played” is live, and events go to Segment by name: change the code as well\n"
    assert 'aliases = ["Song Played"]' in Path("a.toml").read_text()


def test_an_event_without_name_or_id(run: Run) -> None:
    Path("a.toml").write_text(
        CLEAN + '\n[[events]]\nid = "x"\nname = ""\n'
        '\n[[events]]\nid = ""\nname = "Item Viewed"\n'
        '\n[[events]]\nid = ""\nname = "Page Viewed"\nstatus = "live"\n'
    )
    ran = run("rename", "a.toml", "--form", "verb-noun")
    assert ran.out.splitlines()[:2] == [
        "“Item Viewed” → “View Item”  (no ID → viewItem)",
        "“Page Viewed” → “View Page”  (no ID)",
    ]
    assert (ran.status, ran.err) == (0, "")


def test_a_terminal_obeys_no_name(run: Run) -> None:
    Path("a.toml").write_text(
        CLEAN.replace('"Play Song"', r'"Song\u001b[31m Played"').replace('"playSong"', r'"a\u202eb"')
        + '\n[[events]]\nid = "b"\nname = "Payment\\u001b Overdue"\n'
    )
    ran = run("rename", "a.toml", "--form", "verb-noun", "--except", "\x1b")
    assert ran.status == 2
    assert "\x1b" not in ran.err
    for options in (("--diff",), ()):
        ran = run("rename", "a.toml", "--form", "verb-noun", *options)
        assert not {"\x1b", "\u202e"} & {*ran.out, *ran.err}


def test_a_file_that_cannot_be_written(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    Path("b.toml").hardlink_to("a.toml")
    ran = run("rename", "a.toml", "--form", "verb-noun")
    assert (ran.status, ran.out) == (2, "")
    assert "hard links" in ran.err
    assert Path("a.toml").read_text() == MISNAMED


def test_results_and_the_rest_are_apart(spawn: Spawn) -> None:
    ran = spawn("rename", "-", "--form", "verb-noun", stdin=MISNAMED.encode())
    assert (ran.returncode, ran.stdout) == (0, CLEAN.encode())
    assert ran.stderr.decode().splitlines()[0] == "“Song Played” → “Play Song”  (songPlayed → playSong)"


def test_it_loads_no_terminal(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    code = (
        "import sys; from eventsmith.cli import main; status = main(['rename', 'a.toml', '--form', 'verb-noun']);"
        "loaded = {m for m in sys.modules if m.startswith(('textual', 'rich', 'eventsmith.tui'))};"
        "assert not loaded, loaded; sys.exit(status)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
