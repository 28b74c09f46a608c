import pytest

from tests.rules.properties import event, names
from tests.rules.told import catalog, issues, mended, told

NAMES = (
    "property-name-is-empty",
    "property-name-is-malformed",
    "property-starts-wrong",
    "property-is-taken",
    "property-in-other-case",
    "property-describes-the-person",
    "destination-refuses-property",
)
OF_PERSON = """
    firstname lastname middlename fullname birthdate birthday dateofbirth dob age gender sex address street zip
    postalcode city country region language preferredlanguage locale timezone email phone phonenumber mobile msisdn
    externalid userid customerid personid profilepicture avatar tags consent optin subscribed loyaltytier loyaltypoints
    segment leadscore registrationdate accountbalance employer jobtitle maritalstatus income
    first_name lastName middleName birthDate externalId externalUserId preferredLanguage profilePicture phones emails
    loyalty_points userEmail customerName emailAddress dateOfBirth accountBalance user_city memberTier newEmail EMAIL
    address2 pushRegistrationId
"""
OF_ACTION = """
    genre length songName artist amount currency deliveryCity departureCountry storeAddress shippingAddress itemAge
    shareChannel emailSent emailTopic phoneModel deliveryRegion page image usedCalculator premium trackAge coverage
    percentage name title plan member userRating customerCount personCount contactReason pointsEarned tier orderId
    cityCount subscribedPlan ageRating segmentCount guests passengers users
"""


@pytest.mark.parametrize("name", ["songName", "s", "s1", "3dModel", "größe", "名前", "नाम", "длина"])
def test_names_that_are_right(name: str) -> None:
    assert not told(names(name), *NAMES)


@pytest.mark.parametrize(
    ("name", "better"),
    [("SongName", "songName"), ("_song", "song"), ("$value", ""), ("-a", "a"), (" a", "a")],
)
def test_names_that_start_wrong_have_one_issue(name: str, better: str) -> None:
    text = f'destinations = ["infobip", "ga4"]\n{names(name)}'
    (message,) = told(text, *NAMES).values()
    assert "must start with a lowercase letter or a number" in message
    if better:
        rules = ("property-starts-wrong",)
        assert mended(text, *rules, safe=True).events[0].properties[0].name == better


def test_no_fix_makes_a_name_that_a_destination_refuses() -> None:
    assert mended(names("Ä"), "property-starts-wrong").events[0].properties[0].name == "ä"
    text = f'destinations = ["infobip"]\n{names("Ä")}'
    assert mended(text, "property-starts-wrong") == catalog(text)


@pytest.mark.parametrize(
    ("case", "name", "better"),
    [
        ("camel", "song_name", "songName"),
        ("camel", "song_Name", "songName"),
        ("snake", "songName", "song_name"),
        ("camel", "songName", ""),
        ("camel", "genre", ""),
        ("snake", "genre", ""),
        ("camel", "名前", ""),
        ("camel", "длина_песни", "длинаПесни"),
    ],
)
def test_the_catalogs_case(case: str, name: str, better: str) -> None:
    text = f'[naming]\nproperty_case = "{case}"\n{names(name)}'
    found = told(text, *NAMES)
    assert len(found) == bool(better)
    assert f"should be “{better}”" in "".join(found.values()) or not better
    assert mended(text, *NAMES, safe=True).events[0].properties[0].name == (better or name)


def test_a_name_that_code_sends_is_not_changed_for_its_looks() -> None:
    assert not told(event('name = "song_name"', status="live"), "property-in-other-case")


def test_a_double_in_another_case_is_one_issue_at_each() -> None:
    assert len(issues(names("songName", "song_name"), *NAMES)) == 2


@pytest.mark.parametrize(
    ("name", "what"), [("song-name", "“-”"), ("song name ", "a space"), ("a.b,c", "“.”, “,”"), ("a🎵", "“🎵”")]
)
def test_malformed_names_have_one_issue(name: str, what: str) -> None:
    (message,) = told(f'destinations = ["infobip", "ga4"]\n{names(name)}', *NAMES).values()
    assert f"contains {what}:" in message


