"""What every noun of a catalog has in common: it is a value, and refuses nothing but a wrong shape."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value. Accepts whatever a person can write, however wrong; what is wrong is said by the rules."""

    model_config = ConfigDict(frozen=True, extra="forbid")
