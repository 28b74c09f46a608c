"""Property groups, and fields in fields, on the page of properties."""

from __future__ import annotations

from pathlib import Path

from eventsmith.model import MAX_DEPTH, Catalog, Event, Property, PropertyField, PropertyGroup, with_needed_format
from eventsmith.tui.widgets.rows import RowList
from tests.tui.robot import Robot
from tests.tui.test_properties import shown

ORDER = PropertyGroup(name="order", properties=(Property(name="orderId"), Property(name="amount", type="decimal")))
SHARED = (Property(name="orderId", description="As on the receipt"), Property(name="total", type="decimal", unit="EUR"))
EVENTS = tuple(
    Event(id=name.lower(), name=name, stage="conversion", properties=(*SHARED, Property(name=f"of{name}")))
    for name in ("Buy", "Return", "Cancel")
)
PLAIN = Catalog(name="Shop", events=EVENTS)


def grouped(catalog: Catalog = PLAIN, *groups: PropertyGroup, **event: object) -> Catalog:
    first = catalog.events[0].model_copy(update=event)
    whole = catalog.model_copy(update={"property_groups": groups, "events": (first, *catalog.events[1:])})
    return with_needed_format(whole, Catalog())


def groups(user: Robot) -> list[tuple[str, list[str]]]:
    return [
        (group.name, [prop.name for prop in group.properties]) for group in user.app.session.catalog.property_groups
    ]


def taken(user: Robot) -> list[str]:
    return list(user.app.session.catalog.events[0].property_groups)


def test_a_group_is_made_of_what_events_share_and_taken_apart_again(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+t}")
        user.sees("Property groups: Buy", "Make a group of 2 properties that 3 events share: orderId")
        await user.keys("share{enter}")
        user.sees("The name of the group", "A short word for what the properties are about")
        await user.keys("order")
        user.sees("3 events have these 2 properties from it then. Enter does it")
        await user.keys("{enter}")
        user.sees("Done: make the group “order”", "Property groups", "order")
        assert groups(user) == [("order", ["orderId", "total"])]
        for event in user.app.session.catalog.events:
            assert (len(event.properties), event.property_groups) == (1, ("order",))
        await user.keys("{f9}")
        assert user.app.session.catalog.events == EVENTS
        await user.keys("{f10}")
        assert groups(user)
        user.app.go_to(("property_groups", 0))
        await user.rest()
        await user.keys("{ctrl+t}apart")
        user.sees("Take it apart: 3 events get its properties as their own")
        await user.keys("{enter}")
        assert not groups(user)
        assert all({prop.name for prop in SHARED} <= {prop.name for prop in event.properties} for event in EVENTS)

    shown(tmp_path, story, (100, 30), PLAIN)


