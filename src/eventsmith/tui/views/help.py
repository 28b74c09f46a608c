"""The help of a page, generated from the table of actions, and the text about settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventsmith.ground.labels import PAGES
from eventsmith.settings import FILE, settings_path
from eventsmith.tui.actions import ACTIONS, Keys, key_of
from eventsmith.tui.synonyms import SYNONYMS
from eventsmith.tui.text import lit, marked
from eventsmith.tui.themes import COLOURS, THEMES
from eventsmith.tui.views.paths import short_mistake
from eventsmith.tui.views.reading import Chapter, Passage, lines_of, paragraphs_of

if TYPE_CHECKING:
    from eventsmith.rules import Issue, Rule


def help_chapters(where: str, intent: str, keys: Keys) -> list[Chapter]:
    """Return what the user does on a page, and every key that works there."""
    chapters = [Chapter(f"The page {PAGES[where]}", paragraphs_of(intent))] if intent else []
    for title, page in (("Keys of this page", where), ("Keys of every page", "anywhere")):
        actions = [(action, " ".join(keys.shown(action))) for action in ACTIONS if action.where == page]
        passages = [Passage(lit(one.help), shown, SYNONYMS.get(one.name, "")) for one, shown in actions if shown]
        chapters += [Chapter(title, passages)] if passages else []
    in_a_field = [
        Passage(lit("The next or previous field; Enter goes on"), "Tab ↑"),
        Passage(lit("Leaves the field, and keeps what was typed"), "Esc"),
        Passage(lit("Another choice; a letter or sign finds one; Enter shows them all"), "← →"),
        Passage(lit(f"Fixes the issue shown under the field; {key_of('silence')} silences it"), key_of("fix")),
    ]
    marks = (
        "✓ yours · ○ offered · ★ offered and serves your goals · * marked for the next command\n"
        "✗ error: cannot work · ! warning: will hurt · · hint: worth a thought · – silenced, or left alone"
    )
    return [*chapters, Chapter("In a field", in_a_field), Chapter("Marks", lines_of(marks))]


def chapters_here(title: str, hint: str, issues: Sequence[Issue]) -> list[Chapter]:
    """Return what the field or row is that one is in, what is wrong with it, and why the worst of that matters."""
    passages = [Passage(lit(hint))] if hint else []
    for issue in issues:
        passages.append(Passage(marked(issue.rule.severity, issue.message)))
        if issue.fix is not None and issue is issues[0]:
            passages.append(Passage(lit(issue.fix.label), key_of("fix")))
    chapters = [Chapter(title, passages)] if title and passages else []
    return chapters + [rule_chapter(issue.rule) for issue in issues[:1]]


def rule_chapter(rule: Rule) -> Chapter:
    """Return the page of a rule."""
    return Chapter(f"Why: {rule.name}", paragraphs_of(rule.page))


def settings_chapters(mistakes: Sequence[str], were: int = 0) -> list[Chapter]:
    """Return what is wrong in the settings file now, and everything that can be set there; `were` mistakes before."""
    where = settings_path() or f"{FILE} in your settings folder, which needs a home folder"
    chapters = [Chapter("", [Passage(lit(f"Settings are read at the start, from {where}."))])]
    if mistakes:
        wrong = [Passage(lit(f"✗ {short_mistake(mistake)}", "$text-error")) for mistake in mistakes]
        chapters.append(Chapter(f"{_number(len(mistakes))} in it, left out until put right", wrong))
    elif were:
        chapters.append(Chapter("✓ Nothing is wrong in it any more", lines_of("It is read again at the next start.")))
    return [*chapters, Chapter("What can be set", lines_of(_SETTINGS))]


def _number(mistakes: int) -> str:
    return "1 mistake" if mistakes == 1 else f"{mistakes} mistakes"


_SETTINGS = f"""\
theme = "high-contrast"   # {", ".join(THEMES)}, or one of your own
ascii = true              # draw with letters and signs that every terminal has
mouse = false             # leave the mouse to the terminal

[keys]                    # more keys for an action; the names of actions:
undo = "ctrl+g"           # {", ".join(action.name for action in ACTIONS if action.where == "anywhere")}
events.add = "n, insert"  # and of those that work on one page only:
                          # {", ".join(action.name for action in ACTIONS if action.where != "anywhere")}

[themes.ours]             # a theme of your own: {", ".join(COLOURS)}
primary = "#8839ef"
background = "#1e1e2e"
"""
