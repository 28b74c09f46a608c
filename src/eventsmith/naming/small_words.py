"""The closed word classes that decide how a name is read: prepositions, particles, negations, persons, heads.

The words are in `small_words.txt` and its neighbours, where each section is explained.
"""

from __future__ import annotations

from eventsmith.naming.word_lists import rows, sections


def _section(name: str) -> frozenset[str]:
    return frozenset(sections("small_words.txt")[name])


ARTICLES = _section("articles")
DETERMINERS = _section("determiners")
BEFORE_NOUNS = DETERMINERS | _section("before-nouns")
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
MANNERS = _section("manners")
QUALIFIERS = _section("qualifiers")
VAGUE_OBJECTS = _section("vague-objects")
NUMBERING = _section("numbering")
GENERIC_DOERS = _section("generic-doers")
DOERS = GENERIC_DOERS | _section("doers")
DONE_BY_PERSON = _section("done-by-person")
DONE_BY_USER = _section("done-by-user")
HAPPENS = _section("happens")
STATES = _section("states")
DESCRIBING = _section("describing")
CHOICES = _section("choices")
NEVER_DONE = DESCRIBING - _section("describing-or-done")
MEASURES = _section("measures")
HEADS = MEASURES | _section("heads")
NAMES_OF_THINGS = MEASURES | _section("names-of-things")
OUTCOMES = _section("outcomes")
ENDINGS_OF_ACTIONS = _section("endings-of-actions")
TAKES_ENDINGS = _section("takes-endings")
CLOSING_VERBS = _section("closing-verbs")
ONLY_NOUNS_AT_END = _section("only-nouns-at-end")
NOUNS_AT_END = ONLY_NOUNS_AT_END | _section("nouns-at-end")
DONE_BY_WAY_OF = _section("done-by-way-of")
HOLDS_THINGS = _section("holds-things")
CLOSES_NAMES = CLOSING_VERBS - {"impression"} | _section("closes-names")
NEVER_OBJECTS = _section("never-objects")
POINTING = _section("pointing")
VERBS_ANYWHERE = _section("verbs-anywhere")
AFTER_COMMAND = _section("after-command")
MAKES_A_LABEL = _section("makes-a-label")
NOUNS_TOO = _section("nouns-too")
NOUNS_IN_ING = _section("nouns-in-ing")
FOREIGN = _section("foreign")
CONTROLS = _section("controls")
PAST_AS_PRESENT = _section("past-as-present")
PAST_BEFORE_PREPOSITION = _section("past-before-preposition")
RESULT_STATES = _section("result-states")
SUBORDINATING = _section("subordinating")
PROCESSES = _section("processes")
TAKES_PROCESSES = _section("takes-processes")
DONE_TO_PERSON = _section("done-to-person")
CONDITIONS = _section("conditions")
DIRECTIONS = _section("directions")
MOVING = _section("moving")
OCCURRENCES = _section("occurrences")
AS_ADVERB = _section("as-adverb")
TAKES_PHRASE = _section("takes-phrase")
SET_OF = _section("set-of")
TAKES_COMMANDS = _section("takes-commands")
THINGS_FIRST = _section("things-first")
ACTS = _section("acts")
ACTS_SEEN = _section("acts-seen")
SEES_ACTS = _section("sees-acts")
RUNS_ACTS = _section("runs-acts")
TAKES_MEASURES = _section("takes-measures")
MEASURED_ACTS = _section("measured-acts")
PARTS_OF_SCREENS = _section("parts-of-screens")
DONE_TO_PARTS = _section("done-to-parts")
SCREENS = _section("screens")
DONE_TO_SCREENS = _section("done-to-screens")
THINGS_TOO = _section("things-too")
SAID_OF_THINGS = _section("said-of-things")
VERBS_ALONE = _section("verbs-alone")
DOMAINS = _section("domains")
TAKES_TITLES = _section("takes-titles")
# The first word of names of things, with the words that may follow it.
NOUN_PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {}
for _first, *_others in (phrase.split("-") for phrase in _section("noun-phrases")):
    NOUN_PHRASES[_first] = (*NOUN_PHRASES.get(_first, ()), tuple(_others))
FOREIGN_ENDINGS = tuple(_section("foreign-endings"))
ENGLISH_AFTER_ALL = _section("english-after-all")

# The verbs that go with a particle.
PHRASAL: dict[str, frozenset[str]] = {}
for _particle, *_verbs in rows("phrasal.txt"):
    PHRASAL[_particle] = PHRASAL.get(_particle, frozenset()) | frozenset(_verbs)


def _pairs(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split("-")) for phrase in _section(name))


INTRANSITIVE_PHRASAL = _pairs("intransitive-phrasal")
TRANSITIVE_TOO = _pairs("transitive-too")
WITH_PREPOSITION = _pairs("with-preposition")
PREPOSITIONS_OF_TWO = _pairs("prepositions-of-two")
OPENS_CLAUSE = _section("opens-clause")
FIXED_PHRASES = rows("fixed_phrases.txt")
# Noun to verb, with the verb's particle after a space.
NOUNS_OF_VERBS = {noun: " ".join(verb) for noun, *verb in rows("nouns_of_verbs.txt")}
PHRASAL_NOUNS = frozenset(verb for verb in NOUNS_OF_VERBS.values() if " " in verb)
PHRASAL_HEADS = _section("phrasal-heads")
# Heads that make a compound with a verb that is also a noun: "Share Price". Those under "*" fit all such verbs.
COMPOUNDS = {verb: frozenset(heads) for verb, *heads in rows("compounds.txt")}
# By verb, the nouns after which a form that could be past or present is the past: "Vote Cast".
PAST_AFTER = {verb: frozenset(things) for verb, *things in rows("past_after.txt")}
OBJECTS_OF_EITHER = {verb: frozenset(objects) for verb, *objects in rows("either_objects.txt")}
