"""Tables of verbs and of verbs with particles, each put through what a name can do with it."""

from pathlib import Path

import pytest

from eventsmith.naming import Form, read_name, rewrite
from eventsmith.naming.small_words import AUXILIARIES, CHOICES, HAPPENS, INTRANSITIVE_PHRASAL, TRANSITIVE_TOO
from eventsmith.naming.verbs import kind, lemma_of, participle, past
from eventsmith.naming.word_lists import sections


def rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


PASTS = [(verb, simple, done[0] if done else simple) for verb, simple, *done in rows("pasts.txt")]
PARTICLES = rows("particles.txt")
# Are read as adjectives or nouns before anything else ("Limited Offer", "Led Light").
NO_PASTS = frozenset(sections("exceptions.txt")["not-past"])


def test_pasts_are_written_right() -> None:
    wrong = [(verb, past(verb), participle(verb)) for verb, *forms in PASTS if [past(verb), participle(verb)] != forms]
    assert not wrong


def test_verbs_are_found_behind_their_participles() -> None:
    found = {done: lemma_of(done) for _, _, done in PASTS if done not in NO_PASTS}
    wrong = [(done, verb) for verb, _, done in PASTS if done in found and getattr(found[done], "verb", None) != verb]
    assert not wrong


def test_a_thing_and_what_was_done_to_it_make_a_command() -> None:
    for verb, _, done in PASTS:
        if done in NO_PASTS or done == verb or verb in HAPPENS | AUXILIARIES:
            continue
        assert rewrite(f"member invoice {done}", "verb-noun") == f"{verb} member invoice"


def test_a_command_tells_what_was_done() -> None:
    for verb, simple, done in PASTS:
        if kind(verb) == "verb":
            assert rewrite(f"{verb} member invoice", "noun-verb-past") == f"member invoice {done}"
            # “Preferred invoice” is an invoice, and “rebound” a verb of its own.
            is_other = simple in CHOICES or (simple != verb and kind(simple) == "verb-first")
            expected = None if is_other else f"{simple} member invoice"
            assert rewrite(f"{verb} member invoice", "verb-past-noun") == expected


@pytest.mark.parametrize("form", ["verb-noun", "verb-past-noun", "noun-verb-past"])
def test_particles_stay_with_their_verb(form: Form) -> None:
    silent = []
    for verb, particle, simple, done in PARTICLES:
        put: dict[Form, str] = {
            "verb-noun": f"{verb} {particle} invoice",
            "verb-past-noun": f"{simple} {particle} invoice",
            "noun-verb-past": f"invoice {done} {particle}",
        }
        alone = (verb, particle) in INTRANSITIVE_PHRASAL - TRANSITIVE_TOO or verb in HAPPENS
        if alone or (verb in (simple, done) and form != "verb-noun"):
            continue
        if read_name(put[form]).form != form:
            silent.append(put[form])
            continue
        assert {to: rewrite(put[form], to) for to in put} == put
    assert len(silent) < len(PARTICLES) / 40, silent


def test_a_particle_after_the_object_is_no_part_of_it() -> None:
    for verb, particle, _, done in PARTICLES:
        assert rewrite(f"{verb} invoice {particle}", "noun-verb-past") in (f"invoice {done} {particle}", None)
