import pytest

from tests.rules.told import catalog, mended, told

NAMES = (
    "property-name-is-empty",
    "property-name-is-malformed",
    "property-starts-wrong",
    "property-is-taken",
    "property-describes-the-person",
    "destination-refuses-property",
)
OF_PERSON = """
    email phone birthday firstName first_name age gender loyaltyTier loyalty_points userId customerId userEmail
    customerName emailAddress phoneNumber dateOfBirth totalOrders lifetimeValue lastPurchaseDate accountBalance
    city country region
    language zip postalCode user_city memberTier newEmail jobTitle income EMAIL
"""
OF_ACTION = """
    genre length songName artist amount currency deliveryCity departureCountry storeAddress shippingAddress itemAge
    shareChannel emailSent emailTopic phoneModel deliveryRegion page image usedCalculator premium trackAge coverage
    percentage name title plan member userRating customerCount personCount contactReason pointsEarned tier orderId
    cityCount subscribedPlan ageRating segmentCount guests passengers users
"""


def event(*properties: str, settings: str = "", status: str = "planned") -> str:
    head = f'{settings}\n[[events]]\nid = "playSong"\nname = "Play Song"\nstatus = "{status}"\n'
    return head + "".join(f"[[events.properties]]\n{prop}\n" for prop in properties)


def names(*wanted: str) -> str:
    return event(*(f'name = "{name}"' for name in wanted))


@pytest.mark.parametrize("name", ["songName", "song_name", "s", "s1", "3dModel", "größe", "名前", "नाम", "длина"])
def test_names_that_are_right(name: str) -> None:
    assert not told(names(name), *NAMES)


@pytest.mark.parametrize(
    ("name", "better"),
    [("SongName", "songName"), ("_song", "song"), ("$value", ""), ("Ä", "ä"), ("-a", "a"), (" a", "a")],
)
def test_names_that_start_wrong_have_one_issue(name: str, better: str) -> None:
    text = f'destinations = ["infobip", "ga4"]\n{names(name)}'
    (message,) = told(text, *NAMES).values()
    assert "starts with a lowercase letter or a number" in message
    if better:
        rules = ("property-starts-wrong",)
        assert mended(text, *rules, safe=True).events[0].properties[0].name == better


@pytest.mark.parametrize(
    ("name", "what"), [("song-name", "“-”"), ("song name", "a space"), ("a.b,c", "“.”, “,”"), ("a🎵", "“🎵”")]
)
def test_malformed_names_have_one_issue(name: str, what: str) -> None:
    (message,) = told(f'destinations = ["infobip", "ga4"]\n{names(name)}', *NAMES).values()
    assert f"holds {what}:" in message


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


@pytest.mark.parametrize(
    "name",
    OF_PERSON.split(),
)
def test_what_describes_the_person(name: str) -> None:
    assert list(told(names(name), "property-describes-the-person")) == ["events[0].properties[0].name"]


@pytest.mark.parametrize(
    "name",
    OF_ACTION.split(),
)
def test_what_describes_the_action(name: str) -> None:
    assert not told(names(name), "property-describes-the-person")


def test_the_cure_for_what_may_be_either() -> None:
    (message,) = told(names("city"), "property-describes-the-person").values()
    assert "“deliveryCity”" in message


TYPED = [
    ("string", '"Hey Jude"', True),
    ("string", "5", False),
    ("integer", "431", True),
    ("integer", "true", False),
    ("integer", "431.0", False),
    ("decimal", "9", True),
    ("decimal", "9.5", True),
    ("decimal", "true", False),
    ("decimal", "nan", False),
    ("boolean", "true", True),
    ("boolean", "1", False),
    ("date", "2027-04-30", True),
    ("date", "2027-04-30T18:00:00Z", False),
    ("datetime", "2027-04-30T18:00:00Z", True),
    ("datetime", "2027-04-30T18:00:00", True),
    ("datetime", "2027-04-30", False),
    ("list", '["a", "b"]', True),
    ("list", '[{title = "a"}]', True),
    ("list", '"a"', False),
]


@pytest.mark.parametrize(("type_name", "value", "right"), TYPED)
def test_example_of_a_type(type_name: str, value: str, right: bool) -> None:
    text = event(f'name = "a"\ntype = "{type_name}"\nexample = {value}')
    assert list(told(text, "example-not-of-type")) == ([] if right else ["events[0].properties[0].example"])


