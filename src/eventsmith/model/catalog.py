"""The catalog: settings, events and campaigns."""

from typing import Any, Literal, get_args

from pydantic import Field

from eventsmith.ground import labels
from eventsmith.ground.labels import Form, NameCase
from eventsmith.model._noun import Noun
from eventsmith.model.campaign import Campaign, Goal
from eventsmith.model.event import Event
from eventsmith.model.property import Count, Reasons, Texts

FORMAT = 1
"""The file format of a catalog that uses nothing introduced later."""
NEWEST_FORMAT = 2
"""The newest file format that this version reads and writes."""

IdCase = Literal["camel", "snake", "pascal", "kebab"]
PropertyCase = Literal["camel", "snake"]
_OF_FORMAT_2 = frozenset(("noun-verb", "title-snake", "upper-snake", "camel-snake"))

FORMS: tuple[Form, ...] = tuple(labels.FORMS)
NAME_CASES: tuple[NameCase, ...] = get_args(NameCase)
STAGES = ("acquisition", "activation", "engagement", "conversion", "retention", "advocacy")


class Naming(Noun):
    """The naming rules of a catalog: form and case of event names, case of IDs and of property names."""

    form: Form = "verb-noun"
    case: Literal["", NameCase] = ""
    """Empty means title case, checked in English only."""
    id_case: IdCase = "camel"
    property_case: PropertyCase = "camel"


def needed_format(naming: Naming) -> int:
    """Return the oldest file format that can express these naming rules."""
    return NEWEST_FORMAT if _OF_FORMAT_2.intersection((naming.form, naming.case)) else FORMAT


class Budget(Noun):
    """The numbers of events, and of properties of each event, up to which a catalog is easy to work with."""

    events: Count = 20
    properties: Count = 12


class Catalog(Noun):
    """A whole catalog. The order of stages and events tells the story, and is kept."""

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
