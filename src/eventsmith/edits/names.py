"""Edits of names and IDs: rename an event, put all names into one form, and let IDs follow as they should."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from eventsmith.destinations import destination
from eventsmith.edits._edit import Edit, Set, Together
from eventsmith.edits.properties import adapted_property
from eventsmith.edits.workbench import Workbench, index_of
from eventsmith.model import FORMS, Catalog, Event, Form, NoSuchPlaceError, Place, needed_format, show_place
from eventsmith.naming import (
    BY_LOOKS,
    Spelling,
    counts,
    derive_id,
    fits_case,
    in_case,
    is_english,
    is_guess,
    make_unique,
    read_name,
    rewrite,
    same_key,
    spelling_of_language,
    verb_behind,
)


def rename_event(catalog: Catalog, place: Place, name: str) -> Together:
    """Rename an event. Its ID follows while the event is planned and the ID is the one its old name yields.

    A live event keeps its old name as an alias, unless another event has exactly that name. An alias equal to the new
    name is dropped.
    """
    event = catalog.events[_event_index(catalog, place)]
    aliases = tuple(alias for alias in event.aliases if alias != name)
    if event.name != name and _is_remembered(catalog, event, event.name, aliases):
        aliases = (*aliases, event.name)
    return _renaming(catalog, place, name, aliases)


def put_name_in_form(catalog: Catalog, place: Place, name: str) -> Together:
    """Rename an event to its name in a form. Once it has been through other forms and back, it is what it was.

    So all aliases that a person wrote stay, even one equal to the new name. A live event keeps the name it had as its
    last alias while it is in other forms; where events are sent by name, it keeps every name it was sent by.
    """
    event = catalog.events[_event_index(catalog, place)]
    if not event.is_sent:
        return _renaming(catalog, place, name, event.aliases)
    if _sends_names(catalog):
        return rename_event(catalog, place, name)
    last = event.aliases[-1] if event.aliases else ""
    if last == name:
        return _renaming(catalog, place, name, tuple(alias for alias in event.aliases if alias != name))
    if last and _says_the_same(catalog, event, last):
        return _renaming(catalog, place, name, event.aliases)
    aliases = tuple(alias for alias in event.aliases if alias != event.name)
    keeps = _is_remembered(catalog, event, event.name, aliases)
    return _renaming(catalog, place, name, (*aliases, event.name) if keeps else aliases)


def _says_the_same(catalog: Catalog, event: Event, alias: str) -> bool:
    """Return whether an alias is the event's name in another form, so that the name came from it."""
    both = (event, event.model_copy(update={"name": alias}))
    # No name in the past form is in doubt.
    own, other = ({name_in_form(catalog, one, "noun-verb-past", usual) for usual in FORMS} for one in both)
    return not own.isdisjoint(other)


def _renaming(catalog: Catalog, place: Place, name: str, aliases: tuple[str, ...]) -> Together:
    here = place[:2]
    event = catalog.events[_event_index(catalog, place)]
    edits: list[Edit] = [Set((*here, "name"), name)]
    if aliases != event.aliases:
        edits.append(Set((*here, "aliases"), aliases))
    if (language := _derived_in(catalog, event)) is not None:
        edits.append(set_event_id(catalog, here, free_id_for(catalog, name, event, language)))
    return Together(edits, f"rename “{event.name}”" if event.name else "name event")


def set_event_id(catalog: Catalog, place: Place, new_id: str) -> Together:
    """Change an event's ID and all references to it; a live event keeps the old one among its former IDs.

    References to an ID that another event has as well stay: nothing can tell which of the two they mean.
    """
    index = _event_index(catalog, place)
    event = catalog.events[index]
    here: Place = ("events", index)
    edits: list[Edit] = [Set((*here, "id"), new_id)]
    is_taken_however_spelled = index_of(catalog).is_taken_however_spelled(event.id, event)
    if (
        event.id != new_id
        and not is_taken_however_spelled
        and _is_remembered(catalog, event, event.id, event.former_ids)
    ):
        edits.append(Set((*here, "former_ids"), (*event.former_ids, event.id)))
    if event.id and event.id != new_id and not index_of(catalog).is_shared(event):
        edits.extend(_repoint(catalog, event.id, new_id))
    return Together(edits, f"change the ID “{event.id}”" if event.id else "set the ID")


