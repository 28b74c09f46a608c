"""What fmt makes of a file: canonical text, and every comment still there."""

from __future__ import annotations

import pytest

from eventsmith.store import CannotSaveError, formatted_bytes, read_bytes

BEFORE = """\
# Tunewave, events
#
# Ask Ada.

# the newest
format=1   # of one
language = "en" # English
stages = ["acquisition", "activation", "engagement", "conversion", "retention", "advocacy"]

# what we want
goals = [ # all
  'activate', # first
  # then
  "retain"
  # no more
]
name = 'Tunewave'
# nothing else

# ---- campaigns ----

[[campaigns]]
trigger = "playSong"
name = "x"
unless = [] # nobody

# ---- settings ----

# few are enough
[budget] # 20
events = 20

# ---- events ----

# by hand
[[events]] # one
# shown
name = "Play Song"
properties = [
  { name = "a", type = "string" }, # the a
  # the b
  { name = "b" },
]
status = "planned" # for now
id = "playSong" # sent
extra.owner = "Ada" # asked
# end of the event

# end of the file
"""
AFTER = """\
# Tunewave, events
#
# Ask Ada.

# the newest
format = 1 # of one
name = "Tunewave"
# what we want
goals = [
    # all
    "activate", # first
    # then
    "retain",
    # no more
]
# English
# ---- settings ----
# few are enough
# 20
# nothing else

[naming]
form = "verb-noun"

# ---- events ----

# by hand
[[events]] # one
id = "playSong" # sent
# shown
name = "Play Song"
# for now
# end of the event

[events.extra]
owner = "Ada" # asked

# the a
[[events.properties]]
name = "a"
type = "string"

# the b
[[events.properties]]
name = "b"
type = "string"

# ---- campaigns ----

[[campaigns]]
name = "x"
trigger = "playSong"
# nobody

# end of the file
"""


def test_canonical_text_with_every_comment() -> None:
    data = formatted_bytes(read_bytes(BEFORE.encode()))
    assert data.decode() == AFTER
    assert formatted_bytes(read_bytes(data)) == data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("format = 1", 'format = 1\n\n[naming]\nform = "verb-noun"\n'),
        ("\ufeffformat = 1\r\n# x\r\n", 'format = 1\n# x\n\n[naming]\nform = "verb-noun"\n'),
        ("# a\n\n# b\nformat = 1", '# a\n\n# b\nformat = 1\n\n[naming]\nform = "verb-noun"\n'),
        (
            'format = 1\nnaming.form = "verb-noun" # why\n[extra] # own\n[extra.b] # too\nc = { d = [ # deep\n 1] }\n',
            'format = 1\n\n[naming]\nform = "verb-noun" # why\n\n'
            "# own\n# too\n[extra.b.c]\nd = [\n    # deep\n    1,\n]\n",
        ),
        (
            'format = 1\nname = """\none\\\n   two\n"""\n[extra]\n\'a b\' = 1_000\n"c" = 0x1F\n',
            'format = 1\nname = """\nonetwo\n"""\n\n[naming]\nform = "verb-noun"\n\n[extra]\n"a b" = 1000\nc = 31\n',
        ),
        # What is said of a key that goes without saying is said of the next one that does not.
        (
            'format = 1\ndescription = "d"\n# no industry yet\nindustries = []\ngoals = ["activate"]\n',
            'format = 1\ndescription = "d"\n# no industry yet\ngoals = ["activate"]\n\n[naming]\nform = "verb-noun"\n',
        ),
    ],
)
def test_small_files(before: str, after: str) -> None:
    assert formatted_bytes(read_bytes(before.encode())).decode() == after


def test_a_file_with_mistakes_is_left_alone() -> None:
    with pytest.raises(CannotSaveError, match="mistakes"):
        formatted_bytes(read_bytes(b"format = 1\nnme = 2\n"))
