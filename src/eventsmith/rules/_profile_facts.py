"""Names of properties that hold a fact about the acting person, or perhaps about another thing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from eventsmith.naming import read_name, split
from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._property_names import words_of
from eventsmith.rules._word_set import word_set

# What platforms keep in a person's profile rather than in events: names without case and separators.
# From Infobip's person schema and SDKs, and CleverTap's list of profile fields.
_OF_A_PERSON = """
    firstname lastname middlename fullname surname givenname familyname maidenname username nickname salutation
    birthdate birthday birthyear dateofbirth dob age agegroup gender sex maritalstatus nationality married
    email emails emailaddress mail mailaddress phone phones phonenumber telephone mobile mobilenumber mobilephone
    msisdn cellphone homeaddress homecity homecountry ssn socialsecuritynumber passportnumber nationalid
    externalid externaluserid applicationuserid userid customerid personid profileid clientid memberid subscriberid
    contactid facebookid fbid gpid pushregistrationid
    profilepicture profilephoto avatar preferredlanguage consent optin optout optedin subscribed marketingconsent
    loyaltytier loyaltylevel loyaltystatus loyaltypoints membershiptier membershiplevel viptier vipstatus
    leadscore leadstatus churnscore
    registrationdate signupdate membersince customersince accountbalance occupation
"""
# May just as well describe what the action is about: a store's city, an article's tags, a vacancy's salary.
_OF_A_PERSON_OR_ANOTHER_THING = """
    address street streetaddress zip zipcode postalcode postcode
    city country region language locale timezone tags segment
    employer jobtitle education income salary
"""
# An event may be about the fact itself: “Change Language”, “Reach Loyalty Tier”, “Give Consent”.
_MAY_BE_THE_SUBJECT = word_set(
    """
    loyaltytier loyaltylevel loyaltystatus loyaltypoints membershiptier membershiplevel viptier vipstatus
    preferredlanguage consent optin optout optedin subscribed marketingconsent leadscore leadstatus avatar
    profilepicture profilephoto
    """
)
# Things that have such facts themselves, which then describe the action.
_PLACES = word_set(
    """
    shipment parcel package delivery store shop branch restaurant hotel venue listing property home flight trip ride
    tour location office warehouse station area route room address
    """
)
_WORKS = word_set(
    "song article video movie film podcast book page content course lesson post album show news game recipe"
)
_JOBS = word_set("job offer vacancy position")
_THINGS = {
    **dict.fromkeys(("language", "locale", "tags"), _WORKS),
    **dict.fromkeys(("employer", "jobtitle", "education", "income", "salary"), _JOBS),
    "segment": word_set("flight trip route"),
    **dict.fromkeys(
        ("vipstatus", "viptier"), word_set("area booth box channel lobby lounge room seat server table ticket")
    ),
}
_PERSONAL = frozenset(_OF_A_PERSON.split())
_VAGUE = frozenset(_OF_A_PERSON_OR_ANOTHER_THING.split())
_AFTER_OWNER = _PERSONAL | _VAGUE | {"name", "tier", "level", "points", "score", "since"}
OWNERS = (
    "user",
    "customer",
    "client",
    "member",
    "person",
    "contact",
    "subscriber",
    "profile",
    "buyer",
    "shopper",
    "guest",
    "passenger",
)
"""Words for the person who acts in the event."""
_OWNER = re.compile(f"(?:{'|'.join(sorted(OWNERS))})s?")
_KIND = re.compile("(?:new|old|work|home|private|personal|primary|secondary|billing|invoice|verified|current)(?=.)")
_FACT = re.compile("(?:email|phone|mobile)(?:address|number)?")
_SEPARATORS = str.maketrans("", "", "_- .")


class Fact(NamedTuple):
    """A fact about the acting person that a name holds."""

    kind: Literal["personal", "vague"]
    """“vague” if it may just as well be a fact about another thing."""
    subjects: frozenset[str] = frozenset()
    """Words that, in an event's name, show that the event is about the fact itself, or about a thing that has it."""


def _fact(name: str) -> Fact | None:
    plain = name.lower().translate(_SEPARATORS).rstrip("0123456789")
    if plain in _PERSONAL:
        subjects = _subjects(name) | _THINGS.get(plain, frozenset()) if plain in _MAY_BE_THE_SUBJECT else frozenset()
        return Fact("personal", subjects)
    if plain in _VAGUE:
        return Fact("vague", _subjects(name) | _THINGS.get(plain, _PLACES))
    owner = _OWNER.match(plain)
    if owner and plain[owner.end() :] in _AFTER_OWNER:
        return Fact("personal")
    bare = _KIND.sub("", plain[owner.end() :] if owner else plain, count=1)
    return Fact("personal") if _FACT.fullmatch(bare) else None


FACTS: NameCache[Fact | None] = NameCache(_fact)
"""By name: the fact that it holds as a whole, unlike “deliveryCity”, which describes the action; None for no fact."""


def _subjects(name: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in words_of(name)) - {"date", "statu", "preferred"}


@lru_cache(maxsize=8192)
def words_of_event(name: str) -> frozenset[str]:
    """Return the words of an event's name, in lower case and without the plural s."""
    return frozenset(word.lower().rstrip("s") for word in split(name))


def describes_object(event_name: str, fact: Fact, description: str) -> bool:
    """Return whether the description says that the fact is about the event's object, such as a room's VIP status."""
    told = frozenset(word.rstrip("s") for word in re.findall(r"\w+", description.lower()))
    done_to = frozenset(word.lower().rstrip("s") for word in read_name(event_name).object.split())
    return bool(fact.subjects) and told.isdisjoint(OWNERS) and not told.isdisjoint(done_to)


def is_about(event_name: str, fact: Fact) -> bool:
    """Return whether the event is about the fact or a thing that has it: “Change Language”, a city in “View Store”."""
    return bool(fact.subjects) and not fact.subjects.isdisjoint(words_of_event(event_name))
