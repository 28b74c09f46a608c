"""The answer to one naming request of `eventsmith name --jsonl`; the command reads and writes the lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from eventsmith.ground.labels import Form
from eventsmith.naming.recognise import parse_name
from eventsmith.naming.rewrite import rewrite


def answer(request: Mapping[str, object]) -> dict[str, object]:
    """Answer `{"name": …, "to": …}` with `{"form": …, "rewritten": …}`; report an invalid request as `error`."""
    name, to = request.get("name"), request.get("to")
    if not isinstance(name, str):
        return {"form": None, "rewritten": None, "error": "“name” should be a text"}
    form = parse_name(name).form
    if to is None:
        return {"form": form, "rewritten": None}
    for known in get_args(Form):
        if to == known:
            return {"form": form, "rewritten": rewrite(name, known)}
    return {"form": form, "rewritten": None, "error": f"“to” should be one of {', '.join(get_args(Form))}"}
