"""Something starts, and no event says how it ends.

“Start Checkout” is useful where nothing follows it: a reminder goes to those who have not completed the checkout.
Without an event for the end, the reminder also reaches those who have. Add the event that ends it.

Bad:

    [[events]]
    id = "startCheckout"
    name = "Start Checkout"

Good:

    [[events]]
    id = "startCheckout"
    name = "Start Checkout"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
"""

from collections.abc import Iterator, Sequence

from eventsmith.model import Event
from eventsmith.naming import rewrite, same_key, split
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule
from eventsmith.rules._word_set import word_set

_BEGIN = word_set("start begin initiate commence")
_END = word_set(
    "abandon accept achieve activate apply approve beat book cancel check close complete conclude confirm connect "
    "convert create decline deliver deny discard drop end exit expire fail fill finalize finish get grant interrupt "
    "issue leave lose make miss order pass pay pick place process publish purchase buy quit receive redeem refuse "
    "register reject resolve return schedule send set settle sign skip solve stop submit subscribe succeed take "
    "terminate upload verify win withdraw"
)
_OUTCOMES = word_set("completion error failure success")
"""Nouns that, at the end of a name without a verb, say how something ended: “Coin Creation Success”."""
_LIKE = {
    "account": word_set("account registration signup sign-up onboarding profile setup kyc verification"),
    "form": word_set("application form request claim quote questionnaire loan mortgage return"),
    "purchase": word_set(
        "checkout purchase payment order cart basket bag booking reservation transaction trial subscription plan "
        "membership donation transfer"
    ),
    "playback": word_set("playback video song track episode stream content film movie"),
}
"""Things that end together: a checkout with a purchase, a trial with a subscription."""
_BARE = {
    "account": ("register", "registration", "signup", "sign up", "enroll", "log in", "login", "onboard"),
    "purchase": (*word_set("purchase buy order pay payment subscribe subscription book donate"), "check out"),
}
"""Words that mark an end without naming what ends."""
_WHOLES = word_set("flow process funnel wizard journey stage")
"""Nouns that add nothing to the thing before them: “Checkout Flow”."""
_ENDLESS = word_set("app session visit day conversation chat")
"""Things that end when people leave, which hardly any campaign waits for."""

_KEYS = {word: key for key, words in _LIKE.items() for word in words}
_BARE_KEYS = {word: key for key, words in _BARE.items() for word in words}


def stories(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield what the event starts or ends: the text of the twin is “starts” or “ends”."""
    verb, words = _verb_and_words(event.name)
    if verb in _BEGIN:
        key = _key(words)
        if key and key not in _ENDLESS and event.status != "deprecated":
            yield key, Twin(event, ("name",), "starts")
    elif verb in _END and words:
        yield _key(words), Twin(event, ("name",), "ends")
    elif not words or not verb:
        bare = _BARE_KEYS.get((verb or event.name).lower())
        if bare:
            yield bare, Twin(event, ("name",), "ends")


@rule("hint", compares=stories, alone=True)
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Report it at the start. Accept many endings: one hint too few is better than one too many."""
    if any(twin.text == "ends" for twin in twins):
        return
    for number, twin in enumerate(twins):
        if settings.speaks_english(twin.thing):
            name = twin.thing.name
            end = f"Complete {' '.join(_verb_and_words(name)[1])}"
            end = rewrite(end, settings.form, settings.naming.case or "title") or end
            cure = f"add one such as “{end}”, so that messages can leave out those who are done"
            yield Finding(("name",), f"No event ends what “{name}” starts: {cure}", of=number)


def _verb_and_words(name: str) -> tuple[str, Sequence[str]]:
    """Return the verb and its object, also where the bare verb comes last: “Level Start”."""
    reading = name_facts(name).reading
    if reading.verb is None:
        words = split(reading.object)
        last = words[-1].lower() if len(words) > 1 else ""
        if last in _OUTCOMES:
            return "complete", words[:-1]
        return (last, words[:-1]) if last in _BEGIN or last in _END else ("", words)
    return reading.verb, split(reading.object)


def _key(words: Sequence[str]) -> str:
    """Return the last word of what starts or ends, or one word for all things that end together with it."""
    known = [word for word in words if word.lower() not in _WHOLES] or list(words)
    head = same_key(known[-1]) if known else ""
    single = head[:-1] if head.endswith("s") and not head.endswith("ss") else head
    return _KEYS.get(single, _KEYS.get(head, single))
