"""Names of events: how to recognise, rewrite and compare them, and derive IDs from them.

Known limits. It does not:

- Tell a noun from a verb where both make sense: "Report Bug" and "Report Date", "Share Trip" and "Share Price" differ
  only in lists of typical heads and compounds. What is in none is taken for the action.
- Tell the past from a describing participle: "Saved Search" is read as something that was done, "Failed Payment" as a
  noun, by a list. "Read Article" and "Set Goal" are taken for the present.
- Tell the past of a verb that looks the same in the present from a noun, except after its typical nouns: "Password
  Reset" and "Vote Cast" were done, "Campaign Run" is not seen.
- Tell a namespace from a verb where both are written alike: "discoverListEpisodePlay" is read as a command.
- See two objects, except after a few verbs of giving: "Customer Rewarded Points" was done to the customer, "Customer
  Sent Code" is a person doing something, and is left alone.
- Make a command of what happens by itself ("Card Expired", "User Churned") or of an un- participle ("Message Unread").
- Read a label, beyond recognising it: "order.placed" becomes "order.place".
- Attach a tail: "Request For Quote Sent" turned round and back may come out as "Request Sent For Quote".
- Tell a state from an action in words with un-: "Alert Unacknowledged" is taken for a state, "Item Unsaved"
  for an action.
- Read a command that is also the name of a kind of event: "Add To Cart Event" is read as adding to an event.
- Take a verb that is a noun far oftener ("Position Camera", "Source Item") for a command, except before listed objects.
- Bring back what a form has no room for: articles, and who did it ("User Signed Up" is "Sign Up").
- See a slip in the first letter of a word, in a word of four letters, or one that makes another word: "Crate Account".
- Know how characters sound in Japanese, or vowels that are not written: IDs of such names are reported as guesses.
- Judge other languages in plain letters, beyond a list of their most common event words and some endings.
"""

from eventsmith.ground.labels import Form
from eventsmith.ground.labels import NameCase as Case
from eventsmith.naming.cases import case_of, fits_case, in_case
from eventsmith.naming.clauses import Clause, clause
from eventsmith.naming.house_words import with_house_words
from eventsmith.naming.ids import derive_id, make_unique
from eventsmith.naming.letters import BY_LOOKS, is_guess
from eventsmith.naming.matching import meaning_key, meaning_keys, same_key
from eventsmith.naming.recognise import AnyForm, Reading, counts, is_english, is_english_like, read_name
from eventsmith.naming.rewrite import rewrite, verb_behind
from eventsmith.naming.slips import slip_keys, slips
from eventsmith.naming.spelling import Spelling, spelling_in, spelling_of_language
from eventsmith.naming.words import label_of, split

__all__ = [
    "BY_LOOKS",
    "AnyForm",
    "Case",
    "Clause",
    "Form",
    "Reading",
    "Spelling",
    "case_of",
    "clause",
    "counts",
    "derive_id",
    "fits_case",
    "in_case",
    "is_english",
    "is_english_like",
    "is_guess",
    "label_of",
    "make_unique",
    "meaning_key",
    "meaning_keys",
    "read_name",
    "rewrite",
    "same_key",
    "slip_keys",
    "slips",
    "spelling_in",
    "spelling_of_language",
    "split",
    "verb_behind",
    "with_house_words",
]
