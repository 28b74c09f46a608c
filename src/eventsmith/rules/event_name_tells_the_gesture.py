"""An event's name says what the finger does, not what the customer does.

“Click Button” says nothing once there are two buttons, and is wrong as soon as the page is redesigned. What the
customer achieves by it, such as adding an item or asking for help, stays true and can start a message.

Bad:

    [[events]]
    id = "clickCartButton"
    name = "Click Cart Button"

Good:

    [[events]]
    id = "addToCart"
    name = "Add To Cart"
"""

from functools import lru_cache

from eventsmith.ground.labels import FORMS
from eventsmith.model import Event
from eventsmith.naming import split
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._rule import Finding, Findings, Settings, rule
from eventsmith.rules._word_set import word_set


def _forms(*verbs: str) -> frozenset[str]:
    return frozenset(
        form
        for verb, past, doing in (verb.split("/") for verb in verbs)
        for form in (verb, past, doing, f"{verb}es" if verb.endswith("s") else f"{verb}s")
    )


_AT = _forms("click/clicked/clicking", "tap/tapped/tapping", "press/pressed/pressing", "double-click/double-clicked/-")
_OVER = _forms("scroll/scrolled/scrolling", "hover/hovered/hovering", "pinch/pinched/pinching")
_CONTROLS = word_set(
    "button buttons btn icon icons tab cta toggle checkbox dropdown menu hamburger arrow thumbnail logo popup "
    "pop-up modal dialog field textfield textbox element navbar header footer slider screen"
)
"""Words for elements that exist only on a screen."""
_SHOWN = word_set("open close show hide toggle expand collapse dismiss switch")
_PANELS = word_set("accordion dialog drawer dropdown modal overlay popup pop-up sidebar tooltip")
"""Words for elements shown briefly: opening and closing them is the page's business."""
_MESSAGES = word_set(
    "ad ads advert advertisement campaign email e-mail inbox in-app mail message newsletter notification push sms "
    "viber whatsapp rcs chatbot"
)
"""Words for messages, which are measured by the clicks in them."""
_ARTICLES = frozenset(("a", "an", "the", "on", "of", "to"))


@rule("hint", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Check clicks and taps on controls and on commands, but not on things, where a click is a choice.

    Check also what a page does with its own panels.
    """
    if settings.speaks_english(event) and _tells_gesture(event.name):
        message = f"“{event.name}” says what the finger does: say what the customer achieves by it"
        yield Finding(("name",), f"{message}, as “{FORMS[settings.form]}” does")


@lru_cache(maxsize=1 << 17)
def _tells_gesture(name: str) -> bool:
    words = split(name)
    lower = [word.lower() for word in words]
    if not _PANELS.isdisjoint(lower[-2:]) and name_facts(name).reading.verb in _SHOWN:
        return True
    at = next((at for at in (0, len(lower) - 1) if lower and lower[at] in _AT | _OVER), None)
    if at is None:
        return False
    rest = [word for word in lower[:at] + lower[at + 1 :] if word not in _ARTICLES]
    if not _MESSAGES.isdisjoint(rest):
        return False
    if lower[at] in _OVER or not rest:
        return len(words) > 1 or lower[at] not in ("press", "tap")
    return not _CONTROLS.isdisjoint(rest) or (at == 0 and _is_command(" ".join(words[1:])))


def _is_command(text: str) -> bool:
    reading = name_facts(text).reading
    return reading.form == "verb-noun" and reading.sure and bool(reading.object or reading.tail)
