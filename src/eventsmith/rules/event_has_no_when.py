"""An event does not say exactly when it fires.

“Complete Purchase” may be the press of a button, the thank-you page or the moment the payment is confirmed. Each team
that builds it chooses another moment, and a message meant for buyers reaches people whose card was declined. Describe
the moment.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    when = "The payment provider confirms the payment"
"""

from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint")
def check(event: Event, settings: Settings) -> Findings:
    """Skip events without a name, which are still being written, and deprecated ones."""
    if not event.when.strip() and event.name.strip() and event.status != "deprecated":
        yield Finding(("when",), f"Say exactly when “{event.name}” fires, so that every team builds it the same way")
