"""The work on one catalog: do, undo, redo, issues, save.

Every change is a new catalog; undo is an older one. Keystrokes in one field are judged one by one but are one step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventsmith.edits import Edit
from eventsmith.ground.gc_pause import paused
from eventsmith.model import Catalog, Place
from eventsmith.rules import Issue, Issues, Judge, all_rules
from eventsmith.session.journal import Journal
from eventsmith.store import Document, Saved, save

Listener = Callable[["Change"], None]
EditOf = Callable[[Catalog], Edit]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of undo."""

    label: str
    before: Catalog
    after: Catalog
    place: Place
    """Where it happened: where undo shows it."""
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners are told: the catalog was, and is now, because of what."""

    before: Catalog
    after: Catalog
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class JudgedAhead:
    """A catalog that the work may come to, and all that will be wrong with it."""

    catalog: Catalog
    judge: Judge
    issues: Issues


_NOTHING_KNOWN = Judge(()).judge(Catalog())


class ReadOnlyError(Exception):
    """The file could not be read whole, so nothing of it may be changed."""


class Session:
    """A catalog with its past, its future and its issues."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.catalog = document.catalog
        self.journal: Journal | None = None
        """Where what is not saved yet is kept, for those who want that."""
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._judge = Judge(all_rules())
        self._judged: tuple[Catalog, Issues] | None = None
        self.is_judged = True
        """Whether `issues` tells what is wrong; else it tells nothing yet. See `judge_later`."""
        self._listeners: list[Listener] = []

    @property
    def read_only(self) -> bool:
        """Whether the file holds what we could not save back."""
        return bool(self.document.problems)

    @property
    def dirty(self) -> bool:
        """Whether there is something to save. Undoing everything since the last save makes it clean again."""
        return self.catalog is not self.document.catalog

    @property
    def issues(self) -> Issues:
        """All that is wrong now, or nothing before that is known."""
        if not self.is_judged:
            return _NOTHING_KNOWN
        if self._judged is None or self._judged[0] is not self.catalog:
            with paused():
                self._judged = (self.catalog, self._judge.judge(self.catalog))
        return self._judged[1]

    def judge_later(self) -> None:
        """Let nobody who asks for issues wait for them: there are none until `adopt` brings what was judged ahead."""
        self.is_judged = False

    def judge_ahead(self, catalog: Catalog) -> JudgedAhead:
        """Judge a catalog that a big step leads to. Changes nothing here, so that it can run beside the work."""
        judge = Judge(all_rules())
        with paused():
            return JudgedAhead(catalog, judge, judge.judge(catalog))

    def adopt(self, foreseen: JudgedAhead) -> None:
        """Take over what was judged ahead, for the catalog as it is or the step that leads there."""
        self.is_judged = True
        self._judge, self._judged = foreseen.judge, (foreseen.catalog, foreseen.issues)

    def drop(self, step: Step) -> bool:
        """Take the last step back for good, where it is this one still and not saved; return whether it was."""
        if self.last is not step or self.document.catalog is step.after:
            return False
        self._past.pop()
        self._become(step.before, f"take back: {step.label}", step.place)
        return True

    def listen(self, listener: Listener) -> None:
        """Have the listener called after every change."""
        self._listeners.append(listener)

    def do(self, edit: Edit, place: Place = ()) -> None:
        """Make an edit, as one step. Raises NoSuchPlaceError and ReadOnlyError; then nothing has changed."""
        self._refuse_read_only()
        self._step(Step(edit.label, self.catalog, edit.apply(self.catalog), place or _place_of(edit)))

    def fix(self, issue: Issue) -> Sequence[Issue]:
        """Make the fix of an issue, as one step. Raises as `do` does.

        Where that would make issues as bad as this one or worse, nothing has changed, and they are the answer.
        """
        self._refuse_read_only()
        assert issue.fix is not None
        edit = issue.fix.make(self.catalog, issue.thing)
        after = edit.apply(self.catalog)
        before, now = self.issues, self._judge.judge(after)
        worse = now.new_since(before, issue.rule.severity)
        if not worse:
            self._step(Step(edit.label, self.catalog, after, issue.place))
        return worse

    def type(self, place: Place, edit_of: EditOf) -> None:
        """Make the edit of a keystroke in the field at a place.

        While one types on in the same field, the edit is made anew of what was there before the first key, so that the
        whole is one step and nothing of the half-typed stays behind.
        """
        self._refuse_read_only()
        last = self._past[-1] if self._past else None
        if last and last.typing and last.place == place and last.after is self.catalog:
            self._past.pop()
            edit = edit_of(last.before)
            self._step(Step(edit.label, last.before, edit.apply(last.before), place, typing=True))
        else:
            edit = edit_of(self.catalog)
            self._step(Step(edit.label, self.catalog, edit.apply(self.catalog), place, typing=True))

    def take_back(self, place: Place) -> bool:
        """Take back the typing now under way in the field at a place; return whether there was any."""
        if self.typed_from(place) is None:
            return False
        step = self._past.pop()
        self._become(step.before, f"take back: {step.label}", place)
        return True

    def stop_typing(self) -> None:
        """End the step of typing: what is typed next is a step of its own, though it be in the same field."""
        if self._past and self._past[-1].typing:
            last = self._past.pop()
            self._past.append(Step(last.label, last.before, last.after, last.place))
            if self.journal is not None:
                self.journal.sync()

    def typed_from(self, place: Place) -> Catalog | None:
        """Return the catalog before the typing now under way in the field at a place; None where there is none."""
        last = self._past[-1] if self._past else None
        return last.before if last and last.typing and last.place == place else None

    @property
    def last(self) -> Step | None:
        """The step that undo would take back."""
        return self._past[-1] if self._past else None

    @property
    def next(self) -> Step | None:
        """The step that redo would make again."""
        return self._future[-1] if self._future else None

    @property
    def undoes(self) -> str:
        """What undo would undo; empty where there is nothing."""
        return self._past[-1].label if self._past else ""

    @property
    def redoes(self) -> str:
        """What redo would make again; empty where there is nothing."""
        return self._future[-1].label if self._future else ""

    def undo(self) -> Step | None:
        """Go back one step, and return it; None where there is none."""
        if not self._past:
            return None
        step = self._past.pop()
        self._future.append(step)
        self._become(step.before, f"undo: {step.label}", step.place)
        return step

    def redo(self) -> Step | None:
        """Make the step again that was undone last, and return it; None where there is none."""
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        self._become(step.after, f"redo: {step.label}", step.place)
        return step

    def write(self, path: Path | None = None, *, overwrite: bool = False, anew: bool = False) -> Saved:
        """Write the catalog as it is now; changes nothing here, so that it can run beside typing. See `saved`.

        `anew` writes the whole file in canonical order instead of changing it where it stands.

        Raises the store's CannotSaveError; then nothing is lost and nothing is written.
        """
        self._refuse_read_only()
        catalog, journal = self.catalog, self.journal
        expect = None if journal is None else lambda data: journal.expect(data, catalog)
        return save(self.document, catalog, path, overwrite=overwrite, anew=anew, before=expect)

    def saved(self, saved: Saved) -> None:
        """Take note of what was written; the journal goes on being kept where a power cut may take that."""
        self.stop_typing()
        self.document = saved.document
        if self.journal is not None and saved.durable:
            self.journal.turn_to(saved.document)
        self._tell(Change(self.catalog, self.catalog, "save", ()))

    def take_in(self, document: Document, catalog: Catalog, label: str) -> None:
        """Go on from what now stands on disk, with a catalog in which both it and the work are, as one step."""
        self._refuse_read_only()
        self.stop_typing()
        self.document = document
        if self.journal is not None:
            self.journal.turn_to(document)
        if catalog is self.catalog:
            self._tell(Change(catalog, catalog, label, ()))
        else:
            self._step(Step(label, self.catalog, catalog, ()))

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> Saved:
        """Write the file, and take note of it. Raises the store's CannotSaveError; then nothing is written."""
        saved = self.write(path, overwrite=overwrite)
        self.saved(saved)
        return saved

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise ReadOnlyError("Nothing can be changed here: put the file's problems right first")

    def _step(self, step: Step) -> None:
        before = self.catalog
        if step.after is before:
            return
        self._past.append(step)
        self._future.clear()
        self.catalog = step.after
        self._tell(Change(before, step.after, step.label, step.place), typing=step.typing)

    def _become(self, catalog: Catalog, label: str, place: Place) -> None:
        before, self.catalog = self.catalog, catalog
        self._tell(Change(before, catalog, label, place))

    def _tell(self, change: Change, *, typing: bool = False) -> None:
        if self.journal is not None:
            self.journal.record(change.after, change.label, at_once=not typing)
        for listener in self._listeners:
            listener(change)


def _place_of(edit: Edit) -> Place:
    place: Place = getattr(edit, "place", ())
    if not place and (edits := getattr(edit, "edits", ())):
        return _place_of(edits[-1])
    return place
