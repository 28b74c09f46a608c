"""The nouns of a catalog: catalog, event, property, campaign, place."""

from eventsmith.ground.labels import Form
from eventsmith.model.campaign import (
    EMPTY,
    GOALS,
    OPERATORS,
    OPERATORS_OF,
    ORDER,
    PARTS,
    SAME,
    TIME_UNITS,
    Campaign,
    Condition,
    Goal,
    Operator,
)
from eventsmith.model.catalog import (
    FORMAT,
    FORMS,
    NAME_CASES,
    NEWEST_FORMAT,
    STAGES,
    Budget,
    Catalog,
    Naming,
    needed_format,
)
from eventsmith.model.equality import same
from eventsmith.model.event import SOURCES, STATUSES, Event, Status
from eventsmith.model.place import NoSuchPlaceError, Place, changed_at, has_place, show_place, value_at
from eventsmith.model.property import PROPERTY_TYPES, USES, ListField, Property, PropertyType, Value

__all__ = [
    "EMPTY",
    "FORMAT",
    "FORMS",
    "GOALS",
    "NAME_CASES",
    "NEWEST_FORMAT",
    "OPERATORS",
    "OPERATORS_OF",
    "ORDER",
    "PARTS",
    "PROPERTY_TYPES",
    "SAME",
    "SOURCES",
    "STAGES",
    "STATUSES",
    "TIME_UNITS",
    "USES",
    "Budget",
    "Campaign",
    "Catalog",
    "Condition",
    "Event",
    "Form",
    "Goal",
    "ListField",
    "Naming",
    "NoSuchPlaceError",
    "Operator",
    "Place",
    "Property",
    "PropertyType",
    "Status",
    "Value",
    "changed_at",
    "has_place",
    "needed_format",
    "same",
    "show_place",
    "value_at",
]
