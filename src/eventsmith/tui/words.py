"""What the model's words are called on the screen. Loaded before the first paint: imports nothing."""

PLACES = {
    "goal": "Goal",
    "events": "Events",
    "names": "Names",
    "properties": "Properties",
    "campaigns": "Campaigns",
    "review": "Review",
}
"""The places of the guided path, in their order."""

GOALS = {
    "activate": "Activate new customers",
    "convert": "Turn interest into sales",
    "recover": "Recover what was abandoned",
    "retain": "Keep and renew",
    "grow": "Grow what customers buy",
    "win-back": "Win back who has gone quiet",
    "advocate": "Earn reviews and referrals",
}

FORMS = {
    "verb-noun": "Play Song",
    "noun-verb-past": "Song Played",
    "verb-past-noun": "Played Song",
}
"""Each form shown by the product's own example."""
