"""An issue is silenced at the innermost thing it is about, and heard again; the file says why."""

import pytest

from eventsmith.model import Budget, Campaign, Catalog, Event, Place, Property, PropertyField
from eventsmith.rules import Issue, Judge, all_rules
from eventsmith.session.silencing import place_to_silence, show_owner, silence, silencing_place, unsilence

CATALOG = Catalog(
    budget=Budget(events=0),
    events=(
        Event(
            id="playSong",
            name="Song Played",
            properties=(
                Property(name="email"),
                Property(name="items", type="list", fields=(PropertyField(name="Title"),)),
            ),
        ),
    ),
    campaigns=(Campaign(name="Welcome", trigger="playSong"),),
)


def found(catalog: Catalog, name: str) -> Issue:
    issues = Judge(all_rules()).judge(catalog).everything
    return next(issue for issue in issues if issue.rule.name == name)


@pytest.mark.parametrize(
    ("rule", "owner", "shown"),
    [
        ("event-name-breaks-form", ("events", 0), "on “Song Played”"),
        ("property-describes-the-person", ("events", 0, "properties", 0), "on “email”"),
        ("property-starts-wrong", ("events", 0, "properties", 1, "fields", 0), "on “Title”"),
        ("campaign-has-no-goal", ("campaigns", 0), "on “Welcome”"),
        ("too-many-events", (), "everywhere"),
    ],
)
def test_there_and_back(rule: str, owner: Place, shown: str) -> None:
    issue = found(CATALOG, rule)
    assert place_to_silence(issue) == owner
    assert show_owner(CATALOG, owner) == shown
    assert silencing_place(CATALOG, issue) is None
    assert unsilence(CATALOG, issue) is None
    quiet = silence(CATALOG, issue, "Said so").apply(CATALOG)
    silenced = found(quiet, rule)
    assert silenced.silenced == "Said so"
    assert silencing_place(quiet, silenced) == owner
    again = unsilence(quiet, silenced)
    assert again is not None
    assert again.apply(quiet) == CATALOG


def test_a_blank_reason_silences_nothing() -> None:
    issue = found(CATALOG, "campaign-has-no-goal")
    for reason in ("", " "):
        blank = silence(CATALOG, issue, reason).apply(CATALOG)
        assert silencing_place(blank, issue) is None
        assert not found(blank, issue.rule.name).silenced


def test_what_silences_everywhere_is_found_from_below() -> None:
    everywhere = CATALOG.model_copy(update={"ignore": {"event-name-breaks-form": "Said so"}})
    issue = found(everywhere, "event-name-breaks-form")
    assert issue.silenced == "Said so"
    assert silencing_place(everywhere, issue) == ()
