"""Answers one naming request of `eventsmith name --jsonl`; reading and writing lines is the command's work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from eventsmith.ground.labels import Form
from eventsmith.naming.recognise import parse_name
from eventsmith.naming.rewrite import rewrite


def answer(request: Mapping[str, object]) -> dict[str, object]:
    """`{"name": …, "to": …}` answered with `{"form": …, "rewritten": …}`; what is wrong with a request, as `error`."""
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
