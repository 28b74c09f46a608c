"""What a rule says about a catalog written as TOML."""

from textwrap import dedent

from eventsmith.model import Catalog, show_place, with_needed_format
from eventsmith.rules import Issue, Judge, Rule, all_rules
from eventsmith.store import read_bytes

ALL_OF_EVENTS = (
    "event-name-breaks-form",
    "event-name-in-other-case",
    "event-name-is-a-noun",
    "event-name-is-empty",
    "event-name-is-taken",
    "event-id-is-empty",
    "event-id-is-malformed",
    "event-id-is-taken",
    "event-id-in-other-case",
    "event-alias-is-taken",
    "event-name-holds-a-value",
    "event-name-is-long",
    "event-name-tells-the-gesture",
    "ignores-no-rule",
    "text-is-not-visible",
    "event-has-too-many-properties",
    "destination-refuses-event",
    "destination-holds-fewer-properties",
    "stage-is-unknown",
)
RULES = {rule.name: rule for rule in all_rules()}


def rule(name: str) -> Rule:
    return RULES[name]


def catalog(text: str) -> Catalog:
    """The catalog that a text says, in the format that it needs."""
    document = read_bytes(f"format = 2\n{dedent(text)}\n".encode())
    assert not document.problems, document.problems
    old = document.catalog.model_copy(update={"format": 1})
    return with_needed_format(old, Catalog())


def issues(text: str | Catalog, *rules: str) -> list[Issue]:
    judged = catalog(text) if isinstance(text, str) else text
    return list(Judge([RULES[name] for name in rules]).judge(judged).open)


def told(text: str | Catalog, *rules: str) -> dict[str, str]:
    """Place -> message. Fails where one place has two issues: nobody wants to read the same twice."""
    found = issues(text, *rules)
    places = {show_place(issue.place): issue.message for issue in found}
    assert len(places) == len(found)
    return places


def mended(text: str | Catalog, *rules: str, safe: bool = False) -> Catalog:
    """The catalog with the fixes of the first round made, or only the safe ones."""
    judged = catalog(text) if isinstance(text, str) else text
    for issue in issues(judged, *rules):
        if issue.fix and (issue.fix.safe or not safe):
            judged = issue.fix.make(judged, issue.thing).apply(judged)
    return judged


def named(name: str, *, settings: str = "", event: str = "", event_id: str = "someId") -> str:
    """A catalog of one event, with more lines before it and in it."""
    return f'{settings}\n[[events]]\nid = "{event_id}"\nname = "{name}"\n{event}\n'