def set_form(catalog: Catalog, form: Form) -> Together:
    """Set the form of names without changing any name; lower the file format where only the old form needed it."""
    edits: list[Edit] = [Set(("naming", "form"), form)]
    had, needed = needed_format(catalog.naming), needed_format(catalog.naming.model_copy(update={"form": form}))
    if needed < had == catalog.format:
        rest = edits[0].apply(catalog)
        if needed_format(rest) < had:
            edits.append(Set(("format",), needed))
    return Together(edits, f"set the form {form}")


def put_in_form(catalog: Catalog, form: Form, left_alone: Collection[str] = ()) -> Together:
    """Put all names into a form, except those of the events with the IDs in `left_alone`. IDs follow.

    Never gives two events one name: the second keeps its own.
    """
    edits: list[Edit] = [set_form(catalog, form)]
    bench = Workbench.of(catalog)
    edits[0].change(bench)
    spared = frozenset(left_alone)
    wanted = [event.name if event.id in spared else name_in_form(catalog, event, form) for event in catalog.events]
    for index, (event, name) in enumerate(
        zip(catalog.events, resolve_name_clashes(catalog.events, wanted), strict=True)
    ):
        if name != event.name:
            renaming = put_name_in_form(bench, ("events", index), name)
            renaming.change(bench)
            edits.append(renaming)
    return Together(edits, f"put names into the form {form}")


def name_in_form(catalog: Catalog, event: Event, form: Form, usual: Form | None = None) -> str:
    """Return the event's name in a form; unchanged where it is best left alone.

    An uncertain reading counts where it is the `usual` form, by default the catalog's own: “Return Item” may be a thing
    or an action, and among names that start with a verb it is an action.
    """
    if event.source == "platform" or not is_english(language_of(catalog, event)):
        return event.name
    usual = usual or catalog.naming.form
    if not counts(read_name(event.name, usual), usual):
        return event.name
    case, spelling = catalog.naming.case or None, spelling_for(catalog, event)
    name = rewrite(event.name, form, case, usual, spelling)
    if name is None and not counts(read_name(event.name, form), form):
        # Nobody could tell it from a thing among names of that form, nor put it back: “Saved Place”, but “Place Saved”.
        name = rewrite(event.name, "noun-verb-past", case, usual, spelling)
    return name or event.name


def prevailing_spelling(catalog: Catalog) -> Spelling | None:
    """Return the spelling of most names of the catalog; None where its language determines it or no name shows one."""
    return None if spelling_of_language(catalog.language) else index_of(catalog).spelling


def spelling_for(catalog: Catalog, event: Event) -> Spelling | None:
    """Return the spelling for a new past form in an event's name: its language's, otherwise the prevailing one."""
    return spelling_of_language(event.language or catalog.language) or index_of(catalog).spelling


def resolve_name_clashes(events: Sequence[Event], wanted: Sequence[str]) -> list[str]:
    """Return the wanted names, but the old one for each event that would otherwise take the name of another.

    Events whose names already read the same may keep doing so.
    """
    names = list(wanted)
    old = [same_key(event.name) for event in events]
    while True:
        having: dict[str, list[int]] = {}
        for index, name in enumerate(names):
            if name.strip():
                having.setdefault(same_key(name), []).append(index)
        staying: list[int] = []
        for indexes in having.values():
            if len(indexes) > 1 and len({old[index] for index in indexes}) > 1:
                # An event that has the name keeps it; else the first gets it, with those whose old names read the same.
                owner = next((index for index in indexes if names[index] == events[index].name), indexes[0])
                staying += [
                    index for index in indexes if names[index] != events[index].name and old[index] != old[owner]
                ]
        if not staying:
            return names
        for index in staying:
            names[index] = events[index].name


