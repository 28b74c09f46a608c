"""The smallest app of Textual that one can type in, a line or several: what the bench measures against."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, TextArea


class Bare(App[None]):
    """A header, a place to type in, a footer."""

    CSS = "TextArea { height: 6; border: none; }"

    def compose(self) -> ComposeResult:
        """See App."""
        yield Header()
        yield TextArea(compact=True) if "area" in sys.argv else Input(placeholder="type")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
