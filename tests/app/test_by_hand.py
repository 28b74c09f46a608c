"""What hands do in a real terminal: the mouse drags, the window changes while one types, few colours and signs."""

from pathlib import Path

from eventsmith.model import Catalog, Event
from eventsmith.store import canonical_toml, read_file
from tests.app.terminal import Terminal

NAMES = ("Register", "Play Song", "Share Song")


def catalog(folder: Path) -> Path:
    path = folder / "shop.events.toml"
    events = [Event(id=f"e{at}", name=name, stage="engagement", when="It is done") for at, name in enumerate(NAMES)]
    path.write_text(canonical_toml(Catalog(name="Shop", events=tuple(events))))
    return path


def at(user: Terminal, text: str) -> tuple[int, int]:
    """Column and line of a text, from 1, as terminals count; it may be on its way to the screen."""
    user.sees(text)
    line = next(number for number, shown in enumerate(user.screen.display) if text in shown)
    return user.screen.display[line].index(text) + 1, line + 1


def drag(user: Terminal, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Mouse sequences of SGR: down, along, up."""
    for button, (column, line), kind in ((0, start, "M"), (32, end, "M"), (0, end, "m")):
        user.sends(f"\x1b[<{button};{column};{line}{kind}")


def test_the_mouse_drags_an_event_and_the_line_between_list_and_details(tmp_path: Path) -> None:
    path = catalog(tmp_path)
    user = Terminal(path.name, folder=tmp_path, columns=120, lines=40)
    user.sees("›✓ Register")
    drag(user, at(user, "✓ Register"), at(user, "✓ Share Song"))
    user.sees("F2 saves")
    user.keys("5")
    line, row = at(user, "⋮")
    drag(user, (line, row), (line - 15, row))
    user.waits(lambda: at(user, "⋮")[0] == line - 15, "the line stands further left")
    user.keys("{f2}")
    user.sees("Saved")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    assert [event.name for event in read_file(path).catalog.events] == ["Play Song", "Share Song", "Register"]
    again = Terminal(path.name, folder=tmp_path, columns=120, lines=40)
    again.sees("Campaigns")
    assert at(again, "⋮")[0] == line - 15, "it is kept for the next start"
    again.keys("{ctrl+q}")
    assert again.ends() == 0


def test_the_window_changes_while_one_types(tmp_path: Path) -> None:
    path = catalog(tmp_path)
    user = Terminal(path.name, folder=tmp_path)
    user.sees("›✓ Register")
    user.keys("e{ctrl+u}")
    for letter, (columns, lines) in zip(
        "Sign Up", ((120, 40), (60, 16), (40, 10), (300, 100), (81, 25), (80, 24), (99, 30)), strict=True
    ):
        user.sends(letter)
        user.resizes(columns, lines)
    user.keys("{tab}{esc}{f2}")
    user.sees("Saved")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    assert read_file(path).catalog.events[0].name == "Sign Up"


def test_what_is_typed_while_the_window_is_too_small_is_kept(tmp_path: Path) -> None:
    path = catalog(tmp_path)
    user = Terminal(path.name, folder=tmp_path)
    user.sees("›✓ Register")
    user.keys("e{end} a")
    user.resizes(40, 10)
    user.sees("needs 60 columns and 16")
    assert "U+" not in user.text()
    assert "Register" not in user.text()
    user.keys("b")
    user.resizes(80, 24)
    user.sees("Register ab")
    user.keys("c{tab}{esc}{f2}")
    user.sees("Saved")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    assert read_file(path).catalog.events[0].name == "Register abc"


def test_a_field_keeps_the_keys_when_the_window_gets_narrow_and_wide_again(tmp_path: Path) -> None:
    path = catalog(tmp_path)
    user = Terminal(path.name, folder=tmp_path, columns=120, lines=40)
    user.sees("›✓ Register")
    user.keys("{tab}{end} a")
    for columns, lines, letter in ((80, 24, "b"), (120, 40, "c")):
        user.resizes(columns, lines)
        user.keys(letter)
        user.sees(f"Register a{'bc'[: 'bc'.index(letter) + 1]}")
    user.keys("{f2}")
    user.sees("Saved")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    assert read_file(path).catalog.events[0].name == "Register abc"


def test_sixteen_colours_and_letters_for_signs_show_all_the_same(tmp_path: Path) -> None:
    path = catalog(tmp_path)
    settings = tmp_path / "config" / "eventsmith" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("ascii = true\n")
    environment = {"TERM": "xterm", "COLORTERM": "", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    user = Terminal(path.name, folder=tmp_path, columns=120, lines=40, **environment)
    user.sees(">v Register")
    user.keys("{f8}{f8}{f8}{f8}")
    user.sees("6 Review")
    assert all(ord(letter) < 128 for letter in user.text())
    assert b"38;2;" not in user.raw, "no colour of more than sixteen"
    user.keys("{ctrl+q}")
    assert user.ends() == 0
