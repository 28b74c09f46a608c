"""Questions about campaigns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.queries.campaign_sentence import describe_condition
from eventsmith.tui.dialogs.pick_one import PickOne

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


async def ask_condition(host: Host, index: int) -> int | None:
    """Ask which condition of a campaign to remove, unless it has only one; return its index.

    None if the user cancels, or if the catalog changes meanwhile.
    """
    catalog, campaign = host.session.catalog, host.session.catalog.campaigns[index]
    if len(campaign.conditions) == 1:
        return 0
    told = [(str(at), describe_condition(catalog, campaign, one)) for at, one in enumerate(campaign.conditions)]
    picked = await host.ask(PickOne("Remove which condition?", told))
    return None if picked is None or host.session.catalog is not catalog else int(picked)
