"""Export of the catalog to another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.tui.flows._conversation import hold
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


async def export_catalog(host: Host, format: str = "") -> None:
    """Write the catalog in a format that the user picks, if none is given, and say what that cannot hold."""
    from eventsmith.conversations.exporting import exporting

    outcome = await hold(host, exporting(host.session, format))
    if outcome is None or not outcome.words:
        return
    if outcome.path is None:
        host.say(outcome.words, bad=outcome.is_bad)
        return
    losses = outcome.losses
    more = f" (and {len(losses) - 1} more)" if len(losses) > 1 else ""
    host.say(f"Wrote {short_path(outcome.path)}." + (f" Not in it: {losses[0]}{more}" if losses else ""))
