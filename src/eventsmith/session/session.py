"""The session: one catalog with its edits, undo and redo, issues, and saving.

Every edit makes a new catalog; undo returns to an older one. Keystrokes in one field are edits of their own, but undone
as one step.
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
    """The place of the change, which undo shows."""
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the catalog, as listeners get it."""

    before: Catalog
    after: Catalog
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class JudgedAhead:
    """A catalog that has been judged before it becomes the session's, with its issues."""

    catalog: Catalog
    judge: Judge
    issues: Issues


_NOTHING_KNOWN = Judge(()).judge(Catalog())


class ReadOnlyError(Exception):
    """The file has problems, so the catalog must not be changed."""


class Session:
    """A catalog with its past, its future and its issues."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.catalog = document.catalog
        self.journal: Journal | None = None
        """The journal of unsaved work; None where none is kept."""
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._judge = Judge(all_rules())
        self._judged: tuple[Catalog, Issues] | None = None
        self.is_judged = True
        """Whether `issues` is complete rather than still empty. See `judge_later`."""
        self._listeners: list[Listener] = []

    @property
    def read_only(self) -> bool:
        """Whether the file has problems, so that it could not be saved back whole."""
        return bool(self.document.problems)

    @property
    def dirty(self) -> bool:
        """Whether there is something to save. Undoing everything since the last save makes it clean again."""
        return self.catalog is not self.document.catalog

    @property
    def unsaved_steps(self) -> int:
        """The number of steps since the catalog was as it is in the file."""
        if not self.dirty:
            return 0
        number = 0
        for step in reversed(self._past):
            number += 1
            if step.before is self.document.catalog:
                break
        return max(number, 1)

    @property
    def issues(self) -> Issues:
        """The issues of the catalog; none until it is judged."""
        if not self.is_judged:
            return _NOTHING_KNOWN
        if self._judged is None or self._judged[0] is not self.catalog:
            with paused():
                self._judged = (self.catalog, self._judge.judge(self.catalog))
        return self._judged[1]

    def judge_later(self) -> None:
        """Make `issues` empty, at no cost, until `adopt` brings the result of `judge_ahead`."""
        self.is_judged = False

    def judge_ahead(self, catalog: Catalog) -> JudgedAhead:
        """Judge a catalog that a large step leads to. Changes nothing here, so it may run in another thread."""
        judge = Judge(all_rules())
        with paused():
            return JudgedAhead(catalog, judge, judge.judge(catalog))

    def adopt(self, foreseen: JudgedAhead) -> None:
        """Take over issues judged ahead, for the current catalog or before the step that leads to the judged one."""
        self.is_judged = True
        self._judge, self._judged = foreseen.judge, (foreseen.catalog, foreseen.issues)

    def drop(self, step: Step) -> bool:
        """Undo a step without redo, if it is still the last one and not saved; return whether it was."""
        if self.last is not step or self.document.catalog is step.after:
            return False
        self._past.pop()
        self._switch_to(step.before, f"take back: {step.label}", step.place, -1)
        return True

    def listen(self, listener: Listener) -> None:
        """Call the listener after every change from now on."""
        self._listeners.append(listener)

    def do(self, edit: Edit, place: Place = ()) -> None:
        """Make an edit as one step. Raises NoSuchPlaceError and ReadOnlyError; then nothing has changed."""
        self._refuse_read_only()
        self._step(Step(edit.label, self.catalog, edit.apply(self.catalog), place or _place_of(edit)))

    def fix(self, issue: Issue) -> Sequence[Issue]:
        """Make the fix of an issue as one step. Raises as `do` does.

        If the fix would cause issues that are at least as severe, change nothing and return them.
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

        Further keystrokes in the same field replace that edit by one on the catalog before the first keystroke, so that
        all are one step, and half-typed text leaves no traces elsewhere. Raises as `do` does.
        """
        self._refuse_read_only()
        last = self._past[-1] if self._past else None
        if last and last.typing and last.place == place and last.after is self.catalog:
            self._past.pop()
            edit = edit_of(last.before)
            self._step(Step(edit.label, last.before, edit.apply(last.before), place, typing=True), steps=0)
        else:
            edit = edit_of(self.catalog)
            self._step(Step(edit.label, self.catalog, edit.apply(self.catalog), place, typing=True))

    def take_back(self, place: Place) -> Step | None:
        """Put back what stood in the field at a place before it was typed in; return the step, None if there is none.

        It is a step of its own, so that undoing it brings back what was typed.
        """
        before = self.before_typing(place)
        if before is None:
            return None
        self._step(Step(f"take back: {self._past[-1].label}", self.catalog, before, place))
        return self._past[-1]

    def stop_typing(self) -> None:
        """End the step of typing: the next keystroke begins a new step, even in the same field."""
        if self._past and self._past[-1].typing:
            last = self._past.pop()
            self._past.append(Step(last.label, last.before, last.after, last.place))
            if self.journal is not None:
                self.journal.sync()

    def before_typing(self, place: Place) -> Catalog | None:
        """Return the catalog before the current typing in the field at a place; None where there is none."""
        last = self._past[-1] if self._past else None
        return last.before if last and last.typing and last.place == place else None

    @property
    def last(self) -> Step | None:
        """The step that `undo` would undo; None where there is none."""
        return self._past[-1] if self._past else None

    @property
    def next(self) -> Step | None:
        """The step that `redo` would redo; None where there is none."""
        return self._future[-1] if self._future else None

    @property
    def undo_label(self) -> str:
        """The label of the step that `undo` would undo; empty where there is none."""
        return self._past[-1].label if self._past else ""

    @property
    def redo_label(self) -> str:
        """The label of the step that `redo` would redo; empty where there is none."""
        return self._future[-1].label if self._future else ""

    def undo(self) -> Step | None:
        """Undo the last step and return it; None where there is none."""
        if not self._past:
            return None
        step = self._past.pop()
        self._future.append(step)
        self._switch_to(step.before, f"undo: {step.label}", step.place, -1)
        return step

    def redo(self) -> Step | None:
        """Redo the step that was undone last and return it; None where there is none."""
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        self._switch_to(step.after, f"redo: {step.label}", step.place, 1)
        return step

    def write(self, path: Path | None = None, *, overwrite: bool = False, anew: bool = False) -> Saved:
        """Write the current catalog to its file or to `path`; pass the result to `mark_saved`.

        Changes nothing here, so it may run in another thread while somebody types. `anew` writes the whole file in
        canonical order instead of changing parts of it. Raises the store's CannotSaveError; then nothing is written.
        """
        self._refuse_read_only()
        catalog, journal = self.catalog, self.journal
        expect = None if journal is None else lambda data: journal.expect(data, catalog)
        return save(self.document, catalog, path, overwrite=overwrite, anew=anew, before=expect)

    def mark_saved(self, saved: Saved) -> None:
        """Make the written file the saved state. The journal is kept if a power cut could still undo the save."""
        self.stop_typing()
        self.document = saved.document
        if self.journal is not None and saved.durable:
            self.journal.rebase(saved.document)
        self._notify(Change(self.catalog, self.catalog, "save", ()))

    def rebase(self, document: Document, catalog: Catalog, label: str) -> None:
        """Go on from the file that is on disk now, with a catalog that merges it with the work, as one step."""
        self._refuse_read_only()
        self.stop_typing()
        self.document = document
        if self.journal is not None:
            self.journal.rebase(document)
        if catalog is self.catalog:
            self._notify(Change(catalog, catalog, label, ()))
        else:
            self._step(Step(label, self.catalog, catalog, ()))

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> Saved:
        """Write the file and mark it as saved. Raises the store's CannotSaveError; then nothing is written."""
        saved = self.write(path, overwrite=overwrite)
        self.mark_saved(saved)
        return saved

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise ReadOnlyError("Nothing can be changed here: fix the problems in the file first")

    def _step(self, step: Step, steps: int = 1) -> None:
        before = self.catalog
        if step.after is before:
            return
        self._past.append(step)
        self._future.clear()
        self.catalog = step.after
        self._notify(Change(before, step.after, step.label, step.place), steps=steps, typing=step.typing)

    def _switch_to(self, catalog: Catalog, label: str, place: Place, steps: int) -> None:
        before, self.catalog = self.catalog, catalog
        self._notify(Change(before, catalog, label, place), steps=steps)

    def _notify(self, change: Change, *, steps: int = 0, typing: bool = False) -> None:
        """Record a change, and tell it; `steps` is by how many steps of undo it leads on."""
        if self.journal is not None:
            self.journal.record(change.after, change.label, steps, at_once=not typing)
        for listener in self._listeners:
            listener(change)


def _place_of(edit: Edit) -> Place:
    place: Place = getattr(edit, "place", ())
    if not place and (edits := getattr(edit, "edits", ())):
        return _place_of(edits[-1])
    return place
