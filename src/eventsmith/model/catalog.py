"""The catalog: settings, events, campaigns. Knows no names, no checks, no files, no screens."""

from typing import Any, Literal, get_args

from pydantic import Field

from eventsmith.model._noun import Noun
from eventsmith.model.campaign import Campaign, Goal
from eventsmith.model.event import Event
from eventsmith.model.property import Count, Reasons, Texts

FORMAT = 1
"""The newest file format that this version reads and writes."""

Form = Literal["verb-noun", "noun-verb-past", "verb-past-noun"]
NameCase = Literal["title", "sentence", "snake", "camel", "pascal", "kebab"]
IdCase = Literal["camel", "snake", "pascal", "kebab"]
PropertyCase = Literal["camel", "snake"]

FORMS: tuple[Form, ...] = get_args(Form)
NAME_CASES: tuple[NameCase, ...] = get_args(NameCase)
STAGES = ("acquisition", "activation", "engagement", "conversion", "retention", "advocacy")


class Naming(Noun):
    """How all names are put."""

    form: Form = "verb-noun"
    case: Literal["", NameCase] = ""
    """Empty: title case, judged only in English."""
    id_case: IdCase = "camel"
    property_case: PropertyCase = "camel"


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