@pytest.mark.parametrize(("type_name", "value", "right"), [row for row in TYPED if row[0] != "list"])
def test_allowed_value_of_a_type(type_name: str, value: str, right: bool) -> None:
    for text in (
        event(f'name = "a"\ntype = "{type_name}"\nvalues = [{value}]'),
        event(f'name = "a"\ntype = "list"\nitem_type = "{type_name}"\nvalues = [{value}]'),
    ):
        assert list(told(text, "value-not-of-type")) == ([] if right else ["events[0].properties[0].values[0]"])


@pytest.mark.parametrize(
    ("type_name", "value", "meant"),
    [
        ("integer", '"431"', "431"),
        ("integer", '" -5 "', "-5"),
        ("integer", "431.0", "431"),
        ("integer", '"007"', None),
        ("integer", '"4_3"', None),
        ("integer", '"431 s"', None),
        ("integer", "4.5", None),
        ("decimal", '"9.50"', "9.50"),
        ("decimal", '"NaN"', None),
        ("decimal", '"1,5"', None),
        ("boolean", '"True"', "true"),
        ("boolean", '"yes"', None),
        ("date", '"2027-04-30"', "2027-04-30"),
        ("date", '"30.4.2027"', None),
        ("date", "2027-04-30T18:00:00Z", None),
        ("datetime", '"2027-04-30T18:00:00Z"', "2027-04-30T18:00:00Z"),
        ("datetime", "2027-04-30", None),
        ("string", "5", '"5"'),
        ("string", "2027-04-30", '"2027-04-30"'),
        ("string", "true", '"true"'),
        ("string", '["a"]', None),
        ("list", '"a"', None),
    ],
)
def test_what_was_meant_is_offered_only_where_it_is_sure(type_name: str, value: str, meant: str | None) -> None:
    wrong = event(f'name = "a"\ntype = "{type_name}"\nexample = {value}')
    right = event(f'name = "a"\ntype = "{type_name}"\nexample = {meant or value}')
    assert mended(wrong, "example-not-of-type", safe=True) == catalog(right)
    assert bool(told(mended(wrong, "example-not-of-type"), "example-not-of-type")) == (meant is None)


def test_no_fix_makes_an_example_that_is_not_allowed() -> None:
    text = event('name = "a"\ntype = "integer"\nvalues = [1, 2]\nexample = "3"')
    assert mended(text, "example-not-of-type") == catalog(text)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('values = ["red"]\nexample = "blue"', "“blue” is not among"),
        ('values = ["red"]\nexample = "Red"', "“Red” is not among"),
        ('values = ["red"]\nexample = "red"', ""),
        ('example = "red"', ""),
        ('values = ["red"]', ""),
        ('values = ["red"]\nexample = 5', ""),
        ('values = [5]\nexample = "6"', ""),
        ('type = "decimal"\nvalues = [1, 2]\nexample = 1.0', ""),
        ('type = "integer"\nvalues = [0]\nexample = 1', "“1” is not among"),
        ('type = "boolean"\nvalues = [true]\nexample = false', "“false” is not among"),
        ('type = "list"\nitem_type = "string"\nvalues = ["a"]\nexample = ["a", "b"]', "“b” is not among"),
    ],
)
def test_example_among_the_allowed_values(lines: str, says: str) -> None:
    found = told(event(f'name = "a"\n{lines}'), "example-not-allowed")
    assert says in "".join(found.values())
    assert bool(found) == bool(says)


@pytest.mark.parametrize(
    ("unit_in", "right"), [("currency", True), ("", True), ("Currency", False), ("amount", False), ("items", False)]
)
def test_unit_in_a_sibling(unit_in: str, right: bool) -> None:
    others = ('name = "currency"', 'name = "items"\ntype = "list"')
    text = event(f'name = "amount"\ntype = "decimal"\nunit_in = "{unit_in}"', *others)
    assert bool(told(text, "unit-in-points-nowhere")) != right


def test_unit_of_a_field_may_stand_beside_its_list() -> None:
    field = '[[events.properties.fields]]\nname = "price"\nunit_in = '
    for unit, right in (("currency", True), ("cur", True), ("nothing", False)):
        text = event(
            f'name = "items"\ntype = "list"\n{field}"{unit}"\n[[events.properties.fields]]\nname = "cur"',
            'name = "currency"',
        )
        assert list(told(text, "unit-in-points-nowhere")) == (
            [] if right else ["events[0].properties[0].fields[0].unit_in"]
        )
