"""The work on a catalog: do, undo, redo, issues, fixes, save. Everything the app and the command line share; no UI."""

from eventsmith.session.choices import Options, choices_at, flat_properties, trigger_of
from eventsmith.session.copying import COPIES, event_as
from eventsmith.session.differences import Difference, differences
from eventsmith.session.exporting import CannotExportError, write_files
from eventsmith.session.fields import edit_at
from eventsmith.session.fixes import Fixed, fix_all, is_fixable
from eventsmith.session.new import NoSuchEventError, new_catalog
from eventsmith.session.offered import offered_events
from eventsmith.session.opening import ENDING, open_session, rescue, suggested_path
from eventsmith.session.progress import PATH, Progress, home_of, home_of_place, progress
from eventsmith.session.reading import Read, read_event
from eventsmith.session.renaming import Names
from eventsmith.session.session import Change, ReadOnlyError, Session, Step
from eventsmith.session.silencing import hear, show_owner, silence, silenced_at, will_be_silenced_at
from eventsmith.session.typed import read_texts, read_value, read_values, show_value
from eventsmith.session.uses import unused
from eventsmith.store import CannotReadError, CannotSaveError, ChangedOnDiskError, NotYetDurableError, Problem

__all__ = [
    "COPIES",
    "ENDING",
    "PATH",
    "CannotExportError",
    "CannotReadError",
    "CannotSaveError",
    "Change",
    "ChangedOnDiskError",
    "Difference",
    "Fixed",
    "Names",
    "NoSuchEventError",
    "NotYetDurableError",
    "Options",
    "Problem",
    "Progress",
    "Read",
    "ReadOnlyError",
    "Session",
    "Step",
    "choices_at",
    "differences",
    "edit_at",
    "event_as",
    "fix_all",
    "flat_properties",
    "hear",
    "home_of",
    "home_of_place",
    "is_fixable",
    "new_catalog",
    "offered_events",
    "open_session",
    "progress",
    "read_event",
    "read_texts",
    "read_value",
    "read_values",
    "rescue",
    "show_owner",
    "show_value",
    "silence",
    "silenced_at",
    "suggested_path",
    "trigger_of",
    "unused",
    "will_be_silenced_at",
    "write_files",
]
