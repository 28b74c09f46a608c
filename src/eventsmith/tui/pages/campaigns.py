"""The campaigns page: which event starts which message, under what conditions, after what wait, for what goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from typing_extensions import override

from eventsmith.edits import Insert, Move, Remove, add_condition
from eventsmith.ground.labels import ABOUT, CAMPAIGN_FIELDS
from eventsmith.model import Campaign
from eventsmith.queries.campaign_offers import take_campaign_offer
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.flows.campaigns import ask_condition
from eventsmith.tui.pages._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.repeated_layout import SettledBox, SettledScroll
from eventsmith.tui.views.campaigns import campaign_rows, offer_text, sentence
from eventsmith.tui.views.row import NO_KEY, RowKey
from eventsmith.tui.widgets.condition import Condition, condition_keys
from eventsmith.tui.widgets.duration_field import DurationField
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.panel import entitle
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.split_pane import Divider
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Place


DURATIONS = ("wait", "goal_within")
CONDITION_COMMANDS = ("remove", "up", "down")


class CampaignsPage(Page):
    """Own and offered campaigns, and what nothing uses, on the left; the form of one campaign on the right."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("campaigns")

    @override
    def help_text(self) -> str:
        return (
            f"{ABOUT['campaigns']} ✓ is in your catalog, ○ is offered by a preset, and {key_of('campaigns.pick')} "
            "takes it with the events it needs. Below them is what no campaign, segment or analysis uses yet. The "
            f"sentence at the bottom says what the campaign will do. In a condition, {condition_keys()}; in a time, Up "
            "and Down change the unit."
        )

    @override
    def compose(self) -> ComposeResult:
        with self.split_pane():
            with Vertical(classes="list panel"):
                yield RowList(
                    empty="No campaigns yet.\n\nA campaign says what an event starts.\n"
                    f"{key_of('campaigns.add')} adds one.",
                    id="campaign-list",
                )
            yield Divider()
            with SettledScroll(classes="detail panel", can_focus=False):
                yield StaticLine(id="campaign-offer")
                with SettledBox(id="campaign-form"):
                    for asked in CAMPAIGN_FIELDS:
                        yield DurationField(asked) if asked.key in DURATIONS else Field(asked)
                        if asked.key == "trigger":
                            with SettledBox(id="conditions"):
                                yield Condition()
        yield StaticLine(id="campaign-told", classes="panel")

    @override
    def show(self) -> None:
        self._list.show_rows(campaign_rows(self.session))
        self._show_form()

    @property
    def _list(self) -> RowList:
        return self.query_one("#campaign-list", RowList)

    @property
    def _index(self) -> int | None:
        row = self._list.row
        return row.key.number if row and row.key.kind == "own" else None

    def _show_form(self) -> None:
        index, row = self._index, self._list.row
        self._entitle(index)
        self.query_one("#campaign-told", StaticLine).show(sentence(self.session, row.key if row else NO_KEY))
        form, offer = self.query_one("#campaign-form"), self.query_one("#campaign-offer", StaticLine)
        self.show_form(form, index is not None)
        offer.display = index is None
        if index is None:
            offer.show(offer_text(self.session, row.key if row else NO_KEY))
            return
        here: Place = ("campaigns", index)
        for field in self.fields():
            if not isinstance(field.parent, Condition):
                field.show(self.session, here)
        self._show_conditions(here)

    def _entitle(self, index: int | None) -> None:
        campaigns = self.session.catalog.campaigns
        entitle(self.query_one(".list"), lit(f"Campaigns ── {len(campaigns)}" if campaigns else "Campaigns"))
        name = lit(campaigns[index].name or "(no name yet)", "bold") if index is not None else lit("Offered")
        entitle(self.query_one(".detail"), name)
        entitle(self.query_one("#campaign-told"), lit("What will happen"))

    def _show_conditions(self, here: Place) -> None:
        box = self.query_one("#conditions", Vertical)
        pool = list(box.query(Condition))
        wanted = len(self.session.catalog.campaigns[int(here[1])].conditions)
        for number, condition in enumerate(pool):
            if number < wanted:
                condition.display = True
                condition.show_condition(self.session, (*here, "conditions", number))
            elif condition.display:
                if condition.has_focus_within:
                    self._focus("wait")
                condition.display = False
        # Mount one more than there are, so that a new condition can be focused at once.
        if len(pool) <= wanted:
            more = [Condition() for _ in range(wanted + 1 - len(pool))]
            for condition in more:
                condition.display = False
            box.mount(*more)
            if len(pool) < wanted:
                self.call_after_refresh(self._show_form)

    @override
    def accepts(self, action: str) -> bool:
        # A condition is an item of its own within the form.
        return super().accepts(action) or (self._condition_here is not None and action in CONDITION_COMMANDS)

    @override
    def show_place(self, place: Place) -> None:
        if len(place) > 1 and place[0] == "campaigns":
            self._list.point_at(RowKey("own", int(place[1])))
            self._show_form()
            if len(place) > 2:
                self.open_detail()
                if self.focus_field(place):
                    return
                if place[2] == "conditions" and self.focus_field((*place[:4], "property")):
                    return
        self.to_list()

    @override
    def places_here(self) -> Sequence[Place]:
        return (("campaigns", self._index),) if self._index is not None else ()

    @on(RowList.Highlighted)
    def _highlighted(self) -> None:
        self._show_form()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        row = self._list.row
        if row is not None and row.key.kind == "unused":
            part = ("properties", row.key.within) if row.key.within >= 0 else ()
            self.host.go_to(("events", row.key.number, *part))
        elif self._index is not None:
            self.action_edit()
        else:
            self.action_pick()

    @on(RowList.Marked)
    def _marked(self) -> None:
        if self._index is None:
            self.action_pick()

    def action_pick(self) -> None:
        """Copy the offered campaign under the cursor into the catalog."""
        row = self._list.row
        if row is None:
            self.host.say(f"{key_of('campaigns.add')} adds a campaign of your own")
        elif row.key.kind == "offer":
            at = len(self.session.catalog.campaigns)
            if self.host.do(take_campaign_offer(self.session.catalog, row.key.id)):
                self._list.point_at(RowKey("own", at))
        else:
            self.host.say(
                f"It is already in your catalog; {key_of('campaigns.remove')} removes it"
                if self._index is not None
                else "Enter goes to it"
            )

    def action_add(self) -> None:
        """Add a campaign at the end, to be filled in."""
        at = len(self.session.catalog.campaigns)
        if self.add_to_fill(Insert(("campaigns", at), Campaign(name=""), "add campaign")):
            self.show_place(("campaigns", at, "name"))

    def action_remove(self) -> None:
        """Remove the focused condition or else the campaign."""
        index = self._index
        if index is None:
            self.host.say("Only campaigns in your catalog can be removed")
        elif (number := self._condition_here) is not None:
            self._remove_condition(number)
        else:
            name = self.session.catalog.campaigns[index].name
            if self.host.do(Remove(("campaigns", index), f"remove “{name}”")):
                self.host.say(f"Removed “{name}”. {key_of('undo')} undoes it")

    def action_up(self) -> None:
        """Move the focused condition or else the campaign up."""
        self._move(-1)

    def action_down(self) -> None:
        """Move the focused condition or else the campaign down."""
        self._move(1)

    def _move(self, step: int) -> None:
        index, number = self._index, self._condition_here
        if index is None:
            self.host.say("Only campaigns in your catalog can be moved")
            return
        campaigns = self.session.catalog.campaigns
        here: Place = ("campaigns", index)
        if number is not None:
            key = self._field_here.key if self._field_here else "property"
            here = (*here, "conditions", number)
            at, last, what = number, len(campaigns[index].conditions) - 1, "condition"
        else:
            at, last, what = index, len(campaigns) - 1, f"“{campaigns[index].name}”"
        to = at + step
        if not 0 <= to <= last:
            self.host.say("It is the last one" if step > 0 else "It is the first one")
        elif self.host.do(Move(here, to, f"move {what}")):
            if number is None:
                self._list.point_at(RowKey("own", to))
            else:
                self.focus_field(("campaigns", index, "conditions", to, key))

    @property
    def _field_here(self) -> Field | None:
        """The focused field."""
        focused = self.screen.focused
        return focused.parent if focused is not None and isinstance(focused.parent, Field) else None

    @property
    def _condition_here(self) -> int | None:
        """The index of the focused condition."""
        field = self._field_here
        return field.parent.number if field is not None and isinstance(field.parent, Condition) else None

    def _focus(self, key: str) -> None:
        """Focus a field of the campaign."""
        if self._index is not None:
            self.focus_field(("campaigns", self._index, key))

    def action_add_condition(self) -> None:
        """Add a condition on a property of the trigger."""
        index = self._index
        if index is None:
            self.host.say("Choose a campaign in your catalog first")
            return
        edit = add_condition(self.session.catalog, index)
        if edit is None:
            self.host.say("A condition needs a trigger with properties")
        elif self.host.do(edit):
            self.show_place((*edit.place, "property"))

    @work
    async def action_remove_condition(self) -> None:
        """Remove the focused condition or else one that the user picks."""
        index, number = self._index, self._condition_here
        if index is None or not self.session.catalog.campaigns[index].conditions:
            self.host.say("There is no condition to remove")
            return
        if number is None:
            number = await ask_condition(self.host, index)
        if number is not None:
            self._remove_condition(number)

    @on(Condition.RemoveWanted)
    def _remove_wanted(self, event: Condition.RemoveWanted) -> None:
        self._remove_condition(event.condition.number)

    def _remove_condition(self, number: int) -> None:
        if self._index is not None:
            place: Place = ("campaigns", self._index, "conditions", number)
            if self.host.do(Remove(place, "remove condition")):
                self.host.say(f"Removed the condition. {key_of('undo')} undoes it")

    def action_edit(self) -> None:
        """Focus the details."""
        if self._index is None:
            self.host.say(f"{key_of('campaigns.add')} adds a campaign; {key_of('campaigns.pick')} takes an offered one")
        else:
            self.open_detail()
            self.fields()[0].focus_control()
