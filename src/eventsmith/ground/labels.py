"""The words for the model wherever it is shown: pages, forms of names, fields and their hints.

The first paint needs them, so this module imports nothing else of Eventsmith.
"""

from typing import Literal, NamedTuple

PAGES = {
    "goal": "Goal",
    "events": "Events",
    "names": "Names",
    "properties": "Properties",
    "campaigns": "Campaigns",
    "review": "Review",
}
"""The pages of the guided path, in order."""

ABOUT = {
    "goal": "Decide first what you want to achieve; the events follow from that. Pick one or more industries to start "
    "from, what the events are for, and the platforms that receive them: names and IDs are checked against their "
    "limits.",
    "events": "Think of what customers do as a story and take only its critical points: the fewer events, the easier "
    "they are to use.",
    "names": "Keep names simple, and all in one form: the one that the people who use them prefer.",
    "properties": "A property is one typed fact about the action: songName, amount. Take only what a campaign, a "
    "segment or an analysis needs. What describes the person (e-mail, birthday) is an attribute of the person and does "
    "not belong here.",
    "campaigns": "An event earns its place by what it does: it starts a message, ends a wait or is the goal.",
    "review": "Everything the rules have to say, the worst first in each group.",
}
"""What people do on each page, and why."""

PICKS = {
    "industries": "Which industries?",
    "goals": "What are the events for?",
    "destinations": "Sent where?",
}
"""The questions on the first page, which take any number of answers."""

GOALS = {
    "activate": "Activate new customers",
    "convert": "Turn interest into sales",
    "recover": "Recover what was abandoned",
    "retain": "Keep and renew",
    "grow": "Grow what customers buy",
    "win-back": "Win back lapsed customers",
    "advocate": "Earn reviews and referrals",
}

Form = Literal["verb-noun", "noun-verb-past", "verb-past-noun", "noun-verb"]

NameCase = Literal[
    "title", "sentence", "snake", "camel", "pascal", "kebab", "title-snake", "upper-snake", "camel-snake"
]

FORMS: dict[Form, str] = {
    "verb-noun": "Play Song",
    "noun-verb-past": "Song Played",
    "verb-past-noun": "Played Song",
    "noun-verb": "Song Play",
}
"""An example of each form of names."""

OPERATORS = {
    "=": "is",
    "!=": "is not",
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
    "contains": "contains",
    "starts-with": "starts with",
    "ends-with": "ends with",
    "is-empty": "is empty",
    "is-not-empty": "is not empty",
}
"""The operators of conditions, in words."""

SEVERITY_MEANS = {"error": "cannot work", "warning": "will hurt", "hint": "worth a thought"}
"""What each severity means, the worst first."""

SEVERITIES = tuple(SEVERITY_MEANS)

STATUS_MEANS = {
    "live": "live: in use; the ID stays, and an old name becomes an alias",
    "planned": "planned: not in use yet; the ID follows the name",
    "deprecated": "deprecated: to be used no more",
    "idea": "idea: parked; outside the budget, and not exported",
}
"""What each status of an event means."""

USES = ("campaign", "segment", "analytics")

LIMIT_WORDS = {
    "format": "way to be written",
    "pattern": "pattern",
    "minimum": "minimum",
    "maximum": "maximum",
    "min_length": "length",
    "max_length": "length",
}
"""What each key that limits a value says of it."""

Kind = Literal["text", "long", "texts", "value", "values", "count", "choice", "several", "truth", "ticks"]
"""The shape of a field's value: a text, a long one that may have lines, or several; one value of the property's type or
several; a whole number or nothing; one or several of a list of choices; yes or no; some of the uses.
"""


class FormField(NamedTuple):
    """One field that a person fills in."""

    key: str
    """The last step of the field's place."""
    label: str
    kind: Kind = "text"
    hint: str = ""


CATALOG_FIELDS = (
    FormField("name", "Catalog", hint="Your product or journey, e.g. Tunewave"),
    FormField("description", "About", "long", "What these events are for, in a sentence"),
)

