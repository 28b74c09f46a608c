"""Sanitising of text from files and people, so that it is harmless and visible in any output.

A terminal obeys control characters, and a reader is misled by bidirectional ones; both stay in the file and are shown
by their code point: <U+202E>. Zero-width joiners are kept: emoji are made with them.
"""

import re

_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff"  # bidirectional and invisible
    "\ud800-\udfff"  # lone surrogates: no output can hold them
    "\U000e0000-\U000e001f\ufff9-\ufffb]"  # language tag, interlinear notes
)
_LINES = re.compile("[\t\n]")
_LOG_COMMANDS = re.compile(r"^[^\S\n]*:(?=:)|##(?=\w*\[\w)", re.MULTILINE)


def visible(text: str) -> str:
    """Return the text on one line, with every character that a terminal would obey shown by its code point.

    A line break is shown by a sign: long texts have some, and are shown in rows and prompts, too.
    """
    return visible_lines(text).replace("\t", "<U+0009>").replace("\n", " ⏎ ")


def visible_lines(text: str) -> str:
    """Sanitise text like `visible`, but keep tabs and line breaks."""
    return _HARMFUL.sub(_code, text)


def visible_marks(text: str) -> str:
    """Replace each harmful character by a single mark, so that positions stay the same while the text is edited."""
    return _LINES.sub(_mark, _HARMFUL.sub(_mark, text))


def visible_marks_lines(text: str) -> str:
    """Replace characters like `visible_marks`, but keep line breaks."""
    return _HARMFUL.sub(_mark, text).replace("\t", "␉")


def without_log_commands(text: str) -> str:
    """Return the text with nothing in it that a CI system would obey when it reads its log.

    GitHub Actions takes a line that begins with :: for a command, behind spaces, too, and ##[…] anywhere (TryParseV2
    and TryParse in src/Runner.Common/ActionCommand.cs of github.com/actions/runner); Azure Pipelines ##vso[…],
    TeamCity ##teamcity[…].
    """
    return _LOG_COMMANDS.sub(_last_code, text)


def _last_code(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}<U+{ord(match[0][-1]):04X}>"


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"


def _code(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
