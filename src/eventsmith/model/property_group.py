"""A property group: properties that are written once, and that many events share."""

from typing import Any

from pydantic import Field

from eventsmith.model._noun import Noun
from eventsmith.model.property import Property, Reasons, Truth


class PropertyGroup(Noun):
    """Properties of every event that names the group; with `every_event`, of each event of the catalog."""

    name: str
    description: str = ""
    every_event: Truth = False
    ignore: Reasons = Field(default_factory=dict)
    extra: dict[str, Any] = Field(default_factory=dict)
    properties: tuple[Property, ...] = ()
