"""The catalog: settings, events, campaigns. Knows no names, no checks, no files, no screens."""

from typing import Any, Literal, get_args

from pydantic import Field

from eventsmith.ground import labels
from eventsmith.ground.labels import Form, NameCase
from eventsmith.model._noun import Noun
from eventsmith.model.campaign import Campaign, Goal
from eventsmith.model.event import Event
from eventsmith.model.property import Count, Reasons, Texts

FORMAT = 1
"""The file format of a catalog that says nothing that came later."""
NEWEST_FORMAT = 2
"""The newest that this version reads and writes."""

IdCase = Literal["camel", "snake", "pascal", "kebab"]
PropertyCase = Literal["camel", "snake"]
_OF_FORMAT_2 = frozenset(("noun-verb", "title-snake", "upper-snake", "camel-snake"))

FORMS: tuple[Form, ...] = tuple(labels.FORMS)
NAME_CASES: tuple[NameCase, ...] = get_args(NameCase)
STAGES = ("acquisition", "activation", "engagement", "conversion", "retention", "advocacy")


class Naming(Noun):
    """How all names are put."""

    form: Form = "verb-noun"
    case: Literal["", NameCase] = ""
    """Empty: title case, judged only in English."""
    id_case: IdCase = "camel"
    property_case: PropertyCase = "camel"


def needed_format(naming: Naming) -> int:
    """The oldest file format that can say how names are put."""
    return NEWEST_FORMAT if _OF_FORMAT_2.intersection((naming.form, naming.case)) else FORMAT


class Budget(Noun):
    """How many events, and how many properties an event, are still easy to work with."""

    events: Count = 20
    properties: Count = 12


class Catalog(Noun):
    """The whole. The order of stages and events is the story, and is kept."""

    format: Count = FORMAT
    name: str = ""
    description: str = ""
    industries: Texts = ()
    goals: tuple[Goal, ...] = ()
    destinations: Texts = ()
    language: str = "en"
    stages: Texts = STAGES
    naming: Naming = Naming()
    budget: Budget = Budget()
    ignore: Reasons = Field(default_factory=dict)
    extra: dict[str, Any] = Field(default_factory=dict)
    events: tuple[Event, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
