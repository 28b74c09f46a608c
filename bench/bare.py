"""The smallest app of Textual that one can type in: what the bench measures against."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input


class Bare(App[None]):
    """A header, a line to type in, a footer."""

    def compose(self) -> ComposeResult:
        """See App."""
        yield Header()
        yield Input(placeholder="type")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
