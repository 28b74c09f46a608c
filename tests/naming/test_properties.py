"""What holds for every name."""

import re
import subprocess
import sys
import time
from typing import get_args

from hypothesis import assume, example, given
from hypothesis import strategies as st

from eventsmith.naming import (
    Case,
    Form,
    case_of,
    derive_id,
    fits_case,
    in_case,
    is_guess,
    make_unique,
    meaning_key,
    meaning_keys,
    read_name,
    rewrite,
    same_key,
    slip_keys,
    split,
    verb_behind,
)
from eventsmith.naming.cases import join
from eventsmith.naming.jsonl import answer
from eventsmith.naming.recognise import parse_name
from eventsmith.naming.small_words import AUXILIARIES, CHOICES, COMPOUNDS, HAPPENS, HEADS, RESULT_STATES
from eventsmith.naming.verbs import is_same_in_past, kind, lemma_of, participle, past
from eventsmith.naming.word_lists import sections
from eventsmith.naming.words import label_of, own_casing

FORMS: tuple[Form, ...] = get_args(Form)
CASES: tuple[Case, ...] = get_args(Case)


def comes_back(verb: str) -> bool:
    """Whether a verb can be told from its past, and can be told to somebody: not "set", not "be", not "expire",
    not "become", which makes nothing of a thing, and not "found", which is read as the past of "find".

    Of two verbs or spellings with one past ("enrol", "enroll"), the commoner comes back.
    """
    forms = [lemma_of(form) for form in (past(verb), participle(verb))]
    own = lemma_of(verb)
    return (
        all(found is not None and found.verb == verb for found in forms)
        and not is_same_in_past(verb)
        and (own is None or own.verb == verb)
        and verb not in HAPPENS | AUXILIARIES | RESULT_STATES
        and own_casing(verb) is None
    )


VERBS = [
    verb
    for section in ("verb", "verb-first", "either", "noun")
    for verb in sections("verbs.txt")[section]
    if "-" not in verb and comes_back(verb)
]
NOUNS = [
    "song",
    "product",
    "cart",
    "invoice",
    "profile",
    "photo",
    "playlist",
    "booking",
    "basket",
    "wishlist",
    "episode",
    "voucher",
]

ENGLISH = sorted(
    {
        *VERBS,
        *map(past, VERBS),
        *map(participle, VERBS),
        *NOUNS,
        *(word for listed in sections("small_words.txt").values() for word in listed),
    }
)

any_text = st.text(st.characters(codec=None), max_size=60)  # lone surrogates, controls and all
made_of_words = st.lists(
    st.sampled_from(
        [*VERBS[:40], *NOUNS, "to", "up", "viewed", "not", "iOS", "PDF", "2FA", "the", "-", "(", "_", "é", "🎉"]
    ),
    max_size=7,
).map(" ".join)
of_english = st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=5).map(" ".join)
plain_words = st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), min_size=1, max_size=5).map(tuple)


@given(any_text | made_of_words | of_english)
@example("resign renowned aside")
@example("song frozen all")
def test_nothing_raises(name: str) -> None:
    split(name)
    slip_keys(name)
    is_guess(name, "ja")
    read_name(name)
    case_of(name)
    meaning_keys(name)
    assert same_key(name) or not name
    for to in FORMS:
        rewritten = rewrite(name, to)
        assert rewritten is None or rewritten.strip()
        verb_behind(name, to)
        answer({"name": name, "to": to})
        if read_name(name).form == to:
            assert rewritten == name
    for case in CASES:
        fits_case(name, case)
        in_case(name, case)


@given(
    any_text | made_of_words, st.sampled_from(["camel", "snake", "pascal", "kebab"]), st.integers(1, 40), st.booleans()
)
def test_ids_are_ids(name: str, case: str, length: int, plain: bool) -> None:
    derived = derive_id(name, case, length, plain)
    assert derived == "" or re.fullmatch(r"[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*", derived)
    assert len(derived) <= length
    if plain:
        assert derived.isalnum() or not derived


@given(st.lists(st.text("aAbB2", min_size=1, max_size=3), max_size=12), st.text("aAbB2", min_size=1, max_size=3))
def test_unique_is_unique(taken: list[str], wanted: str) -> None:
    found = make_unique(wanted, taken.__contains__, max_length=4)
    assert found not in taken
    assert len(found) <= 4


@given(plain_words, st.sampled_from(CASES))
def test_split_joined_in_its_case_is_the_name(words: tuple[str, ...], case: Case) -> None:
    name = join(words, case)
    assert fits_case(name, case)
    assert join(split(name), case) == name


@given(
    st.sampled_from(VERBS),
    st.lists(st.sampled_from(NOUNS), min_size=1, max_size=3),
    st.sampled_from([(), ("to", "archive"), ("from", "inbox"), ("with", "neighbour")]),
    st.sampled_from(CASES),
    st.sampled_from(FORMS),
    st.sampled_from(FORMS),
)
def test_what_one_form_expresses_comes_back_from_the_others(
    verb: str, nouns: list[str], tail: tuple[str, ...], case: Case, form: Form, to: Form
) -> None:
    words: dict[Form, tuple[str, ...]] = {
        "verb-noun": (verb, *nouns, *tail),
        "noun-verb-past": (*nouns, participle(verb), *tail),
        "verb-past-noun": (past(verb), *nouns, *tail),
        "noun-verb": (*nouns, verb, *tail),
    }
    name = join(words[form], case)
    # "Access Cart": what heads compounds is one even then.
    assume(not (kind(verb) in ("either", "noun") and nouns[-1] in HEADS))
    # "Love Song".
    assume(len(nouns) > 1 or nouns[0] not in COMPOUNDS.get(verb, ()))
    # “Dispute Song” is a song, and so is “Preferred Song”.
    assume(read_name(name).form == form)
    there = rewrite(name, to)
    # “Song Access” is a thing; “Order Refund” would be told to somebody.
    is_thing_at_end = kind(verb) == "noun" or kind(nouns[0]) is not None
    assert there is not None or words[to][0] in CHOICES or (to == "noun-verb" and is_thing_at_end)
    if there is not None:
        assert same_key(there) == same_key(join(words[to], case))
        # “Product Overcome”
        alike = "noun-verb" if participle(verb) == verb and to == "noun-verb-past" else to
        assert read_name(there, to).form in (to, "noun-only", alike)
        assert read_name(there, to).form != to or rewrite(there, form, usual=to) in (name, None)


def test_long_names_take_little_time() -> None:
    start = time.perf_counter()
    for piece in ("a", "aA", "Ab ", "0", "0A", "AAs", "é", "_", "-", "to ", "Played ", "(", "🎉", "A1", "\ud800"):
        name = piece * (10_000 // len(piece))
        read_name(name)
        rewrite(name, "verb-noun")
        verb_behind(name, "verb-noun")
        derive_id(name, max_length=36)
        same_key(name)
        case_of(name)
        in_case(name, "title")
    assert time.perf_counter() - start < 5


def test_all_names_of_a_big_catalog_are_remembered() -> None:
    """Else each is read anew by everything that asks, and an event of fifty thousand costs more than one of a few."""
    for function in (split, label_of, parse_name, rewrite, verb_behind, same_key, meaning_key, meaning_keys, derive_id):
        assert (function.cache_parameters()["maxsize"] or 0) >= 2 * 50_000


def test_import_is_light() -> None:
    code = "import eventsmith.naming, sys; print(*(m for m in ('anyascii', 'textual', 'pydantic') if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