def adapted_event(catalog: Catalog, source: Catalog, event: Event) -> Event:
    """Adapt an event of another catalog, `source`, to this one's rules for names, IDs and properties, with a free ID.

    The ID is derived from the old ID where one derived from the name would be a guess.
    """
    naming = catalog.naming
    name = name_in_form(catalog, event, naming.form, source.naming.form)
    if name == event.name and (hidden := verb_behind(name, naming.form, spelling_for(catalog, event))):
        name = hidden
    if naming.case and not fits_case(name, naming.case):
        name = in_case(name, naming.case)
    language = language_of(catalog, event)
    text = event.id if event.id and is_guess(name, language) else name
    return event.model_copy(
        update={
            "name": name,
            "id": free_id_for(catalog, text, language=language),
            "aliases": tuple(alias for alias in event.aliases if alias != name),
            "properties": tuple(adapted_property(catalog, prop) for prop in event.properties),
            "status": "planned",
        }
    )


def language_of(catalog: Catalog, event: Event) -> str:
    """Return the language of an event's name."""
    return event.language or catalog.language


def follows_name(catalog: Catalog, event: Event) -> bool:
    """Return whether the event's ID still follows its name."""
    return _derived_in(catalog, event) is not None


def _derived_in(catalog: Catalog, event: Event) -> str | None:
    """Return the language in which the event's ID is derived from its name; None if the ID does not follow the name.

    The rules for letters of languages came later: an ID derived by the looks of the letters is still derived that way.
    """
    if event.is_sent:
        return None
    own = language_of(catalog, event)
    if not event.id:
        return own
    for language in (own,) if event.name.isascii() else (own, BY_LOOKS):
        if event.id == id_for(catalog, event.name, language=language):
            return language
        if event.id == free_id_for(catalog, event.name, event, language):
            return language
    return None


def id_for(
    catalog: Catalog, name: str, is_taken: Callable[[str], bool] | None = None, language: str | None = None
) -> str:
    """Derive an ID from a name, within the limits of the catalog's destinations and different from those taken.

    The name is in the catalog's language unless another is given.
    """
    places = [place for place in map(destination, catalog.destinations) if place and place.sends == "id"]
    lengths = [place.event.max_length for place in places if place.event.max_length]
    strict = any(place.event.refuses("a_b") for place in places)
    longest = min(lengths, default=None)
    own = catalog.language if language is None else language
    wanted = derive_id(name, catalog.naming.id_case, longest, strict, own)
    return make_unique(wanted, is_taken, longest) if wanted and is_taken else wanted


def free_id_for(catalog: Catalog, name: str, but: Event | None = None, language: str | None = None) -> str:
    """Derive an ID from a name that no event other than `but` has."""
    ids = index_of(catalog)
    return id_for(catalog, name, lambda wanted: ids.is_taken(wanted, but), language)


def distinct_id_for(catalog: Catalog, name: str, but: Event | None = None) -> str:
    """Derive an ID from a name that differs from all others, except that of `but`, in more than case and separators."""
    ids = index_of(catalog)
    language = language_of(catalog, but) if but else None
    return id_for(
        catalog, name, lambda wanted: ids.is_taken_however_spelled(wanted, but) or ids.is_taken(wanted, but), language
    )


def _is_remembered(catalog: Catalog, event: Event, text: str, known: Collection[str]) -> bool:
    """Return whether to keep a name or ID that an event loses: it is in use, and no other event has exactly that."""
    if not event.is_sent or not text or text in known:
        return False
    return not index_of(catalog).is_called(text, event)


def _sends_names(catalog: Catalog) -> bool:
    """Return whether a destination of the catalog counts events by their names, so that an old name is old data."""
    return any(place.sends == "name" for place in map(destination, catalog.destinations) if place)


def _repoint(catalog: Catalog, old: str, new: str) -> Iterator[Edit]:
    """Yield edits that change references of campaigns and of replaced events from an old ID to a new one."""
    ids = index_of(catalog)
    for index in ids.replaced_by(old):
        yield Set(("events", index, "replaced_by"), new)
    for index in ids.campaigns_with(old):
        here: Place = ("campaigns", index)
        campaign = catalog.campaigns[index]
        if campaign.trigger == old:
            yield Set((*here, "trigger"), new)
        if campaign.goal_event == old:
            yield Set((*here, "goal_event"), new)
        if old in campaign.unless:
            yield Set((*here, "unless"), tuple(new if name == old else name for name in campaign.unless))


def _event_index(catalog: Catalog, place: Place) -> int:
    if len(place) >= 2 and place[0] == "events" and isinstance(place[1], int) and place[1] < len(catalog.events):
        return place[1]
    raise NoSuchPlaceError(show_place(place))
