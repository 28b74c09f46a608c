"""Verbs and their pasts."""

import pytest

from eventsmith.naming.guess_verb import bare_form
from eventsmith.naming.verbs import kind, lemma_of, participle, past
from eventsmith.naming.word_lists import sections

PASTS = """
play played, place placed, submit submitted, defer deferred, transfer transferred, stop stopped, ship shipped,
swap swapped, open opened, enter entered, visit visited, edit edited, deliver delivered, quiz quizzed,
equip equipped, apply applied,
play played, sync synced, mimic mimicked, fix fixed, view viewed, load loaded, unsubscribe unsubscribed, unpin unpinned,
reship reshipped, preorder preordered, preapprove preapproved, auto-renew auto-renewed, screenshot screenshotted,
opt opted, tap tapped, log logged, drop dropped, enroll enrolled, fulfill fulfilled, relay relayed, renew renewed
"""
IRREGULAR = """
buy bought bought, send sent sent, choose chose chosen, begin began begun, set set set, reset reset reset,
show showed shown, see saw seen, hide hid hidden, write wrote written, withdraw withdrew withdrawn,
resend resent resent,
rewrite rewrote rewritten, rebuild rebuilt rebuilt, overpay overpaid overpaid, redo redid redone,
take took taken, retake retook retaken,
leave left left
"""


@pytest.mark.parametrize("pair", PASTS.replace("\n", " ").split(","))
def test_regular_pasts(pair: str) -> None:
    verb, form = pair.split()
    assert (past(verb), participle(verb)) == (form, form)
    found = lemma_of(form)
    assert found is not None
    assert found.verb == verb


@pytest.mark.parametrize("row", IRREGULAR.replace("\n", " ").split(","))
def test_irregular_pasts(row: str) -> None:
    verb, simple, done = row.split()
    assert (past(verb), participle(verb)) == (simple, done)
    assert [found.verb for form in (simple, done) if (found := lemma_of(form))] == [verb, verb]


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("canceled", "cancel"),
        ("cancelled", "cancel"),
        ("upserted", "upsert"),
        ("dogfooded", "dogfood"),
        ("vaped", "vape"),
        ("yeeted", "yeet"),
        ("zorbified", "zorbify"),
        ("blinged", "bling"),
        ("glomped", "glomp"),
        ("fropped", "frop"),
    ],
)
def test_verbs_in_no_list(form: str, verb: str) -> None:
    found = lemma_of(form)
    assert found is not None
    assert found.verb == verb


@pytest.mark.parametrize(
    "word",
    ["feed", "speed", "embed", "need", "seed", "unread", "unpaid", "unlimited", "overdue", "red", "newsfeed", "song"],
)
def test_no_pasts(word: str) -> None:
    assert lemma_of(word) is None


def test_how_a_verb_is_read() -> None:
    assert [kind(word) for word in ("add", "view", "order", "email", "song", "reverify")] == [
        *("verb", "verb-first", "either", "noun", None, "verb")
    ]


@pytest.mark.parametrize(
    ("stem", "verb"),
    [
        *(("provok", "provoke"), ("ignit", "ignite"), ("edit", "edit"), ("visit", "visit"), ("embedd", "embed")),
        *(("thrill", "thrill"), ("travell", "travel"), ("refill", "refill"), ("ti", "tie")),
        *(("indulg", "indulge"), ("bang", "bang"), ("chang", "change"), ("veto", "veto"), ("cano", "canoe")),
    ],
)
def test_the_bare_verb_is_guessed_by_spelling(stem: str, verb: str) -> None:
    assert bare_form(stem) == verb


def test_another_table_of_inflections_agrees() -> None:
    """Where lemminflect is at hand: it makes the pasts of nearly all verbs as we do, and has errors of its own."""
    lemminflect = pytest.importorskip("lemminflect")
    verbs = [verb for section in ("verb", "verb-first", "either") for verb in sections("verbs.txt")[section]]
    verbs = [verb for verb in verbs if "-" not in verb]
    agree = [participle(verb) in lemminflect.getInflection(verb, "VBN") for verb in verbs]
    assert sum(agree) / len(agree) > 0.95
