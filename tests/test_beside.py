"""Whatever the disk says of what stands beside the work, all starts and commands go on without it and say so once."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from eventsmith import destinations, presets
from eventsmith.cli import main
from eventsmith.ground import disk
from eventsmith.plain import open_plain
from eventsmith.tui import end_of, make_app
from tests.faults import ERRORS, Faults
from tests.plain.person import Person
from tests.tui.robot import Robot
from tests.tunewave import CATALOG

PRESET = 'format = 1\nname = "Bakery"\n\n[[events]]\nid = "bakeBread"\nname = "Bake Bread"\n'
SETTINGS = "ascii = false\n"
COMMANDS = (
    ("check", "{file}"),
    ("check", "--format", "github", "{file}"),
    ("check", "--format", "sarif", "{file}"),
    ("fix", "{file}", "--diff"),
    ("rename", "{file}", "--form", "noun-verb-past", "--diff"),
    ("fmt", "{file}", "--check"),
    ("name", "Song Played", "--to", "verb-noun"),
    ("export", "{file}", "--to", "csv"),
    ("presets",),
    ("presets", "show", "e-commerce"),
    ("presets", "search", "cart"),
    ("presets", "path"),
    ("rules",),
    ("schema",),
    ("new", "{new}", "--preset", "e-commerce", "--all"),
    ("fix", "{file}"),
    ("fmt", "{file}"),
)


class Place:
    """A folder to work in, with all that can stand beside the work, which only may be asked for."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.file, self.new = folder / "shop.events.toml", folder / "new.events.toml"
        self.far = home / "far" / "other.events.toml"
        self.state, self.config, self.data = (home / name / "eventsmith" for name in ("state", "config", "data"))
        self.beside = [home, folder / "presets", Path("presets"), Path("."), folder / "near.events.toml"]
        self._home, self._folder = home, folder
        self.make()

    def make(self) -> None:
        """All as it was."""
        self.file.write_text(CATALOG)
        (self._folder / "near.events.toml").write_text(CATALOG)
        self.new.unlink(missing_ok=True)
        for path, text in {
            self.far: CATALOG,
            self.config / "settings.toml": SETTINGS,
            self.data / "presets" / "bakery.toml": PRESET,
            self._folder / "presets" / "mill.toml": PRESET,
            self.state / "memory.json": json.dumps({"theme": "", "files": {str(self.far): "events"}, "shares": {}}),
        }.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        presets.forget_presets()
        disk.forget_news()


