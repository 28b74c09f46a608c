"""What a form would make of all names, remembered and asked again."""

from eventsmith.edits import Set
from eventsmith.model import Catalog, Event
from eventsmith.queries.form_preview import FormPreviews


def test_what_is_remembered_is_spelt_as_the_catalog_is_now() -> None:
    names = FormPreviews()
    before = Catalog(events=(Event(id="a", name="Cancel Order"), Event(id="b", name="Trial Started")))
    assert names.in_form(before, "noun-verb-past").changes == {0: "Order Cancelled"}
    after = Set(("events", 1, "name"), "Trial Canceled").apply(before)
    assert names.in_form(after, "noun-verb-past").changes == {0: "Order Canceled"}


def test_of_two_that_would_have_one_name_the_second_stays() -> None:
    events = (Event(id="a", name="Play Song"), Event(id="b", name="Played Song"))
    renamed = FormPreviews().in_form(Catalog(events=events), "noun-verb-past")
    assert (renamed.changes, renamed.staying) == ({0: "Song Played"}, {1: "Song Played"})
