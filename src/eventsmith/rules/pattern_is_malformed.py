r"""A pattern cannot be read.

Patterns are a plain part of regular expressions that all engines read alike and none takes long over: characters, `.`,
`[…]`, `\d`, `\w`, `\s`, `(…)`, `|`, and `*`, `+`, `?`, `{3}`, `{3,5}` behind any of these. A pattern is of the whole
text, without `^` and `$`.

Bad:

    format = 2

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "orderId"
    pattern = "^[A-Z]{2}[0-9]+$"

Good:

    format = 2

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "orderId"
    pattern = "[A-Z]{2}[0-9]+"
"""

from eventsmith.ground.linear_pattern import PatternError
from eventsmith.model import Event, PropertyField
from eventsmith.rules._limits import compiled
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Findings:
    """Offer to leave out “^” and “$” where they mean that the pattern is of the whole text, which it is anyway."""
    if not prop.pattern or prop.type != "string":
        return
    wrong = compiled(prop.pattern)
    if isinstance(wrong, PatternError):
        bare = prop.pattern.removeprefix("^").removesuffix("$")
        is_whole = prop.pattern == f"^{bare}$" and not isinstance(compiled(bare), PatternError)
        fix = set_at(("pattern",), bare, "leave out “^” and “$”") if is_whole and bare else None
        yield Finding(("pattern",), f"The pattern of “{prop.name}” cannot be read: {wrong}", fix)
