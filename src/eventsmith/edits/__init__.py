"""Edits: functions from catalog to catalog."""

from eventsmith.edits._edit import Edit, Insert, Move, Remove, Set, Together
from eventsmith.edits.campaigns import (
    add_condition,
    change_condition_operator,
    change_condition_property,
    trigger_properties,
)
from eventsmith.edits.catalog_index import any_keys, own_keys
from eventsmith.edits.combination import Combined, combine
from eventsmith.edits.events import (
    campaigns_of,
    find_event,
    index_for_stage,
    move_event,
    remove_event,
    remove_events,
    set_stage,
    set_status,
)
from eventsmith.edits.names import (
    distinct_id_for,
    follows_name,
    id_for,
    name_in_form,
    prevailing_spelling,
    put_in_form,
    rename_event,
    resolve_name_clashes,
    set_event_id,
    set_form,
)
from eventsmith.edits.properties import (
    adapted_property,
    add_properties,
    copy_property,
    places_of_property,
    places_to_rename,
    rename_everywhere,
    rename_property,
    retype_everywhere,
    same_property,
)
from eventsmith.edits.transfer import take_all, take_campaign, take_events
from eventsmith.edits.workbench import Workbench

__all__ = [
    "Combined",
    "Edit",
    "Insert",
    "Move",
    "Remove",
    "Set",
    "Together",
    "Workbench",
    "adapted_property",
    "add_condition",
    "add_properties",
    "any_keys",
    "campaigns_of",
    "change_condition_operator",
    "change_condition_property",
    "combine",
    "copy_property",
    "distinct_id_for",
    "find_event",
    "follows_name",
    "id_for",
    "index_for_stage",
    "move_event",
    "name_in_form",
    "own_keys",
    "places_of_property",
    "places_to_rename",
    "prevailing_spelling",
    "put_in_form",
    "remove_event",
    "remove_events",
    "rename_event",
    "rename_everywhere",
    "rename_property",
    "resolve_name_clashes",
    "retype_everywhere",
    "same_property",
    "set_event_id",
    "set_form",
    "set_stage",
    "set_status",
    "take_all",
    "take_campaign",
    "take_events",
    "trigger_properties",
]