def test_a_group_stands_in_its_event_as_one_line_that_opens(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{down}{down}{down}{down}")
        user.sees("› order", "amount", "opens the group")
        await user.keys("{enter}")
        user.sees("Buy › property group order   Esc goes back", "✓ orderId", "! amount")
        await user.keys("{down}{right}{space}int{enter}")
        assert user.app.session.catalog.property_groups[0].properties[1].type == "integer"
        await user.keys("{escape}")
        user.sees("Buy", "› order")
        assert user.app.focused is not None
        await user.keys("{enter}{escape}{escape}")
        assert isinstance(user.app.focused, RowList)

    shown(tmp_path, story, (100, 30), grouped(PLAIN, ORDER, property_groups=("order",)))


def test_events_take_and_leave_groups(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+t}take{enter}")
        assert taken(user) == ["order"]
        user.sees("Done: take the group “order”")
        await user.keys("{ctrl+t}leave{enter}")
        assert taken(user) == []
        await user.keys("{ctrl+t}{escape}")
        assert taken(user) == []

    shown(tmp_path, story, (100, 30), grouped(PLAIN, ORDER))


def test_a_group_that_is_not_there_is_said_and_left(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        user.app.go_to(("events", 0, "property_groups", 0))
        await user.rest()
        user.sees("gone", "there is no such group")
        await user.keys("{enter}")
        user.sees("There is no group “gone”")
        await user.keys("{ctrl+t}leave{enter}")
        assert taken(user) == []

    shown(tmp_path, story, (100, 30), grouped(PLAIN, property_groups=("gone",)))


def test_a_group_is_made_renamed_for_all_and_removed(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+t}without{enter}money{enter}")
        assert groups(user) == [("money", [])]
        user.sees("property group money")
        await user.keys("{tab}{enter}currency{enter}")
        assert groups(user) == [("money", ["currency"])]
        await user.keys("{escape}{ctrl+t}rename{enter}{end}s{enter}")
        assert groups(user) == [("moneys", ["currency"])]
        await user.keys("{ctrl+t}every{enter}")
        assert user.app.session.catalog.property_groups[0].every_event
        user.sees("property group moneys, in every event")
        await user.keys("{ctrl+t}remove{enter}")
        user.sees("Remove the group “moneys”? 3 events would lose its properties.")
        await user.keys("{right}{enter}")
        assert groups(user)
        await user.keys("{ctrl+t}remove{enter}{enter}")
        assert not groups(user)

    shown(tmp_path, story, (100, 30), PLAIN)


def test_the_name_of_a_group_is_its_own(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+t}without{enter}order")
        user.sees("There is a group “order” already")
        await user.keys("{enter}")
        assert groups(user) == [("order", ["orderId", "amount"])]
        user.sees("Nothing was changed")

    shown(tmp_path, story, (100, 30), grouped(PLAIN, ORDER))


def test_properties_picked_make_a_group_and_what_differs_stays(tmp_path: Path) -> None:
    other = EVENTS[1].model_copy(update={"properties": (SHARED[0], Property(name="total"))})
    catalog = PLAIN.model_copy(update={"events": (EVENTS[0], other)})

    async def story(user: Robot) -> None:
        await user.keys("{ctrl+t}this event{enter}{space}{down}{space}{enter}sum")
        user.sees("2 events have these 2 properties from it then", "“total” in 1")
        await user.keys("{enter}")
        assert groups(user) == [("sum", ["orderId", "total"])]
        assert [[prop.name for prop in event.properties] for event in user.app.session.catalog.events] == [
            ["ofBuy"],
            ["total"],
        ]

    shown(tmp_path, story, (100, 30), catalog)


def deep(depth: int) -> Catalog:
    field = PropertyField(name=f"level{depth}", type="object")
    for number in range(depth - 1, 0, -1):
        field = PropertyField(name=f"level{number}", type="object", fields=(field,))
    top = Property(name="top", type="list", fields=(field,))
    event = Event(id="buy", name="Buy", stage="conversion", properties=(top,))
    return Catalog(format=2, name="Shop", events=(event,))


def test_fields_open_as_deep_as_they_are(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}" + "{ctrl+l}" * MAX_DEPTH)
        user.sees("each item of top › level1 › level2", f"✓ level{MAX_DEPTH}")
        await user.keys("{ctrl+l}")
        user.sees("Fields can be nested up to 8 deep")
        await user.keys("{home}{enter}x{enter}")
        await user.keys("{escape}" * (MAX_DEPTH - 1))
        user.sees("Buy › each item of top   Esc goes back", "✓ level1")
        await user.keys("{escape}")
        user.sees("✓ top")

    shown(tmp_path, story, (120, 40), deep(MAX_DEPTH))


def test_an_issue_in_a_deep_field_is_gone_to(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        place = ("events", 0, "properties", 0, "fields", 0, "fields", 0, "fields", 0)
        user.app.go_to((*place, "example"))
        await user.rest()
        user.sees("level1 › level2", "✓ level3")
        await user.keys("{enter}x")
        assert user.app.session.catalog.events[0].properties[0].fields[0].fields[0].fields[0].example == "x"

    shown(tmp_path, story, (120, 40), deep(3))


def test_what_is_open_closes_when_it_is_no_longer_there(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{down}{right}{space}obj{enter}{ctrl+l}{enter}size{enter}")
        user.sees("Buy › total   Esc goes back", "size")
        for _ in range(4):
            await user.keys("{f9}")
        user.sees("✓ total")
        user.sees_not("Esc goes back")

    shown(tmp_path, story, (120, 40), PLAIN)
