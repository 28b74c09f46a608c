"""An event: something a customer does, or something that happens to them."""

from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from eventsmith.model._noun import Noun
from eventsmith.model.property import Property, Reasons, Since, Texts, Use

Source = Literal["", "client", "server", "system", "platform"]
Status = Literal["planned", "live", "deprecated", "idea"]

SOURCES: tuple[Source, ...] = get_args(Source)
STATUSES: tuple[Status, ...] = get_args(Status)


class Event(Noun):
    """An event. People read its name, code sends its ID, and `when` says exactly when it fires."""

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
    platforms: Annotated[Texts, Since(2)] = ()
    owner: Annotated[str, Since(2)] = ""
    tags: Annotated[Texts, Since(2)] = ()
    property_groups: Annotated[Texts, Since(2)] = ()
    """Names of groups whose properties the event has; an own one stands before one of the same name in a group."""
    ignore: Reasons = Field(default_factory=dict)
    extra: dict[str, Any] = Field(default_factory=dict)
    properties: tuple[Property, ...] = ()

    @property
    def is_sent(self) -> bool:
        """Whether code sends the event, or did: its ID and name are then known outside the catalog."""
        return self.status in ("live", "deprecated")
