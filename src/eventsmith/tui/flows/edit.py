"""Making an edit, with a message if it cannot be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Place
    from eventsmith.tui.host import Host


def make_edit(host: Host, edit: Edit, place: Place = ()) -> bool:
    """Make an edit that concerns a place, and return whether it was made; if not, say why."""
    from eventsmith.model import NoSuchPlaceError
    from eventsmith.session.session import ReadOnlyError

    host.say("")
    try:
        host.session.do(edit, place)
    except ReadOnlyError as error:
        host.say(str(error), bad=True)
        return False
    except NoSuchPlaceError:
        # The key was pressed before the screen showed what the key before it had done.
        host.say("That changed just now: please try again")
        return False
    return True


def may_change(host: Host) -> bool:
    """Return whether the catalog may be changed; if not, say why."""
    if host.session.read_only:
        host.say("Nothing can be changed here: fix the problems in the file first", bad=True)
    return not host.session.read_only