def test_a_new_property_has_one_issue() -> None:
    assert list(told(names("songName", ""), *NAMES)) == ["events[0].properties[1].name"]
    assert len(told(names("", " ", ""), *NAMES)) == 3


def test_renaming_takes_along_what_names_the_property() -> None:
    text = (
        event('name = "Amount"\ntype = "decimal"\nunit_in = "Currency"', 'name = "Currency"')
        + '[[campaigns]]\nname = "A"\ntrigger = "playSong"\n'
        + '[[campaigns.conditions]]\nproperty = "Amount"\noperator = ">"\nvalue = 1\n'
    )
    better = mended(text, "property-starts-wrong", safe=True)
    assert [prop.name for prop in better.events[0].properties] == ["amount", "currency"]
    assert better.events[0].properties[0].unit_in == "currency"
    assert better.campaigns[0].conditions[0].property == "amount"


FIELDS = '[[events.properties.fields]]\nname = "Price"\nunit_in = "Currency"\n'


def test_fields_of_lists_are_judged_and_renamed() -> None:
    text = event(f'name = "items"\ntype = "list"\n{FIELDS}', 'name = "Currency"')
    assert list(told(text, "property-starts-wrong")) == [
        "events[0].properties[0].fields[0].name",
        "events[0].properties[1].name",
    ]
    items, currency = mended(text, "property-starts-wrong").events[0].properties
    assert (items.fields[0].name, items.fields[0].unit_in, currency.name) == ("price", "currency", "currency")


def test_no_fix_makes_a_double() -> None:
    more = '[[events.properties.fields]]\nname = "price"'
    text = event(f'name = "items"\ntype = "list"\n{FIELDS}{more}')
    assert mended(text, "property-starts-wrong") == catalog(text)
    assert list(told(text, "property-is-taken")) == [
        "events[0].properties[0].fields[0].name",
        "events[0].properties[0].fields[1].name",
    ]


def test_a_live_property_is_not_renamed_by_itself() -> None:
    text = event('name = "SongName"', status="live")
    assert mended(text, "property-starts-wrong", safe=True) == catalog(text)
    assert mended(text, "property-starts-wrong") != catalog(text)


@pytest.mark.parametrize("second", ["songName", "song_name", "SongName", "songname", "song-name"])
def test_doubles_are_told_at_both(second: str) -> None:
    assert list(told(names("songName", "artist", second), "property-is-taken")) == [
        "events[0].properties[0].name",
        "events[0].properties[2].name",
    ]


@pytest.mark.parametrize("name", OF_PERSON.split())
def test_what_describes_the_person(name: str) -> None:
    text = names(name, name="Complete Purchase")
    assert list(told(text, "property-describes-the-person")) == ["events[0].properties[0].name"]


@pytest.mark.parametrize("name", OF_ACTION.split())
def test_what_describes_the_action(name: str) -> None:
    assert not told(names(name), "property-describes-the-person")


def test_the_cure_for_what_may_be_either() -> None:
    for name, better in (("city", "deliveryCity"), ("zip_code", "storeZipCode"), ("income", "requiredIncome")):
        (message,) = told(names(name), "property-describes-the-person").values()
        assert f"“{better}”" in message
    snake = event('name = "jobTitle"', settings='[naming]\nproperty_case = "snake"')
    (message,) = told(snake, "property-describes-the-person").values()
    assert "“advertised_job_title”" in message


@pytest.mark.parametrize(
    ("event_name", "name", "right"),
    [
        ("Change Language", "language", True),
        ("Play Song", "language", True),
        ("View Store", "city", True),
        ("Hold Shipment", "country", True),
        ("Accept Job", "salary", True),
        ("Reach Loyalty Tier", "loyaltyTier", True),
        ("Give Consent", "consent", True),
        ("Change Email", "email", False),
        ("Play Song", "city", False),
        ("View Store", "language", False),
        ("Register", "country", False),
    ],
)
def test_an_event_may_be_about_what_is_a_fact_elsewhere(event_name: str, name: str, right: bool) -> None:
    assert bool(told(names(name, name=event_name), "property-describes-the-person")) != right
