"""Makes catalogs of many shapes and any size as TOML, the same for the same size: what people and generators write."""

from __future__ import annotations

from collections.abc import Callable

from catalogs import OBJECTS, VERBS, big_catalog, word

HEAD = 'format = 1\nname = "Shape"\n\n'
PASTS = ("Viewed", "Opened", "Added", "Removed", "Shared", "Saved", "Rated", "Followed", "Renewed", "Cancelled")


def _name(number: int) -> str:
    round_, rest = divmod(number, len(VERBS) * len(OBJECTS))
    verb, thing = VERBS[rest // len(OBJECTS)], OBJECTS[rest % len(OBJECTS)]
    return f"{verb} {word(round_)} {thing}"


def _id(name: str) -> str:
    joined = "".join(part for part in name.title() if part.isalnum())
    return joined[:1].lower() + joined[1:]


def _event(name: str, more: str = "", event_id: str | None = None) -> str:
    return f'[[events]]\nid = "{_id(name) if event_id is None else event_id}"\nname = "{name}"\n{more}\n'


def _each(size: int, one: Callable[[int], str]) -> str:
    return HEAD + "".join(map(one, range(size)))


def plain(size: int) -> str:
    """Ordinary events with two properties, one in ten with a campaign."""
    return big_catalog(size, 2)


def empty(size: int) -> str:
    """Events without ID and name."""
    return _each(size, lambda _: _event("", event_id=""))


def bare(size: int) -> str:
    """Headers of events with nothing under them."""
    return HEAD + "[[events]]\n" * size


def same_name(size: int) -> str:
    """Events that all have one name, and one ID."""
    return _each(size, lambda _: _event("View Song", 'stage = "engagement"\n'))


def bad_names(size: int) -> str:
    """Names that are all put in another way than the catalog's, with a value in each."""
    return _each(size, lambda n: _event(f"{word(n)}_item_{PASTS[n % len(PASTS)].lower()} #{n}", event_id=f"Bad-{n}"))


def ignores(size: int) -> str:
    """Half as many keys in the catalog's [ignore], the others in those of events."""
    half = size // 2
    own = "".join(f'rule-{word(n).lower()} = "no need"\n' for n in range(half))
    events = "".join(
        _event(_name(n), f'\n[events.ignore]\n{"no-such-rule" if n % 2 else "event-unused"} = "later"\n')
        for n in range(size - half)
    )
    return f"{HEAD}[ignore]\n{own}\n{events}"


def ignores_in_one(size: int) -> str:
    """One event with as many keys in its [ignore]."""
    return HEAD + _event("View Song", "\n[events.ignore]\n" + "".join(f'rule-{n} = "so"\n' for n in range(size)))


def aliases(size: int) -> str:
    """One event with as many aliases and former IDs, of which others have every tenth."""
    names = [_name(n) for n in range(size)]
    listed = ",\n  ".join(f'"{name}"' for name in names)
    former = ", ".join(f'"{_id(name)}"' for name in names)
    one = _event("Send Letter", f'status = "live"\naliases = [\n  {listed},\n]\nformer_ids = [{former}]\n')
    return HEAD + one + "".join(map(_event, names[::10]))


def campaigns(size: int) -> str:
    """As many campaigns on one trigger, each with a condition, every second calling off the same event."""
    start = (
        HEAD + _event("View Song", '\n[[events.properties]]\nname = "price"\ntype = "decimal"\n') + _event("Buy Song")
    )
    return start + "".join(
        f'[[campaigns]]\nname = "{word(n)}"\ntrigger = "viewSong"\nwait = "2 days"\n'
        + ('unless = ["buySong"]\n' if n % 2 else "")
        + f'\n[[campaigns.conditions]]\nproperty = "price"\noperator = ">"\nvalue = {n}\n\n'
        for n in range(size)
    )


def replaced(size: int) -> str:
    """Deprecated events, each replaced by the next, all triggering a campaign."""
    return _each(
        size,
        lambda n: (
            _event(_name(n), f'status = "deprecated"\nreplaced_by = "{_id(_name(n + 1))}"\n')
            + f'[[campaigns]]\nname = "{word(n)}"\ntrigger = "{_id(_name(n))}"\n\n'
        ),
    )


def properties(size: int) -> str:
    """One event with as many properties."""
    return (
        HEAD
        + _event("View Song")
        + "".join(
            f'[[events.properties]]\nname = "{word(n).lower()}Price"\ntype = "decimal"\nexample = {n}.5\n\n'
            for n in range(size)
        )
    )


def values(size: int) -> str:
    """One property with half as many values, and a list with half as many fields."""
    listed = ", ".join(f'"{word(n)}"' for n in range(size // 2))
    start = f'[[events.properties]]\nname = "genre"\nvalues = [{listed}]\nexample = "none"\n\n'
    start += '[[events.properties]]\nname = "songs"\ntype = "list"\n\n'
    return (
        HEAD
        + _event("View Song")
        + start
        + "".join(f'[[events.properties.fields]]\nname = "{word(n).lower()}Title"\n\n' for n in range(size - size // 2))
    )


def inline(size: int) -> str:
    """Events as inline tables in one list, on one line."""
    events = ", ".join(f'{{id = "{_id(_name(n))}", name = "{_name(n)}", stage = "nowhere"}}' for n in range(size))
    return f"{HEAD}events = [{events}]\n"


def extra(size: int) -> str:
    """Events with tables of their own in [extra], and comments wherever one can stand."""
    return _each(
        size,
        lambda n: (
            f"# about event {n}\n"
            + _event(
                _name(n), 'stage = "nowhere" # where?\n# and more\n\n[events.extra.a.b.c]\nd = { e = [1, 2] } # deep\n'
            )
        ),
    ) + "".join(f"[extra.tool.t{n}]\nkey = {n} # comment\n" for n in range(size // 4))


def crlf(size: int) -> str:
    """Ordinary events in a file with the line endings of Windows."""
    return plain(size).replace("\n", "\r\n")


def namespaces(size: int) -> str:
    """Names with a namespace before them."""
    return _each(size, lambda n: _event(f"Shop: {PASTS[n % len(PASTS)]} {word(n)}", event_id=f"shop_{word(n).lower()}"))


def live(size: int) -> str:
    """Live events with aliases and former IDs: a rename keeps their IDs, and what they were called."""
    more = 'status = "live"\naliases = ["{0} old"]\nformer_ids = ["{1}Old"]\n'
    return _each(size, lambda n: _event(_name(n), more.format(_name(n), _id(_name(n)))))


def similar_properties(size: int) -> str:
    """Events with one property of the same name, which each has in another way."""
    return _each(
        size,
        lambda n: _event(_name(n), f'\n[[events.properties]]\nname = "price"\ntype = "decimal"\nunit = "{word(n)}"\n'),
    )


def bad_properties(size: int) -> str:
    """One event with as many properties, all spelled in another way than the catalog's."""
    return (
        HEAD
        + _event("View Song")
        + "".join(f'[[events.properties]]\nname = "{word(n).lower()}_price"\n\n' for n in range(size))
    )


def conditions(size: int) -> str:
    """One campaign with as many conditions on one property."""
    start = HEAD + _event("View Song", '\n[[events.properties]]\nname = "price"\ntype = "decimal"\n')
    return (
        start
        + '[[campaigns]]\nname = "One"\ntrigger = "viewSong"\n\n'
        + "".join(
            f'[[campaigns.conditions]]\nproperty = "price"\noperator = "!="\nvalue = {n}\n\n' for n in range(size)
        )
    )


def doubled_stages(size: int) -> str:
    """As many stages, each given twice, and no event in any."""
    listed = ", ".join(f'"{word(n % (size // 2))}"' for n in range(size))
    return f"{HEAD}stages = [{listed}]\n\n" + _event("View Song")


def problems(size: int) -> str:
    """Keys that a catalog does not know, and values of wrong types: two in each event."""
    return _each(size, lambda n: _event(_name(n), f'satge = "x{n}"\naliases = "one"\n'))


def problems_in_one(size: int) -> str:
    """As many unknown keys at the head of the file, and in one event."""
    head = "".join(f"key{n} = {n}\n" for n in range(size // 2))
    return HEAD + head + "\n" + _event("View Song", "".join(f"key{n} = {n}\n" for n in range(size - size // 2)))


SHAPES: dict[str, Callable[[int], str]] = {
    shape.__name__: shape
    for shape in (
        plain,
        empty,
        bare,
        same_name,
        bad_names,
        ignores,
        ignores_in_one,
        aliases,
        campaigns,
        replaced,
        properties,
        values,
        inline,
        extra,
        crlf,
        namespaces,
        live,
        similar_properties,
        bad_properties,
        conditions,
        doubled_stages,
        problems,
        problems_in_one,
    )
}
