"""The closed classes of English that decide how a name is put: prepositions, particles, negations, doers, heads.

Gives the lists of `small_words.txt` and its neighbours their names; each section there says what it is. Knows no rules.
"""

from __future__ import annotations

from eventsmith.naming.lists import rows, sections


def _section(name: str) -> frozenset[str]:
    return frozenset(sections("small_words.txt")[name])


ARTICLES = _section("articles")
DETERMINERS = _section("determiners")
PREPOSITIONS = _section("prepositions")
PARTICLES = _section("particles")
ALWAYS_PARTICLES = _section("always-particles")
NEGATIONS = _section("negations")
AUXILIARIES = _section("auxiliaries")
QUESTIONS = _section("questions")
PRONOUNS = _section("pronouns")
ADVERBS = _section("adverbs")
NO_ADVERBS = _section("no-adverbs")
BEFORE_PAST = _section("before-past")
QUALIFIERS = _section("qualifiers")
VAGUE_OBJECTS = _section("vague-objects")
NUMBERING = _section("numbering")
GENERIC_DOERS = _section("generic-doers")
DOERS = GENERIC_DOERS | _section("doers")
DONE_BY_PERSON = _section("done-by-person")
HAPPENS = _section("happens")
STATES = _section("states")
DESCRIBING = _section("describing")
NEVER_DONE = DESCRIBING - _section("describing-or-done")
MEASURES = _section("measures")
HEADS = MEASURES | _section("heads")
NAMES_OF_THINGS = MEASURES | _section("names-of-things")
OUTCOMES = _section("outcomes")
CLOSING_VERBS = _section("closing-verbs")
NEVER_OBJECTS = _section("never-objects")
POINTING = _section("pointing")
VERBS_ANYWHERE = _section("verbs-anywhere")
AFTER_COMMAND = _section("after-command")
MAKES_A_LABEL = _section("makes-a-label")
NOUNS_TOO = _section("nouns-too")
NOUNS_IN_ING = _section("nouns-in-ing")
FOREIGN = _section("foreign")
CONTROLS = _section("controls")
CONDITIONS = _section("conditions")
DIRECTIONS = _section("directions")
MOVING = _section("moving")
OCCURRENCES = _section("occurrences")
AS_ADVERB = _section("as-adverb")
TAKES_PHRASE = _section("takes-phrase")
SET_OF = _section("set-of")
TAKES_COMMANDS = _section("takes-commands")
THINGS_FIRST = _section("things-first")
NOUN_PHRASES = frozenset(tuple(phrase.split("-")) for phrase in _section("noun-phrases"))
FOREIGN_ENDINGS = tuple(_section("foreign-endings"))
ENGLISH_AFTER_ALL = _section("english-after-all")

# The verbs that go with a particle.
PHRASAL: dict[str, frozenset[str]] = {}
for _particle, *_verbs in rows("phrasal.txt"):
    PHRASAL[_particle] = PHRASAL.get(_particle, frozenset()) | frozenset(_verbs)

# Take no object, so that a noun after them makes a compound ("Sign Up Form").
INTRANSITIVE_PHRASAL = frozenset(
    tuple(phrase.split())
    for phrase in (
        *("sign up", "sign in", "sign out", "sign off", "log in", "log out", "log off", "log on", "opt in", "opt out"),
        *(
            "check out",
            "clock in",
            "clock out",
            "level up",
            "work out",
            "drop out",
            "start over",
            "stop by",
            "time out",
            "sell out",
            "run out",
        ),
    )
)
# Verb and preposition as one: "React To Post" is "Post Reacted To".
WITH_PREPOSITION = frozenset(
    tuple(phrase.split())
    for phrase in (
        *("react to", "reply to", "respond to", "listen to", "look at", "comment on", "interact with", "pay for"),
        *("engage with", "agree to", "consent to", "ask for"),
    )
)
FIXED_PHRASES = rows("fixed_phrases.txt")
# Noun to verb, with the verb's particle after a space.
NOUNS_OF_VERBS = {noun: " ".join(verb) for noun, *verb in rows("nouns_of_verbs.txt")}
# What a verb that is a noun as well makes a compound with: "Share Price". Under "*" the heads that fit them all.
COMPOUNDS = {verb: frozenset(heads) for verb, *heads in rows("compounds.txt")}
OBJECTS_OF_EITHER = {verb: frozenset(objects) for verb, *objects in rows("either_objects.txt")}
