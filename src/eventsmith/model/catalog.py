"""The catalog: settings, events and campaigns."""

from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from eventsmith.ground import labels
from eventsmith.ground.labels import Form, NameCase
from eventsmith.model._noun import Noun
from eventsmith.model.campaign import Campaign, Goal
from eventsmith.model.event import Event
from eventsmith.model.property import Count, Reasons, Since, Texts
from eventsmith.model.property_group import PropertyGroup

FORMAT = 1
"""The file format of a catalog that uses nothing introduced later."""
NEWEST_FORMAT = 2
"""The newest file format that this version reads and writes."""

IdCase = Literal["camel", "snake", "pascal", "kebab"]
PropertyCase = Literal["camel", "snake"]
Level = Literal["error", "warning", "hint", "off"]
"""How bad a team takes what a rule finds; “off” turns the rule off."""

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
    verbs: Annotated[Texts, Since(2)] = ()
    """The only verbs that names may have; any, where there are none here."""
    instead: Annotated[dict[str, str], Since(2)] = Field(default_factory=dict)
    """The team's words: by each word that names must not have, the one to use instead."""


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
    owner: Annotated[str, Since(2)] = ""
    stages: Texts = STAGES
    naming: Naming = Naming()
    budget: Budget = Budget()
    severity: Annotated[dict[str, Level], Since(2)] = Field(default_factory=dict)
    ignore: Reasons = Field(default_factory=dict)
    extra: dict[str, Any] = Field(default_factory=dict)
    property_groups: Annotated[tuple[PropertyGroup, ...], Since(2)] = ()
    events: tuple[Event, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
