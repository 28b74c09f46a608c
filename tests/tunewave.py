"""The catalog that both ways to walk the path are tried on, as a person would have written it by hand."""

CATALOG = """\
# Owned by the lifecycle team
format = 1
name = "Tunewave"
industries = ["music-streaming"]

[naming]
form = "verb-noun"

# The heart of it
[[events]]
id = "playSong"
name = "Play Song"   # the one that matters
stage = "engagement"
when = "Playback of a song passes 30 seconds"

[[events.properties]]
name = "songName"
type = "string"
example = "Hey Jude"
used_for = ["campaign"]

[[events]]
id = "shareSong"
name = "Share Song"
stage = "advocacy"
"""