@pytest.fixture
def place(folder: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(presets.SHELF, "project", Path("presets"))
    monkeypatch.setenv("HOME", str(own_folders))
    return Place(folder, own_folders)


def ran(place: Place, command: Sequence[str], capsys: pytest.CaptureFixture[str], faults: Faults) -> tuple[int, str]:
    """The status, and what was told on standard error."""
    place.make()
    capsys.readouterr()
    with faults.happening():
        status = main([word.format(file=place.file, new=place.new) for word in command])
    return status, capsys.readouterr().err


def each_is_said_once(place: Place, lines: Sequence[str]) -> None:
    """Also where it is said in other words: the path, or the whole start, stands there once."""
    assert not [line for line, number in Counter(lines).items() if number > 1]
    heads = [line.partition(": ")[0] for line in lines if line.startswith(str(place._home))]
    assert len(heads) == len(set(heads))


def calm(said: str) -> None:
    for word in ("Traceback", "bug of ours", "OSError", "Error:", "[Errno"):
        assert word not in said, said


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_goes_on_without_what_stands_beside_it(
    place: Place, capsys: pytest.CaptureFixture[str], command: Sequence[str]
) -> None:
    expected, told = ran(place, command, capsys, Faults(0, ()))
    for number in (errno.EACCES, errno.EIO, errno.ELOOP):
        faults = Faults(number, place.beside)
        status, said = ran(place, command, capsys, faults)
        assert status == expected, said
        calm(said)
        news = [line.removeprefix("eventsmith: ") for line in said.splitlines() if line not in told.splitlines()]
        each_is_said_once(place, news)
        assert bool(news) == bool(faults.failed), faults.failed


@pytest.mark.deep
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_goes_on_whichever_question_fails(
    place: Place, capsys: pytest.CaptureFixture[str], command: Sequence[str]
) -> None:
    expected, _ = ran(place, command, capsys, Faults(0, ()))
    for number in ERRORS:
        asked = at = 0
        while at <= asked:
            faults = Faults(number, place.beside, at)
            status, said = ran(place, command, capsys, faults)
            assert status == expected, (faults.failed, said)
            calm(said)
            each_is_said_once(place, said.splitlines())
            asked, at = faults.asked, at + 1


def walked(place: Place, faults: Faults, file: Path | None, *answers: str) -> tuple[int, Person]:
    place.make()
    person = Person(*answers)
    with faults.happening():
        status = open_plain(file, person)
    return status, person


def test_plain_goes_on_without_what_stands_beside_it(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    for file, answers in ((place.file, ("quit",)), (None, ("quit", "quit"))):
        for number in (errno.EACCES, errno.EIO, errno.ELOOP):
            faults = Faults(number, place.beside)
            status, person = walked(place, faults, file, *answers)
            assert status == 0
            said = [*person.heard, *capsys.readouterr().err.splitlines()]
            calm("\n".join(said))
            each_is_said_once(place, said)
            assert [line for line in said if str(place.state / "memory.json") in line]
            assert [line for line in said if str(place.config / "settings.toml") in line]
            assert [line for line in said if line.startswith("No journal (")]


@pytest.mark.deep
@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_plain_goes_on_whichever_question_fails(place: Place, capsys: pytest.CaptureFixture[str], number: int) -> None:
    asked = at = 0
    while at <= asked:
        faults = Faults(number, place.beside, at)
        status, person = walked(place, faults, place.file, "go goal", "", "", "", "", "", "", "open", "", "quit")
        said = [*person.heard, *capsys.readouterr().err.splitlines()]
        assert status == 0, (faults.failed, said)
        calm("\n".join(said))
        each_is_said_once(place, [line for line in said if line.startswith(str(place._home))])
        asked, at = faults.asked, at + 1


def opened(place: Place, faults: Faults | None, file: Path | None) -> tuple[int, list[str]]:
    """The exit status of the app, and all that it says on its message line; then one leaves."""
    place.make()
    said: list[str] = []

    async def run() -> int:
        app = make_app(file)
        shown = app.say

        def say(text: str, *, bad: bool = False) -> None:
            said.append(text)
            shown(text, bad=bad)

        app.say = say  # type: ignore[method-assign]
        async with app.run_test() as pilot:
            for _ in range(2000):
                if app.is_ready:
                    break
                await asyncio.sleep(0.005)
            await Robot(app, pilot).rest()
            app.end(0)
        assert app.failure is None
        return end_of(app)

    with faults.happening() if faults else nullcontext():
        return asyncio.run(run()), list(filter(None, said))


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("has_file", [True, False])
def test_the_app_goes_on_without_what_stands_beside_it(
    place: Place, capsys: pytest.CaptureFixture[str], has_file: bool, number: int
) -> None:
    faults = Faults(number, place.beside)
    status, said = opened(place, faults, place.file if has_file else None)
    assert status == 0
    calm("\n".join([*said, capsys.readouterr().err]))
    told = [line for line in said if "settings.toml" in line]
    assert told
    assert "more)" in told[0]
    assert [line for line in said if line.startswith("No journal (")]


@pytest.mark.deep
@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENOENT], ids=errno.errorcode.get)
def test_the_app_goes_on_whichever_question_fails(
    place: Place, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    asked = at = 0
    while at <= asked:
        faults = Faults(number, place.beside, at)
        status, said = opened(place, faults, place.file)
        assert status == 0, (faults.failed, said)
        calm("\n".join([*said, capsys.readouterr().err]))
        asked, at = faults.asked, at + 1


@pytest.mark.parametrize("at", [".", "acme.toml"])
@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ELOOP], ids=errno.errorcode.get)
def test_check_says_that_a_destination_of_ones_own_could_not_be_read(
    place: Place, capsys: pytest.CaptureFixture[str], number: int, at: str
) -> None:
    place.file.write_text(CATALOG.replace("industries", 'destinations = ["acme"]\nindustries'))
    own = place.data / "destinations"
    own.mkdir()
    (own / "acme.toml").write_text('title = "Acme"\nsends = "id"\n')
    destinations.forget_destinations()
    assert main(["check", str(place.file)]) == 0
    destinations.forget_destinations()
    capsys.readouterr()
    with Faults(number, [own / at]).happening():
        assert main(["check", str(place.file)]) == 1
    destinations.forget_destinations()
    said = capsys.readouterr()
    calm(said.out + said.err)
    assert ("There is no destination “acme” among those that can be read" in said.out) == (at == ".")
    assert ("The destination “acme” is broken" in said.out) == (at == "acme.toml")
    assert said.err.count(f"{own / at}: ") == 1


