"""An event: one thing a customer does, or that happens to them. Knows no catalogs and no checks."""

from typing import Any, Literal, get_args

from pydantic import Field

from eventsmith.model._noun import Noun
from eventsmith.model.property import Property, Reasons, Texts, Use

Source = Literal["", "client", "server", "system"]
Status = Literal["planned", "live", "deprecated"]

SOURCES: tuple[Source, ...] = get_args(Source)
STATUSES: tuple[Status, ...] = get_args(Status)


class Event(Noun):
    """People read the name, code sends the ID. `when` says exactly when it fires."""

    id: str
    name: str
    stage: str = ""
    source: Source = ""
    when: str = ""
    description: str = ""
    status: Status = "planned"
    replaced_by: str = ""
    aliases: Texts = ()
    former_ids: Texts = ()
    used_for: tuple[Use, ...] = ()
    language: str = ""
    ignore: Reasons = Field(default_factory=dict)
    extra: dict[str, Any] = Field(default_factory=dict)
    properties: tuple[Property, ...] = ()
