"""Put all names into one form.

IDs of planned events follow, and campaigns with them; a live event keeps its
ID, and its old name as an alias. Comments, order and spacing stay. A name that
is best left alone stays as it is, and the reason is given. Exits with 1 if
--diff shows a change, and if the new names cause errors that were not there
before; with 2 if the file cannot be read or written, or is not a valid catalog.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from eventsmith.cli._command import DONE, WRONG, CommandError, Parser, UsageError, count, did_you_mean
from eventsmith.cli._difference import show_difference
from eventsmith.cli._files import DASH, for_each, read_whole, refuse_unconfirmed
from eventsmith.cli._forms import ALL, form
from eventsmith.cli._output import say, say_bytes, tell
from eventsmith.ground.labels import FORMS
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Event, Form


def arguments(parser: Parser) -> None:
    parser.takes("FILE --form FORM [--except ID,…] [--diff]", least=1, most=1)
    parser.add_argument("--form", type=form, metavar="FORM", help=f"the form of names: {', '.join(FORMS)}")
    parser.add_argument("--except", action="append", dest="left_alone", metavar="ID,…", help="leave these events alone")
    parser.add_argument("--diff", action="store_true", help="show what would change, without changing it")


def run(options: argparse.Namespace) -> int:
    if options.form is None:
        raise UsageError(f"eventsmith rename: name the form: --form {ALL}")
    ids = [part.strip() for text in options.left_alone or () for part in text.split(",") if part.strip()]
    return for_each(options.words, lambda name: _rename(name, options.form, ids, diff=options.diff))


def _rename(name: str, form: Form, left_alone: Collection[str], *, diff: bool) -> int:
    from eventsmith.edits import put_in_form
    from eventsmith.store import save, updated_bytes

    document = read_whole(name)
    before = document.catalog
    _refuse_unknown(name, before, left_alone)
    after = put_in_form(before, form, left_alone).apply(before)
    data = updated_bytes(document, after) if diff or name == DASH else b""
    if diff and data == document.data:
        tell(_summary(name, before, after))
    elif diff:
        show_difference(name, document.data, data, "renamed")
    elif name == DASH:
        say_bytes(data)
    elif after != before:
        refuse_unconfirmed(save(document, after))
    if not diff:
        report = tell if name == DASH else say
        for line in (*_renamed(before, after), _summary(name, before, after)):
            report(line)
    for line in (*_kept(before, after, left_alone), *_sent(before, after)):
        tell(line)
    new_errors = _new_errors(before, after)
    for line in new_errors:
        tell(f"error: {line}")
    return WRONG if new_errors or (diff and data != document.data) else DONE


def _renamed(before: Catalog, after: Catalog) -> Iterator[str]:
    for old, new in zip(before.events, after.events, strict=True):
        if old.name != new.name:
            moved = f"{old.id or 'no ID'} → {new.id or 'no ID'}"
            stayed = f"{old.id} stays" if old.id else "no ID"
            ids = moved if old.id != new.id else stayed
            yield f"“{visible(old.name)}” → “{visible(new.name)}”  ({visible(ids)})"


def _summary(name: str, before: Catalog, after: Catalog) -> str:
    form = after.naming.form
    if after == before:
        return f"{visible(name)}: nothing to rename"
    renamed = count(sum(1 for _ in _renamed(before, after)), "event")
    changed = f"; the catalog's form is now {form}" if before.naming.form != form else ""
    return f"{visible(name)}: {renamed} renamed{changed}"


def _kept(before: Catalog, after: Catalog, left_alone: Collection[str]) -> Iterator[str]:
    """Yield a line for each name that stays although it is not in the form, with the reason."""
    from eventsmith.naming import read_name, rewrite

    form = after.naming.form
    for old, new in zip(before.events, after.events, strict=True):
        if not old.name or old.name != new.name:
            continue
        if read_name(old.name, form).form != form and rewrite(old.name, form) != old.name:
            yield f"“{visible(old.name)}” stays: {visible(_why_kept(before, old, form, left_alone))}"


def _why_kept(catalog: Catalog, event: Event, form: Form, left_alone: Collection[str]) -> str:
    from eventsmith.edits import name_in_form
    from eventsmith.naming import is_english, read_name, verb_behind

    better = name_in_form(catalog, event, form)
    if better != event.name:
        return "as you asked" if event.id in left_alone else f"another event would be called “{better}” too"
    language = event.language or catalog.language
    if not is_english(language):
        return f"its language is {language}, and forms are recognised in English only"
    reading = read_name(event.name, catalog.naming.form)
    if reading.form in FORMS:
        # The name is in another form, and reading.why only says in which.
        return f"{reading.why}; {f'there is no safe “{form}” for it' if reading.sure else 'that is not sure enough'}"
    hint = verb_behind(event.name, form)
    return f"{reading.why}; with a verb it would be “{hint}”" if hint else reading.why


def _sent(before: Catalog, after: Catalog) -> Iterator[str]:
    """Yield warnings about renamed events that are in use: sent by the old name, or unable to keep it as an alias."""
    from eventsmith.destinations import destination

    places = [place.title for place in map(destination, before.destinations) if place and place.sends == "name"]
    called = Counter(text for event in before.events for text in {event.name, event.id})
    for old, new in zip(before.events, after.events, strict=True):
        if old.name == new.name or not old.is_sent:
            continue
        if places:
            names = ", ".join(places)
            yield f"“{visible(old.name)}” is {old.status}, and events go to {names} by name: change the code as well"
        if old.name not in new.aliases and called[old.name] > 1:
            lost = f"“{visible(old.name)}” is {old.status} and cannot be kept as an alias of “{visible(new.name)}”"
            yield f"{lost}: another event has exactly that name"


def _new_errors(before: Catalog, after: Catalog) -> list[str]:
    """Return the errors that the new names cause, such as one name for two events."""
    from eventsmith.rules import Judge, all_rules

    judge = Judge([rule for rule in all_rules() if rule.severity == "error"])
    errors = list(judge.judge(after).open)
    if not errors:
        return []
    # Compared by place, not by message, which may quote a name. Renaming moves nothing to another place.
    known = {(issue.rule.name, issue.place) for issue in judge.judge(before).open}
    return [
        f"{visible(issue.message)} [{issue.rule.name}]"
        for issue in errors
        if (issue.rule.name, issue.place) not in known
    ]


def _refuse_unknown(name: str, catalog: Catalog, ids: Collection[str]) -> None:
    known = [event.id for event in catalog.events]
    for wanted in ids:
        if wanted not in known:
            near = did_you_mean(wanted, known)
            raise CommandError(visible(f"eventsmith rename: there is no event “{wanted}” in {name}{near}"))
