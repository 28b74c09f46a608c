"""What strangers type into the palette, and what must come first."""

from pathlib import Path

import pytest

from eventsmith.model import Campaign, Catalog, Event, Property
from eventsmith.queries.progress import PATH
from eventsmith.store import canonical_toml
from eventsmith.tui.actions import ACTIONS
from eventsmith.tui.dialogs.palette import Hit, is_real
from eventsmith.tui.palette import CATALOG, HERE, PERHAPS, PRESETS, Finder
from eventsmith.tui.synonyms import SYNONYMS
from eventsmith.tui.views.finding import Grade, Wanted
from tests.tui.fake_host import FakeHost
from tests.tui.robot import Robot, tell

SHOP = Catalog(
    name="Shop",
    events=(
        Event(id="placeOrder", name="Place Order", properties=(Property(name="ownerName"), Property(name="total"))),
        Event(id="saveCart", name="Save Cart", aliases=("Keep Basket",)),
    ),
    campaigns=(Campaign(name="Abandoned cart", trigger="saveCart"),),
)


def finder(here: str = "events") -> Finder:
    host = FakeHost(SHOP)
    host.here = here
    return Finder(host)


def first(typed: str, here: str = "events") -> tuple[str, Hit]:
    section = finder(here).find(Wanted(typed))[0]
    return section.title, section.hits[0]


@pytest.mark.parametrize(
    ("typed", "here", "label", "of"),
    [
        ("contrast", "events", "Theme", "Choose how the screen looks"),
        ("dark", "events", "Light or dark", ""),
        ("colors", "goal", "Light or dark", ""),
        ("spreadsheet", "events", "Export", ""),
        ("excel", "review", "Export", ""),
        ("csv", "review", "Export", ""),
        ("duplicate", "properties", "Copy to events", ""),
        ("duplicate", "events", "Copy", ""),
        ("rename", "events", "Edit", "details of the event"),
        ("rename", "names", "Edit", "name and ID"),
        ("rename", "properties", "Edit", "cell"),
        ("rename", "campaigns", "Edit", "details of the campaign"),
        ("delete", "events", "Remove", "the event"),
        ("delete", "properties", "Remove", "the property"),
        ("delete", "campaigns", "Remove", "the campaign"),
        ("delete", "goal", "Remove", "Events:"),
        ("undo", "events", "Undo", ""),
        ("UNDO", "events", "Undo", ""),
        ("revert", "events", "Undo", ""),
        ("take back", "events", "Undo", ""),
        ("owner", "properties", "Owner", ""),
        ("owner", "events", "Owner", ""),
        ("exit", "events", "Quit", ""),
        ("search", "properties", "Find", "Events:"),
        ("new", "campaigns", "Add", "campaign"),
        ("new", "events", "Add", "event"),
        ("new", "properties", "Add", "property"),
        ("new campaign", "events", "Add", "Campaigns:"),
        ("order", "events", "Move up", ""),
        ("save", "events", "Save", "to its file"),
        ("save as", "events", "Save as", ""),
        ("template", "events", "Save as preset", ""),
        ("preferences", "events", "Settings", ""),
        ("shortcuts", "events", "Help", ""),
        ("ignore", "review", "Silence", ""),
        ("why", "review", "The rule", ""),
        ("glossary", "events", "Words", "Names:"),
        ("open", "review", "Open", ""),
        ("names", "events", "Go to Names", ""),
        ("del", "events", "Remove", "the event"),
        ("sett", "events", "Settings", ""),
    ],
)
def test_what_strangers_type_finds_the_action_first(typed: str, here: str, label: str, of: str) -> None:
    _, hit = first(typed, here)
    assert hit.title == label
    assert of in hit.about
    assert hit.grade is not Grade.GUESS


@pytest.mark.parametrize(
    ("typed", "title", "about"),
    [
        ("place order", "Place Order", "event"),
        ("placeorder", "Place Order", "event, “placeOrder”"),
        ("basket", "Save Cart", "event, “Basket”"),
        ("cart", "Save Cart", "event"),
        ("total", "total", "property of Place Order"),
        ("place total", "total", "property of Place Order"),
        ("abandoned", "Abandoned cart", "campaign"),
    ],
)
def test_what_is_in_the_catalog_is_found_by_its_names(typed: str, title: str, about: str) -> None:
    section, hit = first(typed)
    assert (section, hit.title, hit.about) == (CATALOG, title, about)


@pytest.mark.parametrize(("typed", "title"), [("udno", "Undo"), ("expotr", "Export"), ("Plcae Order", "Place Order")])
def test_what_is_mistyped_is_guessed_and_said_to_be_a_guess(typed: str, title: str) -> None:
    found = finder().find(Wanted(typed))
    assert found[0].title == PERHAPS
    assert title in [hit.title for hit in found[0].hits]
    assert not is_real(found)


@pytest.mark.parametrize("typed", ["delete", "owner", "save", "cart", "rename", "o", "account"])
def test_no_guess_stands_beside_what_was_really_found(typed: str) -> None:
    found = finder().find(Wanted(typed))
    assert not is_real(found) or all(hit.grade is not Grade.GUESS for section in found for hit in section.hits)


