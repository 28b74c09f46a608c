"""Changes of a text, noted section by section and made together."""

from __future__ import annotations

import pytest

from eventsmith.store.draft import Draft, MovedSections, OverlapError, Splice, apply_splices, runs
from eventsmith.store.layout import scan
from eventsmith.store.outline import Outline

TEXT = "a = 1\n\n# head\n[one]\nb = 2\n# tail\n\n# free\n\n[two]\nc = 3\n[three]\nd = 4\n"


def draft() -> Draft:
    return Draft(Outline(TEXT, scan(TEXT)), "\n")


def test_every_byte_belongs_to_one_section_or_the_gap_behind_it() -> None:
    outline = draft().outline
    last = len(outline.sections) - 1
    pieces = [TEXT[outline.start(at) : outline.end(at)] for at in range(last + 1)]
    gaps = [TEXT[outline.end(at) : outline.start(at + 1)] for at in range(last)]
    assert pieces == ["a = 1\n", "# head\n[one]\nb = 2\n# tail\n", "[two]\nc = 3\n", "[three]\nd = 4\n"]
    assert gaps == ["\n", "\n# free\n\n", ""]
    assert "".join(piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=True)) == TEXT


def test_without_a_change_it_is_the_text() -> None:
    assert draft().text() == TEXT


@pytest.mark.parametrize(
    ("homes", "text"),
    [
        ([1], "a = 1\n\n# free\n\n[two]\nc = 3\n[three]\nd = 4\n"),
        ([2], "a = 1\n\n# head\n[one]\nb = 2\n# tail\n\n# free\n\n[three]\nd = 4\n"),
        ([3], TEXT.removesuffix("[three]\nd = 4\n")),
        ([1, 2], "a = 1\n\n[three]\nd = 4\n"),
        ([1, 2, 3], "a = 1\n"),
    ],
)
def test_sections_go_with_the_gaps_between_them_and_one_of_those_around(homes: list[int], text: str) -> None:
    changes = draft()
    changes.take_out(homes)
    assert changes.text() == text


def test_new_blocks_are_parted_by_blank_lines() -> None:
    changes = draft()
    changes.put_before(2, ["[new]"])
    changes.put_behind(2, ["[newer]"])
    changes.put_behind(3, ["[newest]"])
    assert changes.text() == TEXT.replace("[two]", "[new]\n\n[two]").replace(
        "c = 3\n[three]\nd = 4\n", "c = 3\n\n[newer]\n\n[three]\nd = 4\n\n[newest]\n"
    )


def test_what_moves_takes_its_changes_along() -> None:
    changes = draft()
    changes.splice(1, Splice(TEXT.index("2"), TEXT.index("2") + 1, "20"))
    changes.put_behind(1, ["[one.more]"])
    changes.put_behind(3, MovedSections([1]))
    assert changes.text() == (
        "a = 1\n\n# free\n\n[two]\nc = 3\n[three]\nd = 4\n\n# head\n[one]\nb = 20\n# tail\n\n[one.more]\n"
    )


def test_a_comment_left_at_the_end_of_a_section_does_not_become_one_of_the_next() -> None:
    changes = draft()
    changes.splice(2, Splice(TEXT.index("c = 3"), TEXT.index("c = 3") + 6, "# c\n"))
    assert changes.text() == TEXT.replace("c = 3\n", "# c\n\n")


def test_two_changes_of_one_stretch_are_refused() -> None:
    with pytest.raises(OverlapError):
        apply_splices("abcdef", [Splice(1, 4, ""), Splice(3, 5, "")], 0, 6)
    with pytest.raises(OverlapError):
        apply_splices("abcdef", [Splice(1, 4, "")], 0, 3)
    assert apply_splices("abcdef", [Splice(3, 3, "x"), Splice(1, 3, ""), Splice(3, 3, "y")], 0, 6) == "axydef"


def test_runs() -> None:
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]
    assert runs([4]) == [(4, 4)]
