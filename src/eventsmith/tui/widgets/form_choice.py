"""The choice of the form of names: the cards, what the chosen one does to all names, and the verbs in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from typing_extensions import override

from eventsmith.ground.labels import FORMS
from eventsmith.queries.form_examples import form_examples
from eventsmith.queries.verbs_in_use import VerbsInUse, verbs_alike
from eventsmith.tui.views.names import counts_line, question, verbs_line
from eventsmith.tui.widgets.form_cards import TALL, Card, FormCards
from eventsmith.tui.widgets.panel import PANEL, entitle
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Form
    from eventsmith.queries.form_preview import FormPreview

ROOMY = 20
"""The lines of the screen from which there is room for more than the choice and the list."""
_EDGES = 6
"""The cells that are not for text on a line of the screen."""


class FormChoice(Vertical):
    """The upper part of the names page."""

    DEFAULT_CSS = """
    FormChoice {
        height: auto;
        & > StaticLine { padding: 0 1; link-style: none; link-color: $text; link-background-hover: $was-here; }
        & > #counts { height: auto; max-height: 3; }
        & > #verbs { height: 1; text-wrap: nowrap; }
    }
    """

    def __init__(self) -> None:
        super().__init__(classes=PANEL)
        self._in_use = VerbsInUse()
        self._cards = FormCards(id="form-cards")
        self._counts, self._verbs = StaticLine(id="counts"), StaticLine(id="verbs")

    @override
    def compose(self) -> ComposeResult:
        yield self._cards
        yield self._counts
        yield self._verbs

    def show(self, catalog: Catalog, form: Form, renamed: FormPreview) -> None:
        """Show the form in view, and what it would do."""
        entitle(self, question(catalog))
        examples = form_examples(catalog, self._cards.most_examples)
        cards = [Card(one, tuple(names[one] for names in examples), one == catalog.naming.form) for one in FORMS]
        self._cards.show(cards, form)
        self._counts.show(counts_line(catalog, form, renamed))
        self._show_verbs(catalog)

    def _show_verbs(self, catalog: Catalog) -> None:
        """Show the verbs; where there are few lines, only if two of them may say one thing, or not at all."""
        counts, size = self._in_use.of(catalog), self.app.size
        alike = verbs_alike(counts)
        self._verbs.display = bool(counts) and (size.height >= TALL or (bool(alike) and size.height >= ROOMY))
        self._verbs.show(verbs_line(counts, alike, size.width - _EDGES))
