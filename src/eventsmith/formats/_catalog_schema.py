"""The JSON Schema of catalog files, with which editors complete and check them.

Shapes come from the model; the descriptions of the keys are here, written for people who fill them in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from eventsmith.destinations import shipped_destinations
from eventsmith.model import FORMAT, NEWEST_FORMAT, Catalog, new_parts

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TIME = "^(1 (minute|hour|day|week)|[1-9][0-9]* (minutes|hours|days|weeks))$"

_IGNORE = "Rules that are silenced here: the rule's name, and the reason why"
_EXTRA = "Whatever else you want to keep here; Eventsmith leaves it as it is"
_LANGUAGE = "The language of names, as in “en”, “de” or “pt-BR”; form and casing are judged in English"

_FIELDS = "What each item of the list, or the object, holds; up to 8 deep"

_FIELD = {
    "": "One typed fact",
    "name": "What code calls it, such as songName; starts with a lowercase letter or a number",
    "type": "What kind of value it is; a list has fields or an item_type, an object has fields",
    "required": "Whether every event of this kind has it",
    "description": "What it means, for those who fill it in and those who use it",
    "aliases": "What it is called elsewhere, or was called before",
    "values": "The only values it may have",
    "unit": "What it is measured in, such as s, km or EUR",
    "unit_in": "The property beside it that holds the unit, such as currency",
    "example": "A typical value, of the same type",
    "used_for": "What needs it: a campaign, a segment, an analysis",
    "item_type": "For a list of plain values: what kind of value each one is",
    "nullable": "Whether the value may be null",
    "format": "For a text: how it is written, such as uri or email",
    "pattern": "For a text: a regular expression that all of it must match",
    "minimum": "The smallest number, or the earliest date, that it may be",
    "maximum": "The greatest number, or the latest date, that it may be",
    "min_length": "The smallest number of characters of a text, or of items in a list",
    "max_length": "The greatest number of characters of a text, or of items in a list",
    "ignore": _IGNORE,
    "extra": _EXTRA,
}

_SAID: Mapping[str, Mapping[str, str]] = {
    "Catalog": {
        "": "The key events of a customer journey, their properties, and the campaigns that use them",
        "format": "The version of this file format: 2 where it has something that 1 has not",
        "name": "What the catalog is called",
        "description": "What these events are for, in a sentence",
        "industries": "The presets that events are suggested from",
        "goals": "What the events are to achieve",
        "destinations": "The platforms that the events go to; their limits are checked",
        "language": _LANGUAGE,
        "owner": "Who answers for events that name no owner: a team or an address",
        "stages": "The stages of the journey, in order",
        "naming": "How all names are put",
        "budget": "How many events, and properties of each, are still easy to work with",
        "severity": "By rule: how severe it is here; off turns it off",
        "ignore": _IGNORE,
        "extra": _EXTRA,
        "property_groups": "Properties written once, which many events share",
        "events": "The events, in the order of the story",
        "campaigns": "What the events are used for",
    },
    "Naming": {
        "": "How all names are put",
        "form": "“Play Song” is verb-noun, “Song Played” noun-verb-past, “Played Song” verb-past-noun, "
        "“Song Play” noun-verb (format 2)",
        "case": "How names are written; without it in title case, and judged only in English. title-snake, upper-snake "
        "and camel-snake are of format 2",
        "id_case": "How event IDs are written; every destination takes camel",
        "property_case": "How names of properties are written",
        "verbs": "The only verbs that names may have",
        "instead": "The team's words: for each word never to use, the one to use instead",
    },
    "Budget": {
        "": "Beyond these numbers Eventsmith warns: too many events overwhelm",
        "events": "How many events the catalog should have at most",
        "properties": "How many properties one event should have at most",
    },
    "Event": {
        "": "One thing a customer does, or that happens to them",
        "id": "What code sends, such as playSong; does not change once the event is live",
        "name": "What people read and pick from menus, such as Play Song; any language",
        "stage": "Where in the journey it stands: one of the catalog's stages",
        "source": "Who sends it: the app or site, your server, another system, or the platform that collects it itself",
        "when": "Exactly when it fires",
        "description": "What it tells, and what it is good for",
        "status": "An idea while it is parked, planned until code sends it, deprecated when it no longer should",
        "replaced_by": "For a deprecated event: the ID of the one that took its place",
        "aliases": "Names that it had, or has elsewhere",
        "former_ids": "IDs that it had, or has elsewhere",
        "used_for": "What needs it beyond the campaigns in this file",
        "language": "The language of its name, where it is not the catalog's",
        "platforms": "Where it is sent from, such as web, ios or android",
        "owner": "Who answers for it: a team or an address; by default the catalog's owner",
        "tags": "Your own words to find it by",
        "property_groups": "Names of groups whose properties it has, besides its own",
        "ignore": _IGNORE,
        "extra": _EXTRA,
        "properties": "Facts about the action; not about the person",
    },
    "Property": {**_FIELD, "": "One typed fact about the action", "fields": _FIELDS},
    "PropertyField": {**_FIELD, "": "One typed fact about each item of a list, or about an object", "fields": _FIELDS},
    "PropertyGroup": {
        "": "Properties written once, which many events share",
        "name": "What events call it that have its properties",
        "description": "What the properties have in common",
        "every_event": "Whether each event of the catalog has its properties, without naming the group",
        "ignore": _IGNORE,
        "extra": _EXTRA,
        "properties": "Facts about the action; not about the person",
    },
    "Campaign": {
        "": "A use of events: what starts which message, towards what goal",
        "name": "What the campaign is called",
        "goal": "What it is to achieve",
        "trigger": "The ID of the event that starts it",
        "message": "What the customer is told or offered",
        "wait": "How long after the trigger: a number of minutes, hours, days or weeks, such as “3 days”",
        "unless": "IDs of events that call it off when they happen during the wait",
        "goal_event": "The ID of the event that shows it worked",
        "goal_within": "How long the goal counts: a number of minutes, hours, days or weeks, such as “30 days”",
        "ignore": _IGNORE,
        "extra": _EXTRA,
        "conditions": "What must hold for properties of the trigger; all of them",
    },
    "Condition": {
        "": "What must hold for one property of the trigger",
        "property": "The property's name; it is not a list",
        "operator": "How it is compared",
        "value": "What it is compared with; none for is-empty and is-not-empty",
    },
}


def catalog_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12), as strict about keys, types and choices as `eventsmith check` is."""
    raw = Catalog.model_json_schema()
    nouns = raw.pop("$defs")
    defs = {name: _noun(name, nouns[name]) for name in sorted(nouns)}
    catalog = _noun("Catalog", raw)
    formats = list(range(FORMAT, NEWEST_FORMAT + 1))
    catalog["properties"]["format"] = {**catalog["properties"]["format"], "enum": formats}
    # Names that are known everywhere, to be offered; a team may have destinations of its own as well.
    catalog["properties"]["destinations"]["items"] = {"anyOf": [{"enum": shipped_destinations()}, {"type": "string"}]}
    for key in ("wait", "goal_within"):
        defs["Campaign"]["properties"][key]["pattern"] = _TIME
    return {"$schema": _DIALECT, **catalog, **_newer(), "title": "Eventsmith catalog", "$defs": defs}