def test_events_of_presets_are_a_section_of_their_own() -> None:
    found = finder()
    assert not any(section.title == PRESETS for section in found.find(Wanted("delete")))
    (presets,) = found.find_in_presets(Wanted("delete account"))
    assert presets.title == PRESETS
    assert presets.hits[0].title == "Close Account"
    assert "also called “Delete Account”" in presets.hits[0].about


def test_what_the_catalog_has_is_not_offered_from_presets() -> None:
    assert "Place Order" not in [hit.title for one in finder().find_in_presets(Wanted("order")) for hit in one.hits]


@pytest.mark.parametrize("here", PATH)
def test_with_nothing_typed_it_holds_all_actions_those_of_the_page_first(here: str) -> None:
    sections = finder(here).find(Wanted(""))
    titles = [section.title for section in sections]
    loud = [action for action in ACTIONS if not action.quiet]
    assert sum(len(section.hits) for section in sections) == len(loud)
    assert titles == sorted(titles, key=("On this page", "On every page", "On other pages").index)
    assert HERE in titles or here == "goal"


def test_synonyms_are_of_actions_that_there_are() -> None:
    assert set(SYNONYMS) <= {action.name for action in ACTIONS}


@pytest.mark.parametrize(
    ("typed", "title", "others", "about", "grade"),
    [
        ("song", "Song", "", "", Grade.WHOLE),
        ("song", "Play Song", "", "", Grade.WORD),
        ("name", "songName", "", "", Grade.WORD),
        ("so", "Play Song", "", "", Grade.START),
        ("ong", "Play Song", "", "", Grade.INSIDE),
        ("on", "Play Song", "", "", None),
        ("曲", "音楽の曲", "", "", Grade.INSIDE),
        ("tune", "Play Song", "tune track", "", Grade.OTHER_WORD),
        ("tu", "Play Song", "tune track", "", Grade.START_OF_OTHER),
        ("une", "Play Song", "tune track", "", None),
        ("hear", "Play Song", "", "what people hear", Grade.ABOUT),
        ("song hear", "Play Song", "", "what people hear", Grade.ABOUT),
        ("song gone", "Play Song", "", "what people hear", None),
        ("[/b] (", "a [/b] ( c", "", "", Grade.WORD),
    ],
)
def test_how_well_something_matches(typed: str, title: str, others: str, about: str, grade: Grade | None) -> None:
    match = Wanted(typed).match(title, others, about)
    assert (match.grade if match is not None else None) == grade


def test_what_matched_is_marked_where_it_stands() -> None:
    wanted = Wanted("song ong play")
    assert [("Play Song, play"[start:end]) for start, end in wanted.places_in("Play Song, play")] == [
        "Play",
        "Song",
        "play",
    ]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(SHOP))
    return path


def test_delete_and_enter_take_no_event_of_another_industry(shop: Path) -> None:
    async def story(user: Robot) -> None:
        await user.types_ahead("4{ctrl+p}delete{enter}")
        await user.rest()
        assert "Delete Account" not in [event.name for event in user.app.session.catalog.events]
        assert user.app.here == "properties"

    tell(story, shop, (120, 40))


def test_a_guess_is_not_run_while_presets_are_looked_through(shop: Path) -> None:
    async def story(user: Robot) -> None:
        await user.types_ahead("{ctrl+p}mortgage form{enter}")
        await user.comes_to_see("Took “Fill Mortgage Form”")

    tell(story, shop, (120, 40))


def test_an_action_of_another_page_goes_there_and_runs(shop: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("1{ctrl+p}new campaign")
        user.sees("On other pages", "Campaigns: Add a campaign of your own")
        await user.keys("{enter}")
        assert user.app.here == "campaigns"
        assert len(user.app.session.catalog.campaigns) == 2

    tell(story, shop, (120, 40))


def test_what_acts_on_a_row_of_another_page_only_goes_there_and_says_how(shop: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("1{ctrl+p}remove event{enter}")
        assert user.app.here == "events"
        assert user.app.session.catalog == SHOP
        user.sees("D does it to the row you are on: Remove the event")

    tell(story, shop, (120, 40))


def test_the_mouse_runs_with_one_click(shop: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+p}go to review")
        line = next(at for at, text in enumerate(user.lines()) if "Show Review" in text)
        await user.pilot.click(offset=(20, line))
        await user.rest()
        assert user.app.here == "review"

    tell(story, shop, (120, 40))


def test_a_text_that_does_not_fit_is_whole_below_and_enter_runs_no_guess(shop: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+p}contrast")
        user.sees("the terminal's own, yours")
        await user.keys("[[{enter}")
        user.sees("Perhaps you mean", "Theme")
        await user.keys("[[[[{pagedown}{pageup}{enter}")
        await user.comes_to_see("Nothing has this in it")
        await user.keys("{escape}")
        assert user.app.session.catalog == SHOP

    tell(story, shop, (80, 24))
