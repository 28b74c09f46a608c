"""A property: one typed fact about an event. Lists and objects have fields, which may have fields of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import Field, Strict, field_validator
from pydantic_core import PydanticCustomError

from eventsmith.model._noun import Noun
from eventsmith.model.place import Place

PropertyType = Literal["string", "integer", "decimal", "boolean", "date", "datetime", "list", "object", "any"]
ItemType = Literal["", "string", "integer", "decimal", "boolean", "date", "datetime"]
Use = Literal["campaign", "segment", "analytics"]
ValueFormat = Literal["uri", "email", "uuid", "time", "country", "currency", "language"]

PROPERTY_TYPES: tuple[PropertyType, ...] = get_args(PropertyType)
ITEM_TYPES: tuple[ItemType, ...] = tuple(name for name in get_args(ItemType) if name)
USES: tuple[Use, ...] = get_args(Use)
VALUE_FORMATS: tuple[ValueFormat, ...] = get_args(ValueFormat)
HOLDING_FIELDS = frozenset[PropertyType](("list", "object"))
"""The types that may have fields."""
LIMITS = ("format", "pattern", "minimum", "maximum", "min_length", "max_length")
"""The keys that limit the values of some types."""
_OF_SIZE = ("minimum", "maximum")
LIMITS_OF: Mapping[PropertyType, tuple[str, ...]] = {
    "string": ("format", "pattern", "min_length", "max_length"),
    "integer": _OF_SIZE,
    "decimal": _OF_SIZE,
    "boolean": (),
    "date": _OF_SIZE,
    "datetime": _OF_SIZE,
    "list": ("min_length", "max_length"),
    "object": (),
    "any": (),
}
"""By type: those of them that it has."""
MAX_DEPTH = 8
"""How deep fields can be nested: those of a property are 1 deep."""

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


class PropertyField(Noun):
    """One typed fact about each item of a list, or about an object."""

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
    nullable: Annotated[Truth, Since(2)] = False
    format: Annotated[Literal["", ValueFormat], Since(2)] = ""
    """How a text is written, as in `ground/value_formats.py`."""
    pattern: Annotated[str, Since(2)] = ""
    """A regular expression that all of a text must match."""
    minimum: Annotated[Value | None, Since(2)] = None
    maximum: Annotated[Value | None, Since(2)] = None
    min_length: Annotated[Count | None, Since(2)] = None
    """The smallest number of characters in a text, or of items in a list."""
    max_length: Annotated[Count | None, Since(2)] = None
    ignore: Reasons = Field(default_factory=dict)
    extra: dict[str, Any] = Field(default_factory=dict)
    fields: Annotated[tuple[PropertyField, ...], Since(2)] = ()


class Property(PropertyField):
    """One typed fact about an event. `fields` describe the items of a list, or an object."""

    fields: tuple[PropertyField, ...] = ()

    @field_validator("fields", mode="before")
    @classmethod
    def _limit_depth(cls, fields: Any) -> Any:
        """Refuse fields nested too deep before anything descends into them."""
        level, depth = [fields], 0
        while level := [item["fields"] for each in level for item in _tables(each) if item.get("fields")]:
            depth += 1
            if depth >= MAX_DEPTH:
                raise PydanticCustomError("too_deep", "fields can be nested up to {depth} deep", {"depth": MAX_DEPTH})
        return fields


def fields_in(prop: PropertyField) -> Iterator[tuple[Place, PropertyField]]:
    """Yield all fields in a property, however deep, each with its place in the property."""
    for index, field in enumerate(prop.fields):
        here: Place = ("fields", index)
        yield here, field
        for deeper, inner in fields_in(field) if field.fields else ():
            yield here + deeper, inner


def with_fields(prop: PropertyField) -> Iterator[PropertyField]:
    """Yield a property, then all fields in it, however deep."""
    yield prop
    for field in prop.fields:
        yield from with_fields(field)


def _tables(fields: Any) -> list[dict[str, Any]]:
    """Return the tables in what a file has for fields, which can be anything."""
    return [item for item in fields if isinstance(item, dict)] if isinstance(fields, (list, tuple)) else []