def _newer() -> dict[str, Any]:
    """Return the condition that a file using something newer declares the newest format."""
    return {"if": _has_new(Catalog), "then": {"properties": {"format": {"const": NEWEST_FORMAT}}}}


def _has_new(noun: type[BaseModel]) -> dict[str, Any] | None:
    """Return a schema of the tables of a noun that use something newer, in themselves or within; None if none can."""
    new = new_parts(noun)
    found: list[dict[str, Any]] = [{"required": [key]} for key in sorted(new.keys)]
    found += [_at(key, {"enum": sorted(words)}) for key, words in new.words]
    found += [_at(key, inner) for key, kind in new.nouns if (inner := _has_new(kind))]
    # What is in a list that is new itself need not be looked at, and may be of the same kind.
    lists = [(key, kind) for key, kind in new.lists if key not in new.keys]
    found += [_at(key, {"contains": inner}) for key, kind in lists if (inner := _has_new(kind))]
    return {"anyOf": found} if found else None


def _at(key: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"properties": {key: schema}, "required": [key]}


def _noun(name: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    said = _SAID.get(name, {})
    return {
        "title": name,
        "description": said.get("", ""),
        "type": "object",
        "properties": {key: _key(said.get(key, ""), key, value) for key, value in raw["properties"].items()},
        **({"required": raw["required"]} if "required" in raw else {}),
        "additionalProperties": False,
    }


def _key(said: str, key: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a key without what is for Python only: titles, nulls, empty choices for “not set”."""
    node = {name: value for name, value in raw.items() if name not in ("title", "default", "anyOf", "description")}
    for option in raw.get("anyOf", ()):
        node |= option if option != {"type": "null"} else {}
    if "enum" in node:
        node["enum"] = [word for word in node["enum"] if word != ""]
    if key == "ignore":
        node["additionalProperties"] = {"type": "string", "minLength": 1}
    default = raw.get("default")
    shown = default not in (None, "", []) and not isinstance(default, dict)
    if shown:
        node["default"] = default
    # Sorted, because the order of pydantic's keys changes between its versions.
    return {"description": said, **dict(sorted(node.items()))}
