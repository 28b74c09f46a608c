"""Who answers for the events that name no owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.edits import Set
from eventsmith.ground.labels import CATALOG_OWNER
from eventsmith.tui.actions import key_of
from eventsmith.tui.dialogs.ask_text import AskText
from eventsmith.tui.text import lit

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


async def set_owner(host: Host) -> None:
    """Ask for the catalog's owner, and set it."""
    catalog = host.session.catalog
    if not host.may_change():
        return
    own = sum(bool(event.owner) for event in catalog.events)

    def told(text: str) -> Content:
        those = "Nobody then answers for" if not text.strip() else "Then answers for"
        return lit(f"{those} the {len(catalog.events) - own} events without an owner of their own")

    owner = await host.ask(AskText(CATALOG_OWNER.hint, catalog.owner, told))
    if owner is None or owner == host.session.catalog.owner:
        host.say("Nothing was changed")
    elif host.do(Set(("owner",), owner, "set the owner"), ("owner",)):
        host.say(f"The owner is {owner} now. {key_of('undo')} undoes it" if owner else "There is no owner now")
