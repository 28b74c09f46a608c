"""A property: one typed fact about an event. A list property has fields."""

from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import Field, Strict

from eventsmith.model._noun import Noun

PropertyType = Literal["string", "integer", "decimal", "boolean", "date", "datetime", "list"]
ItemType = Literal["", "string", "integer", "decimal", "boolean", "date", "datetime"]
Use = Literal["campaign", "segment", "analytics"]

PROPERTY_TYPES: tuple[PropertyType, ...] = get_args(PropertyType)
USES: tuple[Use, ...] = get_args(Use)

Value = Any
"""Any TOML value: str, int, bool, Decimal (never float: decimals are exact), date, datetime, time, list, dict."""


class Since(NamedTuple):
    """A mark on a key of the model: the file format that it came with."""

    format: int


Truth = Annotated[bool, Strict()]
Count = Annotated[int, Strict()]
Texts = tuple[str, ...]
Reasons = dict[str, str]
"""Names of silenced rules, each with the reason why."""


class ListField(Noun):
    """One typed fact about each item of a list property."""

    name: str
    type: PropertyType = "string"
    required: Truth = False
    description: str = ""
    aliases: Texts = ()
    values: tuple[Value, ...] = ()
    unit: str = ""
    unit_in: str = ""
    example: Value | None = None
    used_for: tuple[Use, ...] = ()
    item_type: ItemType = ""
    ignore: Reasons = Field(default_factory=dict)
    extra: dict[str, Any] = Field(default_factory=dict)


class Property(ListField):
    """One typed fact about an event. `fields` describe the items of a list."""

    fields: tuple[ListField, ...] = ()
