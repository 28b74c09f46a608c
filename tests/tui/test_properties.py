"""The properties of an event, edited as in a spreadsheet."""

import random
from pathlib import Path

import pytest
from textual import events

from eventsmith.edits import Remove
from eventsmith.model import LIMITS, Campaign, Catalog, Condition, Event, Property, PropertyField
from eventsmith.store import canonical_toml
from eventsmith.tui.widgets.cell_editing import BEST_INPUT
from eventsmith.tui.widgets.property_card import PropertyCard
from eventsmith.tui.widgets.sheet import Sheet
from tests.tui.robot import Robot, Story, tell

CATALOG = Catalog(
    name="Shop",
    events=(
        Event(
            id="buy",
            name="Buy",
            stage="conversion",
            properties=(
                Property(name="amount", type="decimal", required=True, unit_in="currency", used_for=("campaign",)),
                Property(name="currency", example="EUR", used_for=("analytics",)),
                Property(name="items", type="list", used_for=("campaign",), fields=(PropertyField(name="title"),)),
            ),
        ),
        Event(id="return", name="Return", stage="retention", properties=(Property(name="amount", type="decimal"),)),
        Event(id="look", name="Look", stage="engagement"),
    ),
    campaigns=(
        Campaign(name="Thanks", trigger="buy", conditions=(Condition(property="amount", operator=">", value=1),)),
    ),
)


ALSO_CALLED = "{end}" + "{left}" * (len(LIMITS) + 1)
"""The keys that lead to the last column but those of limits."""


def shown(tmp_path: Path, story: Story, size: tuple[int, int] = (80, 24), catalog: Catalog = CATALOG) -> None:
    """Runs a story that starts with the events of the place."""
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(catalog))

    async def whole(user: Robot) -> None:
        await user.keys("{4}")
        await story(user)

    failure = tell(whole, path, size).failure
    if failure is not None:
        raise failure


def names(user: Robot, event: int = 0) -> list[str]:
    return [prop.name for prop in user.app.session.catalog.events[event].properties]


def props(user: Robot, event: int = 0) -> tuple[Property, ...]:
    return user.app.session.catalog.events[event].properties


async def paste(user: Robot, text: str) -> None:
    event = events.Paste(text)
    event.set_sender(user.app)
    user.app.post_message(event)
    await user.rest()


