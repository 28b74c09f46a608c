"""Text that people and files bring is shown as text: it ends nothing, runs nothing, and hides nothing."""

import json
from pathlib import Path

import pytest

from eventsmith.model import Campaign, Catalog, Condition, Event, Property, PropertyField
from eventsmith.queries.progress import PATH
from eventsmith.store import canonical_toml
from tests.tui.robot import Robot, tell

OWN = [
    "[/b] plan",
    "[@click=app.quit]x[/]",
    "[TODO] Q3",
    "[",
    "\\[red]",
    "A\x1b]0;PWNED\x07B",
    "A\x1b[2J\x1b[31mB",
    "A\u202eB\u202c",
    "A\x9b31mB",
    "A\x00B\x7f",
    "曲を再生する👨‍👩‍👧‍👦",
    "تشغيل الأغنية",
    "e\u0301\u0301\u0301",
    "a\tb\nc\rd",
    "\u200b\u2066 \u2069",
]
SHARED = Path(__file__).parents[3] / "shared" / "corpora"


def corpus() -> list[str]:
    """The strings of ours, and those of the corpora where they are at hand."""
    texts = list(OWN)
    own, naughty = SHARED / "own" / "hostile-strings.json", SHARED / "blns" / "blns.json"
    if own.exists():
        table = json.loads(own.read_text())
        texts += [text for group in table.values() if isinstance(group, list) for text in group]
    if naughty.exists():
        texts += json.loads(naughty.read_text())
    return [text for text in texts if not any("\ud800" <= letter <= "\udfff" for letter in text)]


def made_of(texts: list[str]) -> Catalog:
    """A catalog with a text in every place that takes one."""
    events = tuple(
        Event(
            id=text,
            name=text,
            stage=texts[0],
            when=text,
            description=text,
            aliases=(text,),
            properties=(
                Property(name=text, type="list", description=text, example=[text], fields=(PropertyField(name=text),)),
                Property(name=f"p{text}", values=(text,), unit=text, unit_in=text, example=text),
            ),
        )
        for text in texts
    )
    campaigns = tuple(
        Campaign(
            name=text,
            trigger=text,
            message=text,
            wait=text,
            unless=(text,),
            conditions=(Condition(property=f"p{text}", operator="=", value=text),),
        )
        for text in texts[:20]
    )
    return Catalog(name=texts[0], description=texts[0], stages=(texts[0], "x"), events=events, campaigns=campaigns)


@pytest.mark.parametrize("start", [0, *(pytest.param(at, marks=pytest.mark.deep) for at in range(5, len(OWN), 5))])
def test_every_page_shows_it_as_it_is(tmp_path: Path, start: int) -> None:
    path = tmp_path / "hostile.events.toml"
    path.write_text(canonical_toml(made_of(OWN[start : start + 5])), encoding="utf-8", newline="")
    seen: list[str] = []

    async def story(user: Robot) -> None:
        for place in PATH:
            user.app.visit(place)
            await user.rest()
            seen.append(user.text())
            await user.keys("{down}{down}{tab}{tab}")
            seen.append(user.text())
        await user.keys("{ctrl+p}")
        await user.rest()
        await user.keys("a")
        await user.rest()
        seen.append(user.text())
        await user.keys("{escape}")
        await user.keys("{question_mark}{escape}")

    app = tell(story, path)
    assert app.failure is None
    whole = "\n".join(seen)
    assert not any(letter in whole for letter in "\x00\x07\x1b\x7f\x9b\u202e\u2066")
    if start == 0:
        assert "[/b] plan" in whole
        assert "[@click=app.quit]x[/]" in whole
    if start == 5:
        assert "<U+001B>" in whole


@pytest.mark.deep
def test_every_string_of_the_corpora_is_shown_and_kept(tmp_path: Path) -> None:
    if not SHARED.exists():
        pytest.skip("the corpora of hostile strings are not beside this checkout")
    texts = corpus()
    for start in range(0, len(texts), 40):
        path = tmp_path / f"{start}.events.toml"
        path.write_text(canonical_toml(made_of(texts[start : start + 40])), encoding="utf-8", newline="")

        async def story(user: Robot) -> None:
            for place in PATH:
                user.app.visit(place)
                await user.rest()
                for _ in range(12):
                    await user.keys("{down}")
                    assert not set(user.text()) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066")

        app = tell(story, path)
        assert app.failure is None


def test_what_is_typed_and_pasted_is_text(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        for text in OWN[:5]:
            user.app.visit("events")
            await user.rest()
            await user.keys("{a}")
            await user.keys(text.replace("{", ""))
            user.sees(text.strip())
            await user.keys("{enter}{escape}")
        assert {event.name for event in user.app.session.catalog.events} == set(OWN[:5])

    assert tell(story, tmp_path / "new.events.toml").failure is None
