"""The guided path as plain questions and answers, line by line: for screen readers, dumb terminals and pipes.

It has the session, the edits, the rules and the words of the app.
"""

from __future__ import annotations

import os
import signal
import traceback
from pathlib import Path

from eventsmith.app_state import Memory, memory_path, recall
from eventsmith.ground import disk, streams
from eventsmith.ground.sanitise import visible, without_log_commands
from eventsmith.plain import commands
from eventsmith.plain.console import Console, Interruptible, Killed, NobodyListensError, Talk
from eventsmith.plain.files import end_words
from eventsmith.plain.interview import Interview
from eventsmith.plain.navigation import Leave
from eventsmith.plain.opening import remember, which_file
from eventsmith.plain.recovery import begin
from eventsmith.plain.walk import walk
from eventsmith.session.opening import end_session, open_session
from eventsmith.settings import read_settings, settings_path

_SIGNAL = 128
_DONE, _CANNOT, _FAILED = 0, 2, 70


def open_plain(path: Path | None, talk: Talk | None = None) -> int:
    """Walk the guided path with a person, by default the one at standard input, and return the exit status.

    Raises CannotReadError. However it ends, unsaved work is kept for the next start, and no file is overwritten.
    """
    settings = read_settings(settings_path())
    heard = Interruptible(talk or Console(plain_signs=settings.ascii))
    # Over a pipe the same answers must do the same each time, wherever the last walk ended.
    memory = recall(memory_path()) if heard.patient else Memory()
    interview = Interview(open_session(None), heard, commands, memory)
    try:
        with heard.heeding():
            for problem in settings.problems:
                interview.say(f"Settings: {problem}{'' if problem.endswith('?') else '.'}")
            begin(interview, path or which_file(interview))
            walk(interview)
    except Leave:
        pass
    except EOFError:
        status = _CANNOT if interview.session.dirty else _DONE
        return _end(interview, status, "There is no more input.")
    except NobodyListensError as error:
        status = _SIGNAL + signal.SIGPIPE if isinstance(error.__cause__, BrokenPipeError) else _CANNOT
        return _end(interview, status, f"The output failed: {error}.")
    except KeyboardInterrupt:
        return _end(interview, _SIGNAL + signal.SIGINT, "Interrupted.")
    except Killed as killed:
        return _end(interview, _SIGNAL + killed.number, f"Ended by {signal.Signals(killed.number).name}.")
    except Exception as error:
        if interview.session.journal is None:
            # The command line reports a file that cannot be read.
            raise
        if os.environ.get("EVENTSMITH_DEBUG"):
            streams.tell("".join(traceback.format_exception(error)).rstrip())
        if why := disk.why_stopped(error):
            return _end(interview, _CANNOT, f"Eventsmith cannot continue: {why}.")
        what = ": ".join(filter(None, (type(error).__name__, str(error))))
        return _end(interview, _FAILED, f"Eventsmith failed: {what}. This is a bug of ours.")
    end_session(interview.session, "", keep=False)
    remember(interview)
    _tell_at_the_end(_news())
    return _DONE


def _end(interview: Interview, status: int, why: str) -> int:
    """Keep unsaved work, say why it ends and where the work is, and return the status."""
    session = interview.session
    kept = end_session(session, "eventsmith --plain", keep=True) or "There are no unsaved changes."
    remember(interview)
    _tell_at_the_end(" ".join(filter(None, (why, kept, end_words(session), _news()))))
    return status


def _news() -> str:
    return " ".join(f"{trouble}." for trouble in disk.news())


def _tell_at_the_end(words: str) -> None:
    if words:
        streams.tell(without_log_commands(visible(words)))
