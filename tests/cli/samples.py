"""Files that commands are run on."""

CLEAN = """\
# the shop's events
format = 1
name = "Shop"

[naming]
form = "verb-noun"

[[events]]
id = "playSong" # agreed with the app team
name = "Play Song"
stage = "engagement"
source = "client"
when = "Playback passes 30 seconds"
used_for = ["analytics"]
"""
MISNAMED = CLEAN.replace('"playSong"', '"songPlayed"').replace('"Play Song"', '"Song Played"')
"""One warning with a safe fix, in line 10, column 8."""
WRONG_ID = CLEAN.replace('"playSong"', '""')
"""An error."""
MANY_PROBLEMS = CLEAN.replace("stage =", "stagge =").replace('["analytics"]', '"analytics"') + 'colour = "red"\n'
