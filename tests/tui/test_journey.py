"""The picture of the journey: for any catalog and width, in bounds, complete, connected, and true to the mouse."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from eventsmith.model import STAGES, Campaign, Catalog, Condition, Event
from eventsmith.queries.journey import Journey, journey
from eventsmith.tui.views.cell_wrap import wrap
from eventsmith.tui.views.journey import LEAST_WIDTH, picture
from eventsmith.tui.views.journey_picture import Picture
from eventsmith.tui.views.row import NO_KEY, RowKey

IDS = [f"e{number}" for number in range(12)]
NAMES = ("Register", "Complete Purchase", "曲を再生する", "تشغيل الأغنية", "مشاركة 🎵", "", "👩‍👩‍👧 Join", "a\nb")
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = st.sampled_from([*NAMES, "\x00" * 9, "x" * 60, "é" * 30]) | any_text
ids = st.sampled_from(["", "gone", *IDS])
events = st.builds(
    Event,
    id=st.sampled_from(IDS),
    name=names,
    stage=st.sampled_from(["", "elsewhere", *STAGES, *STAGES[:2] * 4]),
    status=st.sampled_from(["planned", "planned", "idea"]),
)
campaigns = st.builds(
    Campaign,
    name=names,
    trigger=ids,
    goal_event=ids,
    wait=st.sampled_from(["", "1 hour"]),
    goal_within=st.sampled_from(["", "3 days"]),
    unless=st.lists(ids, max_size=2).map(tuple),
    conditions=st.sampled_from([(), (Condition(property="amount", operator=">=", value=1000),)]),
)
catalogs = st.builds(
    Catalog,
    stages=st.sampled_from([STAGES, STAGES[:3], ("曲を再生する", "elsewhere"), ("one",), ()]),
    events=st.lists(events, max_size=12).map(tuple),
    campaigns=st.lists(campaigns, max_size=8).map(tuple),
)
widths = st.integers(LEAST_WIDTH, 240)


@given(catalogs, widths)
def test_all_of_the_story_is_there_once_within_the_width_and_where_the_mouse_finds_it(
    catalog: Catalog, width: int
) -> None:
    told = journey(catalog)
    drawn = picture(told, width)
    assert [cell_len(drawn.text(y)) for y in range(drawn.height) if cell_len(drawn.text(y)) > width] == []
    expected = [RowKey("event", stop.number) for stage in told.stages for stop in stage.stops]
    expected += [RowKey("campaign", route.number) for route in told.routes]
    assert sorted(item.key for item in drawn.items) == sorted(expected)
    for item in drawn.items:
        assert drawn.at(item.x, item.y) == item.key
    for y in range(drawn.height):
        pieces = drawn.line(y)
        assert all(piece.end <= after.x for piece, after in pairwise(pieces)), drawn.text(y)
        assert all(drawn.at(piece.x, y) == piece.key for piece in pieces if piece.key != NO_KEY)


@given(catalogs, widths)
def test_a_line_leads_from_an_event_down_to_each_campaign_it_starts(catalog: Catalog, width: int) -> None:
    told = journey(catalog)
    drawn = picture(told, width)
    for route in told.routes:
        if route.start is not None:
            start, item = drawn.item(RowKey("event", route.start)), drawn.item(RowKey("campaign", route.number))
            assert start is not None
            assert item is not None
            assert item.y > start.y
            assert item.column == start.column
            _follow(drawn, start.x, start.y, item.x, item.y)


def _follow(drawn: Picture, start_x: int, start_y: int, x: int, y: int) -> None:
    """Goes along the line from the sign of a campaign back to that of an event."""
    cells = [_cells(drawn, at) for at in range(y + 1)]
    x -= 1
    while cells[y][x] == "━":
        x -= 1
    assert cells[y][x] in "┗┣", drawn.whole_text()
    y -= 1
    if drawn.stacked:
        assert x == start_x
        while y > start_y and cells[y][x] in "┃┣ ":  # Past other campaigns, and further lines of the event's name.
            y -= 1
        assert y == start_y
        return
    while cells[y][x] in "┃┣":
        y -= 1
    assert (y, cells[y][x]) == (start_y, "┏"), drawn.whole_text()
    assert set(cells[y][x + 1 : start_x]) <= {"━"}


def _cells(drawn: Picture, y: int) -> list[str]:
    """One text for each cell."""
    cells: list[str] = []
    for piece in drawn.line(y):
        cells += [" "] * (piece.x - len(cells))
        narrow = cell_len(piece.text) == len(piece.text)
        cells += piece.text if narrow else ["?"] * cell_len(piece.text)
    return cells


@given(catalogs, widths)
def test_the_arrows_reach_everything_and_stay_inside(catalog: Catalog, width: int) -> None:
    drawn = picture(journey(catalog), width)
    keys = {item.key for item in drawn.items}
    reached, ahead = set[RowKey](), [item.key for item in drawn.items[:1]]
    while ahead:
        key = ahead.pop()
        reached.add(key)
        beside = {drawn.beside(key, *step) for step in ((0, 1), (0, -1), (1, 0), (-1, 0))}
        assert beside <= keys
        ahead += beside - reached
    assert reached == keys


@given(names, st.integers(2, 60))
def test_wrapped_text_keeps_within_its_room_and_loses_no_word(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(cell_len(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(wrap(text, 10_000)).split())


def _campaign(name: str, trigger: str, goal: str = "", **more: str) -> Campaign:
    return Campaign(name=name, trigger=trigger, goal_event=goal, **more)


SHOP = Catalog(
    events=(
        Event(id="register", name="Register", stage="acquisition"),
        Event(id="visit", name="Visit Page", stage="acquisition"),
        Event(id="login", name="Log In", stage="activation"),
        Event(id="play", name="Play Song", stage="engagement"),
        Event(id="checkout", name="Start Checkout", stage="conversion"),
        Event(id="buy", name="Complete Purchase", stage="conversion"),
    ),
    campaigns=(
        _campaign("Welcome", "register", "play", goal_within="3 days"),
        Campaign(name="Abandoned checkout", trigger="checkout", wait="1 hour", unless=("buy",)),
        Campaign(name="Lost", trigger="gone", goal_event="buy"),
    ),
)


def test_side_by_side_it_is_a_map() -> None:
    assert picture(journey(SHOP), 110).whole_text().split("\n") == [
        "  ACQUISITION ━━━━━━━━━━━━━▶ ACTIVATION ━━━━━━━━━━━━━▶ ENGAGEMENT ━━━━━━━━━━━━━━▶ CONVERSION",
        "┏━● Register                 ○ Log In                  ◎ Play Song              ┏━● Start Checkout",
        "┃ ○ Visit Page                                                                  ┃ ◎ Complete Purchase",
        "┃                                                                               ┃",
        "┗━✉ Welcome, at once ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶◎ Play Song, within 3    ┗━✉ Abandoned checkout, after",
        "                                                         days                       1 hour, unless Complete",
        "                                                                                    Purchase",
        "",
        "Nothing in the journey starts these",
        "✉ Lost, at once ━▶ ◎ Complete Purchase",
        "",
        "● starts a campaign   ◎ is a goal   ✉ is a campaign",
        "",
    ]


def test_where_it_is_narrow_the_stages_stand_below_each_other() -> None:
    assert picture(journey(SHOP), 50).whole_text().split("\n") == [
        "◆ ACQUISITION",
        "┃ ● Register",
        "┃ ┗━✉ Welcome, at once ━▶ ◎ Play Song, within 3",
        "┃     days",
        "┃ ○ Visit Page",
        "▼ ACTIVATION",
        "┃ ○ Log In",
        "▼ ENGAGEMENT",
        "┃ ◎ Play Song",
        "▼ CONVERSION",
        "┃ ● Start Checkout",
        "┃ ┗━✉ Abandoned checkout, after 1 hour, unless",
        "┃     Complete Purchase",
        "┃ ◎ Complete Purchase",
        "",
        "Nothing in the journey starts these",
        "✉ Lost, at once ━▶ ◎ Complete Purchase",
        "",
        "● starts a campaign ◎ is a goal ✉ is a campaign",
        "",
    ]


@pytest.mark.parametrize("width", [50, 110])
def test_events_without_a_stage_and_ideas(width: int) -> None:
    catalog = Catalog(events=(Event(id="a", name="A"), Event(id="b", name="B", status="idea")))
    told: Journey = journey(catalog)
    assert [stage.name for stage in told.stages] == ["no stage"]
    assert "NO STAGE" in picture(told, width).whole_text()
    assert "B" not in picture(told, width).whole_text()


def test_nothing_makes_an_empty_picture() -> None:
    assert picture(journey(Catalog()), 80).height == 0
