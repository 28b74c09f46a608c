r"""A text of the catalog's own holds characters that cannot be seen.

Control and bidirectional characters come in with copy and paste. In the name of a stage they make a second stage that
looks like the first, and events get lost between the two.

Bad:

    name = "Tune\u2060wave"

Good:

    name = "Tunewave"
"""

from eventsmith.model import Catalog
from eventsmith.rules._rule import Findings, Settings, rule
from eventsmith.rules._texts import hidden_in, texts_of_catalog


@rule("warning")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Name, description, language, and what the settings list; events and campaigns have rules of their own."""
    return hidden_in(texts_of_catalog(catalog))
