"""Edits: functions from catalog to catalog. They know words, names and destinations, but no rules, files or screens."""

from eventsmith.edits._edit import Edit, Insert, Move, Remove, Set, Together
from eventsmith.edits.campaigns import add_condition, ask_for, ask_how, trigger_properties
from eventsmith.edits.combining import Combined, combine
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
from eventsmith.edits.known import any_keys, own_keys
from eventsmith.edits.names import (
    apart,
    follows_name,
    id_for,
    name_in_form,
    put_in_form,
    rename_event,
    set_event_id,
    set_form,
    spelling_in_most,
    unlike_id_for,
)
from eventsmith.edits.properties import (
    add_properties,
    adopted_property,
    copy_property,
    places_of_property,
    places_to_rename,
    rename_everywhere,
    rename_property,
    retype_everywhere,
    same_property,
)
from eventsmith.edits.taking import take_all, take_campaign, take_events
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
    "add_condition",
    "add_properties",
    "adopted_property",
    "any_keys",
    "apart",
    "ask_for",
    "ask_how",
    "campaigns_of",
    "combine",
    "copy_property",
    "find_event",
    "follows_name",
    "id_for",
    "index_for_stage",
    "move_event",
    "name_in_form",
    "own_keys",
    "places_of_property",
    "places_to_rename",
    "put_in_form",
    "remove_event",
    "remove_events",
    "rename_event",
    "rename_everywhere",
    "rename_property",
    "retype_everywhere",
    "same_property",
    "set_event_id",
    "set_form",
    "set_stage",
    "set_status",
    "spelling_in_most",
    "take_all",
    "take_campaign",
    "take_events",
    "trigger_properties",
    "unlike_id_for",
]
