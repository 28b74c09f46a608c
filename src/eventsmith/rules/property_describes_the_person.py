"""A property describes the person, not the action.

What stays with the customer (email, birthday, the city they live in, loyalty tier, totals so far) belongs to their
profile. In an event it is a copy that goes stale, and personal data in one more place. Properties tell about this one
action: the city that the parcel goes to is “deliveryCity”.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "email"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
"""

import re
from functools import lru_cache
from typing import Literal

from eventsmith.model import Event, ListField
from eventsmith.rules._rule import Finding, Findings, Settings, rule

_OF_A_PERSON = """
    firstname lastname middlename fullname surname givenname familyname maidenname username nickname salutation
    birthdate birthday birthyear dateofbirth dob age agegroup gender sex maritalstatus nationality
    email emailaddress mail mailaddress phone phonenumber telephone mobile mobilenumber mobilephone msisdn cellphone
    homeaddress homecity homecountry ssn socialsecuritynumber passportnumber nationalid
    externalid userid customerid personid profileid clientid memberid subscriberid contactid
    profilepicture profilephoto avatar preferredlanguage consent optin optout optedin subscribed marketingconsent
    loyaltytier loyaltylevel loyaltystatus loyaltypoints membershiptier membershiplevel viptier vipstatus
    leadscore leadstatus churnscore lifetimevalue ltv clv customerlifetimevalue
    totalorders totalpurchases totalspent totalspend totalvisits totallogins ordercounttotal
    lastpurchasedate lastpurchase lastlogindate lastlogin lastorderdate lastvisitdate lastseen
    registrationdate signupdate membersince customersince accountbalance
    employer jobtitle occupation income salary education married
"""
# Could as well be said of what the action is about: a store's city, an article's tags, a podcast's language.
_OF_A_PERSON_OR_ANOTHER_THING = """
    address street streetaddress zip zipcode postalcode postcode
    city country region language locale timezone tags segment
"""
_PERSONAL = frozenset(_OF_A_PERSON.split())
_VAGUE = frozenset(_OF_A_PERSON_OR_ANOTHER_THING.split())
_AFTER_OWNER = _PERSONAL | _VAGUE | {"name", "tier", "level", "points", "score", "since"}
_OWNER = re.compile("(?:user|customer|client|member|person|contact|subscriber|profile|buyer|shopper|guest|passenger)s?")
_KIND = re.compile("(?:new|old|work|home|private|personal|primary|secondary|billing|invoice|verified|current)(?=.)")
_FACT = re.compile("(?:email|phone|mobile)(?:address|number)?")
_SEPARATORS = str.maketrans("", "", "_- .")
_EXAMPLES = {"city": "deliveryCity", "country": "departureCountry", "tags": "articleTags", "segment": "routeSegment"}


@rule("warning")
def check(prop: ListField, event: Event, settings: Settings) -> Findings:
    """Judged by the whole name: “deliveryCity” and “departureCountry” describe the action."""
    kind = _kind(prop.name)
    if kind == "personal":
        message = f"“{prop.name}” describes the person, not the action: keep it in the person's profile"
        yield Finding(("name",), message)
    elif kind == "vague":
        example = _EXAMPLES.get(prop.name.lower(), f"store{prop.name[:1].upper()}{prop.name[1:]}")
        message = (
            f"“{prop.name}” reads like a fact about the person: keep that in their profile, "
            f"or say what else it belongs to, as “{example}” does"
        )
        yield Finding(("name",), message)


@lru_cache(maxsize=8192)
def _kind(name: str) -> Literal["personal", "vague", ""]:
    plain = name.lower().translate(_SEPARATORS)
    if plain in _PERSONAL:
        return "personal"
    if plain in _VAGUE:
        return "vague"
    owner = _OWNER.match(plain)
    if owner and plain[owner.end() :] in _AFTER_OWNER:
        return "personal"
    bare = _KIND.sub("", plain[owner.end() :] if owner else plain, count=1)
    return "personal" if _FACT.fullmatch(bare) else ""