MEANS = {
    "stage": "Where in the journey it happens: the events of a stage stand together, in the order of the story.",
    "source": "Whether the app or site of the customer sends it, or a server: a server misses none and can be trusted.",
    "status": "How far it is: only planned, being built, live, or on its way out. The ID of a live event stays.",
    "used_for": "What needs it: a campaign, a segment or an analysis. What nothing needs is better left out.",
    "goal": "What the campaign is for, of what the catalog is for.",
    "type": "What kind of value it is: everywhere the same, so that it can be compared.",
    "required": "Whether it is sent every time. A campaign can rely on such a property only.",
    "nullable": "Whether it may be sent as null, which is not the same as not at all.",
}
"""What is chosen in some fields, for those who ask: their choices say the rest."""

CATALOG_OWNER = FormField("owner", "Owner", hint="Who answers for events that name no owner: a team or an address")
"""Asked only where somebody wants to: most catalogs have no need of it."""

EVENT_FIELDS = (
    FormField("name", "Name", hint="What people read when they pick an event"),
    FormField("stage", "Stage", "choice"),
    FormField("when", "Fires when", "long", "Exactly when: what counts and what does not"),
    FormField("source", "Sent by", "choice"),
    FormField("description", "Why", "long", "Why it matters: what you do with it"),
    FormField("status", "Status", "choice"),
    FormField("aliases", "Also called", "texts", "Names it had, or has elsewhere, separated by commas"),
    FormField("used_for", "Needed for", "ticks"),
    FormField("owner", "Owner", hint="Who answers for it, if not the catalog's: a team or an address"),
    FormField("platforms", "Sent from", "texts", "web, ios, android …; commas between"),
    FormField("tags", "Tags", "texts", "Your own words to find it by; commas between"),
)

NAME_FIELDS = (
    FormField("name", "Name", hint="People read it; any language. The ID follows until the event is live"),
    FormField("id", "ID", hint="Developers type it in code. Letters and digits work everywhere"),
)

PROPERTY_FIELDS = (
    FormField("name", "Name", hint="Starts with a lowercase letter or a number"),
    FormField("type", "Type", "choice"),
    FormField("example", "Example", "value", "A likely value, of that type"),
    FormField("values", "Only these", "values", "The only values allowed, separated by commas"),
    FormField("used_for", "Needed for", "ticks"),
    FormField("required", "Always sent", "truth"),
    FormField("unit", "Unit", hint="s, km, kg …; for money, use “Unit in” with a property currency"),
    FormField("unit_in", "Unit in", hint="The property of this event that holds the unit, e.g. currency"),
    FormField("description", "Means", "long", "What the value tells people who read it"),
    FormField("item_type", "Each item", "choice", "The type of each value in a list of plain values"),
    FormField("aliases", "Also called", "texts", "Names it had, or has elsewhere, separated by commas"),
    FormField("nullable", "May be null", "truth"),
    FormField("minimum", "At least", "value", "The smallest number, or the earliest date, that it may be"),
    FormField("maximum", "At most", "value", "The greatest number, or the latest date, that it may be"),
    FormField("format", "Written as", "choice", "How the text is written: uri, email, uuid …"),
    FormField("pattern", "Pattern", hint="A regular expression that all of the text matches: [A-Z]{2}[0-9]+"),
    FormField("min_length", "Shortest", "count", "The smallest number of characters, or of items in a list"),
    FormField("max_length", "Longest", "count", "The greatest number of characters, or of items in a list"),
)

CAMPAIGN_FIELDS = (
    FormField("name", "Name", hint="What the team calls it, e.g. Abandoned basket"),
    FormField("goal", "Goal", "choice"),
    FormField("trigger", "Starts with", "choice", "The event that starts it"),
    FormField("wait", "Then wait", hint="1 hour, 30 minutes, 3 days, 2 weeks; empty: at once"),
    FormField("unless", "Unless", "several", "Events that call it off"),
    FormField("message", "Message", "long", "What it says, in short"),
    FormField("goal_event", "Goal event", "choice", "The event that shows that it worked"),
    FormField("goal_within", "Within", hint="How long the goal event counts, e.g. 30 days"),
)

CONDITION_FIELDS = (
    FormField("property", "Property", "choice"),
    FormField("operator", "Operator", "choice"),
    FormField("value", "Value", "value"),
)
