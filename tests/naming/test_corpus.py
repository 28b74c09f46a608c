"""Names with what is right for them, scored: how many are read and rewritten as they are labelled.

`events.tsv` holds the names of real products that the lists of words were made from. `first_unseen.tsv` and
`second_unseen.tsv` hold those of 50 others, labelled before the namer was run on them; what they showed was mended in
the lists and rules afterwards, so that they now guard rather than measure. Nothing was changed for those of
`third_unseen.tsv`. That a label stays where it is ("account.approve", not "approve.account") came after all of them.
The fourth form, “Song Play”, was added to the labels when the namer learnt it: to 111 names of nouns that by their own
rewriting end in the verb, and to nine more by hand.
Half of the second and most of the third were put down from memory of public documentation, so that one or the other may
be spelt otherwise there. `own_names.tsv` was written for these tests, in the manner of other products: webhooks, games,
banks, states and modals, participles that describe, other languages.
"""

import csv
import re
import unicodedata
from pathlib import Path
from typing import get_args

import pytest

from eventsmith.naming import Form, read_name, rewrite
from eventsmith.naming.verbs import lemma_of
from eventsmith.naming.words import label_of, split

FILES = ["events.tsv", "first_unseen.tsv", "second_unseen.tsv", "third_unseen.tsv", "own_names.tsv"]
COLUMNS: dict[Form, str] = {
    "verb-noun": "as_verb_noun",
    "noun-verb-past": "as_noun_verb_past",
    "verb-past-noun": "as_verb_past_noun",
}


def rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def letters(name: str) -> str:
    return "".join(re.findall(r"[^\W_]", unicodedata.normalize("NFKC", name).casefold()))


def alternatives(cell: str) -> list[str]:
    return [one.strip() for one in cell.split(" | ") if one.strip()]


def answers(name: str, right: list[str]) -> set[str]:
    """The letters of what is right. Where the object was taken from the label, that may stay where it is."""
    found = {letters(one) for one in right if one != "(none)"}
    label = letters(label_of(name))
    return found | {label + one.replace(label, "", 1) for one in found}


def as_noun_verb(row: dict[str, str]) -> list[str]:
    """The name with its bare verb behind the noun: as it is in the past, but for that one word."""
    verbs = {one.split()[0].lower() for one in (row.get("verb_lemma", ""), *alternatives(row["as_verb_noun"])) if one}
    found = []
    for past in alternatives(row["as_noun_verb_past"]):
        words = [word for part in past.split() for word in split(part)]
        at = next((at for at in reversed(range(len(words))) if _is_past_of(words[at].lower(), verbs)), None)
        if at is not None:
            found.append(
                " ".join([*words[:at], str(getattr(lemma_of(words[at].lower()), "verb", "")), *words[at + 1 :]])
            )
        elif past == "(none)":
            found.append(past)
    return found


def _is_past_of(word: str, verbs: set[str]) -> bool:
    past = lemma_of(word)
    return past is not None and past.verb in verbs


def share(found: list[bool]) -> float:
    return 100 * sum(found) / len(found)


@pytest.mark.parametrize("file", FILES)
def test_forms(file: str) -> None:
    assert share([read_name(row["name"]).form in alternatives(row["form"]) for row in rows(file)]) >= 99


@pytest.mark.parametrize(
    ("file", "least_due", "least_alone"),
    [
        ("events.tsv", 99.4, 99),
        ("first_unseen.tsv", 99.4, 99),
        ("second_unseen.tsv", 99.2, 99),
        ("third_unseen.tsv", 99.2, 97),
        ("own_names.tsv", 99.2, 99),
    ],
)
def test_rewrites(file: str, least_due: float, least_alone: float) -> None:
    due: list[bool] = []
    alone: list[bool] = []
    for row in rows(file):
        for to, column in COLUMNS.items():
            right = alternatives(row[column])
            wanted = answers(row["name"], right)
            answer = rewrite(row["name"], to)
            untouched = answer is None or answer == row["name"]
            if not wanted:
                alone.append(untouched)
            elif row["confidence"] == "high" and to not in alternatives(row["form"]):
                due.append((answer is not None and letters(answer) in wanted) or ("(none)" in right and untouched))
    assert share(due) >= least_due
    assert share(alone) >= least_alone


@pytest.mark.parametrize(("file", "least"), list(zip(FILES, (96.5, 86.5, 94, 95, 91.5), strict=True)))
def test_rewrites_with_the_bare_verb_last(file: str, least: float) -> None:
    """Less is rewritten, as nothing tells the verb but that it comes last: “Order Refunded” would be “Order Refund”."""
    due = []
    for row in rows(file):
        right = as_noun_verb(row)
        wanted = answers(row["name"], right)
        answer = rewrite(row["name"], "noun-verb")
        untouched = answer in (None, row["name"])
        if wanted and row["confidence"] == "high" and "noun-verb" not in alternatives(row["form"]):
            due.append((answer is not None and letters(answer) in wanted) or ("(none)" in right and untouched))
            # What is written is right.
            assert due[-1] or untouched, (row["name"], answer, right)
    assert share(due) >= least


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("to", get_args(Form))
def test_own_form_comes_back_unchanged(to: Form, file: str) -> None:
    for row in rows(file):
        if read_name(row["name"]).form == to:
            assert rewrite(row["name"], to) == row["name"]