def test_cells_are_edited_in_place_and_one_goes_along(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        user.sees("Property", "Type", "Always", "✓ amount", "+ Type here to add a property")
        await user.keys("{tab}{right}{right}{enter}12.x")
        user.sees("Example 12.x", "✗ The example should be")
        assert props(user)[0].example == "12.x"
        await user.keys("{backspace}5{enter}")
        user.sees("12.5", "Example EUR")
        await user.keys("{enter}{end}O{tab}{space}{tab}{space}{right}{space}")
        assert (props(user)[1].example, props(user)[1].required) == ("EURO", True)
        assert props(user)[1].used_for == ("campaign", "segment", "analytics")
        await user.keys(
            f"{ALSO_CALLED}{{left}}{{left}}{{left}}{{left}}{{enter}}{{shift+tab}}What is paid with"
            "{tab}{tab}{tab}amount{enter}{up}"
        )
        assert (props(user)[1].description, props(user)[1].unit_in) == ("What is paid with", "amount")
        user.sees("‹", "Unit in", "Means")
        await user.keys("{home}{delete}{escape}")
        assert names(user) == ["amount", "currency", "items"]
        for _ in range(9):
            await user.keys("{f9}")
        assert not user.app.session.dirty

    shown(tmp_path, story)


def test_the_unit_is_completed_from_the_properties_beside_it(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys(f"{{tab}}{ALSO_CALLED}{{left}}{{left}}{{enter}}{{ctrl+u}}cu")
        assert props(user)[0].unit_in == "cu"
        await user.keys("{right}{enter}")
        assert props(user)[0].unit_in == "currency"
        await user.keys("{enter}AM")
        user.sees("AMount")
        await user.keys("{right}{enter}")
        assert props(user)[1].unit_in == "amount"
        # Neither a list nor the property itself holds its unit; a field of a list finds what is beside the list.
        await user.keys(f"{{home}}{{right}}{{enter}}{ALSO_CALLED}{{left}}{{left}}{{enter}}am{{right}}{{enter}}")
        assert props(user)[2].fields[0].unit_in == "amount"

    shown(tmp_path, story)


def test_what_the_items_of_a_list_are_and_other_names_are_seen_and_edited(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys(f"{{tab}}{ALSO_CALLED}{{left}}{{space}}")
        user.sees("Only a list has items: choose the type list first")
        await user.keys("{down}{down}")
        await user.keys("{space}int{enter}")
        assert props(user)[2].item_type == "integer"
        await user.keys("{home}" + "{right}" * 8 + "{enter}1, x{enter}{up}")
        assert props(user)[2].values == (1, "x")
        user.sees("✗ An allowed value should be a whole number")
        await user.keys(f"{ALSO_CALLED}{{left}}{{space}}")
        user.sees("Type of each item")
        await user.keys("str{enter}")
        assert props(user)[2].item_type == "string"
        await user.keys("{delete}")
        assert props(user)[2].item_type == ""
        await user.keys(f"{{f9}}{{f9}}{ALSO_CALLED}{{enter}}basket, goods{{enter}}{{up}}")
        user.sees("Also called basket, goods")
        assert props(user)[2].aliases == ("basket", "goods")
        await user.keys("{enter}x{escape}")
        assert props(user)[2].aliases == ("basket", "goods")

    shown(tmp_path, story)


def test_a_cell_typed_in_is_one_step_that_escape_takes_back(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{enter}{ctrl+u}total")
        campaign = user.app.session.catalog.campaigns[0]
        assert (names(user)[0], campaign.conditions[0].property) == ("total", "total")
        await user.keys("{escape}")
        assert not user.app.session.dirty
        user.sees("Took back “total”. Ctrl+Z brings it back")
        await user.keys("{ctrl+z}")
        assert (names(user)[0], campaign.conditions[0].property) == ("total", "total")
        await user.keys("{ctrl+z}{enter}{ctrl+u}sum{enter}{f9}")
        assert not user.app.session.dirty
        user.sees("Undid: rename “amount”")
        await user.keys("{f10}{escape}")
        assert user.app.screen.focused is not None
        assert user.app.screen.focused.id == "property-events"

    shown(tmp_path, story)


def test_a_type_is_picked_from_all_and_found_by_typing(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{down}{right}d")
        assert not user.app.session.dirty
        await user.keys("{space}datet{enter}")
        assert props(user)[1].type == "datetime"
        user.sees("✗")
        await user.keys("{f9}")
        assert not user.app.session.dirty
        await user.keys("{delete}")
        user.sees("Each property has a type")
        await user.keys("{enter}bool{enter}")
        await user.keys("{f4}")
        assert props(user)[1].type == "boolean"

    shown(tmp_path, story)


def test_new_properties_are_typed_in_a_row_of_their_own(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{down}{down}{tab}")
        await user.types_ahead("songName{enter}email{tab}")
        assert names(user, 2) == ["songName", "email"]
        user.sees("! “email” describes the person")
        await user.keys("{ctrl+d}{enter}{enter}{escape}")
        assert names(user, 2) == ["songName"]
        await user.keys("{up}{ctrl+n}first{shift+up}{f9}{f9}{f9}{f9}{f9}")
        assert not user.app.session.dirty
        await user.keys("{escape}aplaylist{enter}")
        assert names(user, 2) == ["playlist"]
        await user.keys("{ctrl+n}{enter}")
        assert names(user, 2) == ["playlist"]

    shown(tmp_path, story)


def test_suggestions_are_folded_ranked_and_taken_one_by_one(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{down}{down}{tab}{down}")
        user.sees("▸ 3 suggestions (S): amount, items, currency")
        user.sees_not("○ amount")
        await user.keys("{delete}")
        user.sees("Space shows what is suggested")
        await user.keys("{enter}")
        user.sees("▾ 3 suggestions", "○ amount", "in 2 events")
        await user.keys("{enter}{space}{down}{delete}")
        user.sees("Space takes what is suggested", "Suggested in 2 events, for campaigns")
        await user.keys("{down}{down}{space}")
        assert names(user, 2) == ["currency"]
        await user.keys("{space}")
        assert names(user, 2) == ["currency", "items"]
        await user.keys("{f9}{f9}")
        assert not user.app.session.dirty
        await user.keys("s")
        user.sees("▸ 3 suggestions")
        await user.keys("s{space}s{escape}s")
        assert names(user, 2) == ["amount"]
        user.sees("▾ 2 suggestions", "›○ items")

    shown(tmp_path, story)


def test_all_that_a_preset_suggests_is_taken_by_space_alone(tmp_path: Path) -> None:
    event = Event(id="registered", name="Register", stage="acquisition")
    catalog = Catalog(name="Shop", industries=("e-commerce",), events=(event,))

    async def story(user: Robot) -> None:
        await user.keys("s{ctrl+end}")
        user.sees("from E-commerce: Space takes them")
        await user.keys("{enter}{enter}")
        user.sees("Space takes all of them")
        assert names(user) == []
        await user.keys("{space}")
        taken = names(user)
        assert len(taken) > 1
        await user.keys("{f9}{enter}{enter}{f9}")
        assert len(names(user)) < 2

    shown(tmp_path, story, (80, 24), catalog)


def test_the_issues_of_a_row_stand_below_it_with_their_fix(tmp_path: Path) -> None:
    fine = Property(name="size", used_for=("analytics",), example="L")
    wrong = Property(name="price", type="decimal", example="x [b]", used_for=("campaign",))
    first = Event(id="buy", name="Buy", stage="conversion", properties=(fine, wrong, wrong))
    catalog = Catalog(name="Shop", events=(first,))

    def line_of(user: Robot, text: str) -> int:
        return next(number for number, line in enumerate(user.lines()) if text in line)

    async def story(user: Robot) -> None:
        await user.keys("{tab}")
        user.sees_not("╰ ✗")
        await user.keys("{down}")
        at = line_of(user, "›✗ price")
        assert "╰ ✗ " in user.lines()[at + 1]
        user.sees("]” is a text")
        fix = line_of(user, "F4 ")
        assert line_of(user, "Type here to add") > fix > at
        await user.keys("{down}")
        assert line_of(user, "›✗ price") == at + 1, "those of the row before are gone"
        # The lines go as the first click leaves the row: the second one is about the row of the first.
        await user.keys("{up}")
        row = next(number for number, line in enumerate(user.lines()) if " ✗ price" in line)
        await user.pilot.click(offset=(user.lines()[row].index("price"), row), times=2)
        await user.rest()
        await user.keys("s{enter}")
        assert names(user) == ["size", "price", "prices"]
        await user.keys("{f9}{up}{up}{down}")
        fix = line_of(user, "F4 ")
        await user.pilot.click(offset=(user.lines()[fix].index("F4"), fix))
        await user.rest()
        user.sees("Done: ")
        assert user.app.session.dirty

    shown(tmp_path, story, (80, 24), catalog)


def test_a_card_beside_the_sheet_says_all_of_a_property(tmp_path: Path) -> None:
    means = "What the whole basket costs, taxes and shipping included, in the currency of the shop [b]"
    first = CATALOG.events[0]
    amount = first.properties[0].model_copy(update={"description": means, "maximum": 900})
    buy = first.model_copy(update={"properties": (amount, *first.properties[1:])})
    back = CATALOG.events[1].model_copy(update={"properties": (Property(name="amount", type="integer"),)})
    catalog = CATALOG.model_copy(update={"format": 2, "events": (buy, back, *CATALOG.events[2:])})

    def said(user: Robot) -> str:
        return " ".join(user.app.query_one(PropertyCard).text.split())

    async def story(user: Robot) -> None:
        await user.keys("{tab}")
        assert means in said(user)
        for line in ("Type decimal", "Always yes", "Needed for campaign", "Only these any", "At most 900"):
            assert line in said(user)
        assert "Also in Return (integer there)" in said(user)
        user.sees("What the whole", "Starts with a lowercase letter")
        user.sees_not("At least")
        await user.keys("{end}")
        assert "›Longest –" in said(user)
        row = next(number for number, line in enumerate(user.lines()) if "Means" in line)
        for _ in range(2):
            await user.pilot.click(offset=(user.lines()[row].index("Means"), row))
            await user.rest()
        await user.keys("!{enter}")
        assert props(user)[0].description == f"{means}!"
        await user.keys("{down}{down}")
        user.sees("A new one", "Type its name; Tab goes on")
        await user.keys("{escape}{down}{down}{tab}{ctrl+end}")
        assert "S or Enter opens and folds them" in said(user)
        await user.keys("s")
        assert "Suggested in 2 events, for campaigns" in said(user)
        user.sees("Space takes it")

    shown(tmp_path, story, (120, 40), catalog)


def test_where_there_is_no_room_for_the_card_a_note_says_the_essentials(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}")
        assert not user.app.query_one(PropertyCard).display
        user.sees("Property", "Starts with a lowercase letter", "Also in Return")
        await user.pilot.resize_terminal(120, 40)
        await user.rest()
        assert user.app.query_one(PropertyCard).display
        user.sees("Also in Return")
        await user.keys(">" * 9)
        assert not user.app.query_one(PropertyCard).display, "the list took the room"

    shown(tmp_path, story)


def test_on_the_smallest_screen_an_issue_is_seen_whole(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{2}{4}{tab}")
        user.sees("›! amount", "or another name for it")

    back = CATALOG.events[1].model_copy(update={"properties": (Property(name="amount", type="integer"),)})
    catalog = CATALOG.model_copy(update={"events": (CATALOG.events[0], back, CATALOG.events[2])})
    shown(tmp_path, story, (60, 16), catalog)


def test_where_nothing_is_suggested_the_key_says_so(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("s")
        user.sees("Neither the presets nor your other events")

    shown(tmp_path, story, (80, 24), CATALOG.model_copy(update={"events": CATALOG.events[:1]}))


def test_rows_of_a_spreadsheet_are_taken_as_one_step_and_what_is_not_is_told(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{down}{down}{tab}")
        await paste(user, "Name\tType\tExample\nsize\tinteger\t42\n\ttext\ncolour\tcolor\tred\nsize\tdate\t\n")
        user.sees("Added 2: size, colour", "1 name was there already", "Row 3: it has no name")
        user.sees("Row 4: “color” is not a type")
        await user.keys("{escape}")
        assert [(prop.name, prop.type, prop.example) for prop in props(user, 2)] == [
            ("size", "integer", 42),
            ("colour", "string", "red"),
        ]
        await user.keys("{f9}")
        assert not user.app.session.dirty
        await user.keys("{tab}{ctrl+home}{enter}")
        await paste(user, "a,string,x\nb,integer,2\n")
        assert names(user, 2) == ["a", "b"]
        await user.keys("{ctrl+home}{right}{right}")
        await paste(user, "[/b] one line, of text")
        assert props(user, 2)[0].example == "[/b] one line, of text"
        await user.keys("{escape}")
        await paste(user, "x\x1b[2J" * 50_000)
        await user.keys("{enter}")
        assert "\x1b" not in user.text()
        await paste(user, "word\n" * 100_000)
        user.sees("at most 500 rows")

    shown(tmp_path, story)


def test_a_property_is_copied_to_the_events_that_one_picks(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{ctrl+e}")
        user.sees("Copy “amount” to which events?", "○ Look", "0 of 1")
        user.sees_not("○ Return")
        await user.keys("{space}{enter}")
        user.sees("Copied “amount” to 1 event")
        assert names(user, 2) == ["amount", "currency"]
        await user.keys("{f9}")
        assert not user.app.session.dirty
        await user.keys("{down}{ctrl+e}/ret{enter}{space}a{space}{escape}")
        user.sees("Nothing was copied")
        await user.keys("{ctrl+e}{a}{enter}")
        assert names(user, 1) == ["amount", "currency"]
        assert names(user, 2) == ["currency"]

    shown(tmp_path, story)


def test_a_property_is_renamed_and_given_a_type_everywhere(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{ctrl+r}{ctrl+u}total")
        user.sees("Enter renames it in 2 events")
        await user.keys("{enter}")
        user.sees("Renamed “amount” in 2 events")
        catalog = user.app.session.catalog
        assert (names(user)[0], names(user, 1)[0], catalog.campaigns[0].conditions[0].property) == (("total",) * 3)
        await user.keys("{right}{ctrl+r}")
        user.sees("The type of “total” in all 2 events")
        await user.keys("int{enter}")
        assert [props(user, event)[0].type for event in (0, 1)] == ["integer", "integer"]
        await user.keys("{f9}{f9}")
        assert not user.app.session.dirty

    shown(tmp_path, story)


def test_the_items_of_a_list_have_a_sheet_of_their_own(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{down}{down}")
        user.sees("1 field ›")
        await user.keys("{right}{enter}")
        user.sees("Buy › each item of items", "✓ title", "+ Type here to add a field of each item")
        await user.keys("{down}price{tab}{space}deci{enter}{home}{ctrl+e}")
        assert [(field.name, field.type) for field in props(user)[2].fields] == [
            ("title", "string"),
            ("price", "decimal"),
        ]
        user.sees("not for the fields in one")
        await paste(user, "sku\tstring\tA-1\nsize\tinteger\t4\n")
        assert [field.name for field in props(user)[2].fields] == ["title", "price", "sku", "size"]
        await user.keys("{escape}")
        user.sees("4 fields ›", "✓ amount")
        await user.keys("{f9}")
        user.sees("each item of items")
        await user.keys("{f9}{f9}{escape}{escape}{down}{tab}{ctrl+l}")
        assert not user.app.session.dirty
        user.sees("Only a list or an object has fields")

    shown(tmp_path, story, (120, 40))


def test_the_mouse_goes_to_a_cell_edits_and_ticks(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        def at(text: str) -> tuple[int, int]:
            row = next(number for number, line in enumerate(user.lines()) if text in line)
            return user.lines()[row].index(text), row

        for _ in range(2):
            await user.pilot.click(offset=at("EUR"))
            await user.rest()
        await user.keys("S{enter}")
        assert props(user)[1].example == "EURS"
        row = at("✓ currency")[1]
        head = next(line for line in user.lines() if "Always" in line)
        for _ in range(2):
            await user.pilot.click(offset=(head.index("Always") + 1, row))
            await user.rest()
        assert props(user)[1].required
        await user.pilot.click(offset=at("+ Type here"))
        await user.rest()
        await user.keys("new{enter}")
        assert names(user)[-1] == "new"

    shown(tmp_path, story)


def test_a_catalog_that_may_not_be_changed_is_not(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG) + 'statsu = "live"\n')

    async def story(user: Robot) -> None:
        await user.keys("{4}{tab}{delete}{enter}{right}{right}{right}{space}{left}{left}{delete}{ctrl+n}{ctrl+d}")
        user.sees("Nothing can be changed here")
        await paste(user, "a\tstring\nb\tstring\n")
        await user.keys("{ctrl+e}{ctrl+r}")
        assert user.app.session.catalog is user.app.session.document.catalog

    assert tell(story, path).failure is None


KEYS = (
    *("up", "down", "left", "right", "tab", "shift+tab", "enter", "escape", "space", "home", "end", "ctrl+home"),
    *("ctrl+end", "delete", "backspace", "ctrl+n", "ctrl+d", "ctrl+l", "ctrl+e", "ctrl+r", "shift+up", "shift+down"),
    *("f4", "f9", "f10", "pageup", "pagedown", "a", "d", "s", "z", "é"),
)
TYPED = {"enter": "\r", "tab": "\t", "space": " "}


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.deep), pytest.param(3, marks=pytest.mark.deep)])
def test_no_keys_break_the_sheet_and_undo_leads_back(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)

    async def story(user: Robot) -> None:
        await user.keys("{tab}")
        for _ in range(300):
            name = chance.choice(KEYS)
            event: events.Event = events.Key(name, TYPED.get(name, name if len(name) == 1 else None))
            if chance.random() < 0.03:
                event = events.Paste(chance.choice(["a\tinteger\nb\tlist\n", "one [line", "\n", "x,date"]))
            event.set_sender(user.app)
            user.app.post_message(event)
            await user.pilot._wait_for_screen()
        await user.rest()
        while user.app.session.undo():
            pass
        assert not user.app.session.dirty

    shown(tmp_path, story)


def test_a_new_property_is_typed_where_it_stands(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("agiftWrap")
        user.sees("✓ amount decimal", "· giftWrap")

    shown(tmp_path, story)


def test_the_input_over_a_cell_leaves_the_texts_beside_it_whole(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{down}{right}{right}{enter}")
        sheet = user.app.query_one(Sheet)
        ends = [span.x + span.width for span in sheet.grid.spans()]
        assert sheet.input.region.right - sheet.grid.region.x in (*ends, sheet.grid.region.width)
        assert sheet.input.region.width >= BEST_INPUT

    shown(tmp_path, story)
    shown(tmp_path, story, (100, 30))
    shown(tmp_path, story, (120, 40))


def test_a_sheet_out_of_sight_outlives_its_event(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        sheet = user.app.query_one(Sheet)
        await user.keys("{down}{right}{2}")
        for _ in CATALOG.events:
            user.app.do(Remove(("events", 0), "remove event"))
        # What is left of a key that was typed before.
        sheet.grid.column += 1
        await user.rest()
        assert sheet.place is None
        assert sheet.issues == []
        await user.keys("{4}")
        user.sees("No event, no properties")

    shown(tmp_path, story)


def test_limits_stand_in_the_last_columns(tmp_path: Path) -> None:
    """Those that the type has can be filled in; for the others, the reason is said."""

    async def story(user: Robot) -> None:
        await user.keys(f"{{tab}}{ALSO_CALLED}{{right}}{{space}}")
        assert props(user)[0].nullable
        await user.keys("{right}{enter}1{tab}2x{escape}")
        assert (props(user)[0].minimum, props(user)[0].maximum) == (1, None)
        await user.keys("{enter}250{enter}")
        assert props(user)[0].maximum == 250
        await user.keys("{up}{home}{end}{enter}")
        user.sees("Only string or list has this: choose such a type first")
        await user.keys("{down}{enter}40.x{enter}{up}")
        assert props(user)[1].max_length == 40
        user.sees("Longest 40")
        await user.keys("{delete}{enter}{up}{left}{left}{enter}[A-Z]+{tab}{escape}")
        assert (props(user)[1].max_length, props(user)[1].pattern) == (None, "[A-Z]+")
        await user.keys("{left}{left}{space}curr{enter}")
        assert props(user)[1].format == "currency"
        user.sees("Written as currency")
        await user.keys("{delete}")
        assert props(user)[1].format == ""
        await user.keys("{space}uui{enter}")
        assert props(user)[1].format == "uuid"

    shown(tmp_path, story, (120, 30))
