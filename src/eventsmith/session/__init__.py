"""The work on a catalog: do, undo, redo, issues, fixes, save. Everything the app and the command line share; no UI."""

from eventsmith.session.campaigns import campaign_offers
from eventsmith.session.choices import Options, answers_at, asked_property, choices_at, flat_properties, trigger_of
from eventsmith.session.combined import combined_presets
from eventsmith.session.copying import COPIES, event_as
from eventsmith.session.differences import Difference, differences
from eventsmith.session.exporting import CannotExportError, WouldOverwriteError, write_files
from eventsmith.session.fault_report import fault_report
from eventsmith.session.fields import edit_at, read_as, type_at, type_of_values
from eventsmith.session.finding import Found, find_in, find_in_presets, read_all_presets
from eventsmith.session.fixes import Fixed, fix_all, is_fixable
from eventsmith.session.foretelling import tell_campaign, tell_condition
from eventsmith.session.merging import Conflict, Key, Merged, by_thing, merge
from eventsmith.session.new import NoSuchEventError, new_catalog
from eventsmith.session.offered import (
    event_offers,
    is_offered,
    offered_name,
    offers_with,
    others_with,
    role_in,
    serving,
)
from eventsmith.session.opening import (
    catalog_now,
    fate_of,
    is_gone,
    open_kept,
    open_session,
    part_from,
    preset_path,
    recover,
    suggested_path,
    why_not_opened,
    with_what_was_left,
    write_preset,
)
from eventsmith.session.pasted import Pasted, has_cells, is_rows, read_pasted
from eventsmith.session.paths import path_of, why_not_to
from eventsmith.session.progress import PATH, Progress, home_of, home_of_place, progress
from eventsmith.session.reading import Read, read_event
from eventsmith.session.recovery import CannotRecoverError, Left, Leftovers
from eventsmith.session.renaming import Names, Renamed
from eventsmith.session.session import Change, Foreseen, ReadOnlyError, Session, Step
from eventsmith.session.silencing import hear, show_owner, silence, silenced_at, will_be_silenced_at
from eventsmith.session.staying import is_still_at
from eventsmith.session.suggesting import Suggested, Suggestions
from eventsmith.session.telling import budget_words, thing_words, verdict_words
from eventsmith.session.times import complete_time, other_unit
from eventsmith.session.typed import read_texts, read_value, read_values, show_value
from eventsmith.session.uses import unused
from eventsmith.session.watching import Watch, read_again
from eventsmith.store import (
    CannotReadError,
    CannotSaveError,
    ChangedOnDiskError,
    Document,
    MiswrittenError,
    NotYetDurableError,
    Problem,
)

__all__ = [
    "COPIES",
    "PATH",
    "CannotExportError",
    "CannotReadError",
    "CannotRecoverError",
    "CannotSaveError",
    "Change",
    "ChangedOnDiskError",
    "Conflict",
    "Difference",
    "Document",
    "Fixed",
    "Foreseen",
    "Found",
    "Key",
    "Left",
    "Leftovers",
    "Merged",
    "MiswrittenError",
    "Names",
    "NoSuchEventError",
    "NotYetDurableError",
    "Options",
    "Pasted",
    "Problem",
    "Progress",
    "Read",
    "ReadOnlyError",
    "Renamed",
    "Session",
    "Step",
    "Suggested",
    "Suggestions",
    "Watch",
    "WouldOverwriteError",
    "answers_at",
    "asked_property",
    "budget_words",
    "by_thing",
    "campaign_offers",
    "catalog_now",
    "choices_at",
    "combined_presets",
    "complete_time",
    "differences",
    "edit_at",
    "event_as",
    "event_offers",
    "fate_of",
    "fault_report",
    "find_in",
    "find_in_presets",
    "fix_all",
    "flat_properties",
    "has_cells",
    "hear",
    "home_of",
    "home_of_place",
    "is_fixable",
    "is_gone",
    "is_offered",
    "is_rows",
    "is_still_at",
    "merge",
    "new_catalog",
    "offered_name",
    "offers_with",
    "open_kept",
    "open_session",
    "other_unit",
    "others_with",
    "part_from",
    "path_of",
    "preset_path",
    "progress",
    "read_again",
    "read_all_presets",
    "read_as",
    "read_event",
    "read_pasted",
    "read_texts",
    "read_value",
    "read_values",
    "recover",
    "role_in",
    "serving",
    "show_owner",
    "show_value",
    "silence",
    "silenced_at",
    "suggested_path",
    "tell_campaign",
    "tell_condition",
    "thing_words",
    "trigger_of",
    "type_at",
    "type_of_values",
    "unused",
    "verdict_words",
    "why_not_opened",
    "why_not_to",
    "will_be_silenced_at",
    "with_what_was_left",
    "write_files",
    "write_preset",
]