def shipped_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A destination of ours cannot be read, as on a disk with a bad block."""
    content, ours = disk.content, destinations.SHELF.shipped() / "mixpanel.toml"

    def fail(path: Path, most: int, *, follow: bool = True) -> disk.Content:
        if path == ours:
            return disk.Content(error=OSError(errno.EIO, os.strerror(errno.EIO), str(path)))
        return content(path, most, follow=follow)

    destinations.forget_destinations()
    monkeypatch.setattr(disk, "content", fail)


@pytest.mark.parametrize("command", [("check", "{file}"), ("rename", "{file}", "--form", "verb-noun")], ids=" ".join)
def test_of_our_own_files_it_is_said_what_the_disk_did(
    place: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: Sequence[str]
) -> None:
    place.file.write_text(CATALOG.replace("industries", 'destinations = ["mixpanel"]\nindustries'))
    shipped_fails(monkeypatch)
    assert main([word.format(file=place.file) for word in command]) == 2
    said = capsys.readouterr().err
    calm(said)
    assert re.search(r"^eventsmith: \S+/destinations/\w+\.toml: the disk failed\. No file is left half-written", said)


def test_in_the_app_it_is_said_what_the_disk_did(
    place: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.file.write_text(CATALOG.replace("industries", 'destinations = ["mixpanel"]\nindustries'))
    shipped_fails(monkeypatch)
    app = make_app(place.file)

    async def run() -> None:
        async with app.run_test() as pilot:
            while app.failure is None:
                await pilot.pause()

    with pytest.raises(WorkerFailed, match="OSError"):
        asyncio.run(run())
    assert end_of(app) == 2
    said = capsys.readouterr().err
    calm(said)
    assert "mixpanel.toml: the disk failed." in said


def test_the_app_starts_without_one_of_our_own_files(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped_fails(monkeypatch)
    status, said = opened(place, None, None)
    assert status == 0
    assert "mixpanel.toml: the disk failed; the destination is left out" in " ".join(said)


def test_plain_says_what_the_disk_did_and_keeps_the_work(
    place: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Struck(Person):
        def answer(self) -> str:
            answer = super().answer()
            if answer == "Always":
                shipped_fails(monkeypatch)
            return answer

    place.file.write_text(CATALOG.replace("industries", 'destinations = ["mixpanel"]\nindustries'))
    person = Struck("go events", "change", "1", "fires", "Always", "back", "go goal", "", "", "", "", "")
    assert open_plain(place.file, person) == 2
    said = capsys.readouterr().err
    calm(said)
    assert "the disk failed. Your unsaved work is kept in" in said
