"""Every page as text that a reviewer can read: at both sizes, right and wrong, in other scripts.

REWRITE_GOLDENS=1 writes them anew; read the difference before it is committed.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from eventsmith import destinations, presets
from eventsmith.model import Campaign, Catalog, Condition, Event, Property
from eventsmith.queries.progress import PATH
from eventsmith.session.new import new_catalog
from eventsmith.store import canonical_toml
from tests.tui.robot import Robot, tell

GOLDENS = Path(__file__).parent / "goldens"

WRONG = Catalog(
    name="Wrong",
    destinations=("infobip",),
    events=(
        Event(id="song-played", name="Song Played", stage="engagement", properties=(Property(name="email"),)),
        Event(
            id="playSong",
            name="Play Song",
            stage="engagement",
            properties=(Property(name="9 x", type="integer", example="y"),),
        ),
        Event(id="play_song", name="play song", stage="engagment"),
        Event(id="", name=""),
    ),
    campaigns=(
        Campaign(name="Lost", trigger="gone", wait="soon", conditions=(Condition(property="a", operator="="),)),
    ),
)
JAPANESE = Catalog(
    name="音楽",
    language="ja",
    events=(
        Event(id="playSong", name="曲を再生する", stage="engagement", when="再生が30秒を超えたとき"),
        Event(
            id="share",
            name="友だちに曲を共有する",
            stage="advocacy",
            properties=(Property(name="songName", example="ヘイ・ジュード"),),
        ),
    ),
)
ARABIC = Catalog(
    name="موسيقى",
    language="ar",
    events=(
        Event(id="playSong", name="تشغيل الأغنية", stage="engagement", when="عند تجاوز التشغيل ٣٠ ثانية"),
        Event(id="share", name="مشاركة 🎵", stage="advocacy"),
    ),
)


def shop() -> Catalog:
    catalog = new_catalog(["e-commerce"], None, "verb-noun", "Shop")
    return catalog.model_copy(update={"goals": ("recover",), "destinations": ("infobip", "ga4")})


CASES = {
    "shop": ([(80, 24), (120, 40)], shop),
    "wrong": ([(80, 24), (120, 40)], lambda: WRONG),
    "japanese": ([(80, 24)], lambda: JAPANESE),
    "arabic": ([(80, 24)], lambda: ARABIC),
    "empty": ([(80, 24)], Catalog),
}


SHELF = {
    "presets": ("e-commerce", "music-streaming", "saas", "travel-and-hospitality"),
    "destinations": ("ga4", "infobip", "meta", "segment"),
}
"""What the screens show there is, so that a new preset or destination changes none."""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folders = {"presets": presets.preset_folder(), "destinations": Path(destinations.__file__).parent}
    for kind, names in SHELF.items():
        (tmp_path / kind).mkdir()
        for name in names:
            copyfile(folders[kind] / f"{name}.toml", tmp_path / kind / f"{name}.toml")
    monkeypatch.setattr(presets.SHELF, "shipped", lambda: tmp_path / "presets")
    monkeypatch.setattr(destinations.SHELF, "shipped", lambda: tmp_path / "destinations")
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    presets.forget_presets()
    destinations.forget_destinations()


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(("name", "size"), [(name, size) for name, (sizes, _) in CASES.items() for size in sizes])
def test_every_page_looks_as_it_did(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / f"{name}.events.toml"
    path.write_text(canonical_toml(CASES[name][1]()))
    shown: list[str] = []

    async def story(user: Robot) -> None:
        for place in PATH:
            user.app.visit(place)
            await user.rest()
            shown.append(f"=== {place}\n" + "\n".join(line.rstrip() for line in user.lines()))
            assert all(len(line) <= size[0] for line in user.lines())

    tell(story, path, size)
    text = "\n".join(shown) + "\n"
    golden = GOLDENS / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("REWRITE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text)
    assert text == golden.read_text()
