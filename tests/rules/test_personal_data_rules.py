"""Personal data in names, examples and allowed values, and what only looks like it."""

import pytest

from eventsmith.rules import all_rules
from tests.rules.properties import event, names
from tests.rules.test_property_meaning_rules import SUMS
from tests.rules.told import issues, told

RULE = "property-holds-personal-data"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("jane.doe@mail.example", "an e-mail address"),
        ("Mail to jane+x@firma.de, please", "an e-mail address"),
        ("noreply@shop.com", ""),
        ("support+eu@shop.com", ""),
        ("icon@2x.png", ""),
        ("@janedoe", ""),
        ("a @ b.com", ""),
        ("git@github.com:a/b", ""),
        ("https://user@host.com/a", ""),
        ("lodash@4.17.21", ""),
        ("+385 91 234 5678", "a phone number"),
        ("+1 (555) 010-9999", "a phone number"),
        ("+4915112345678", "a phone number"),
        ("(415) 555-0132", "a phone number"),
        ("tel:+14155550132", "a phone number"),
        ("+10000000", ""),
        ("+00:00", ""),
        ("2027-04-30T18:00:00+02:00", ""),
        ("1730625330000", ""),
        ("4006381333931", ""),
        ("9783161484100", ""),
        ("555-0132", ""),
        ("112-2345678-1234567", ""),
        ("ORD-20814", ""),
        ("415-555-0132", ""),
        ("4111 1111 1111 1111", "a card number"),
        ("4111-1111-1111-1111", "a card number"),
        ("5555555555554444", "a card number"),
        ("3782 822463 10005", "a card number"),
        ("4111 1111 1111 1112", ""),
        ("490154203237518", ""),
        ("1234567890123456", ""),
        ("DE89 3704 0044 0532 0130 00", "an account number"),
        ("GB29NWBK60161331926819", "an account number"),
        ("DE89 3704 0044 0532 0130 01", ""),
        ("DE1234567890", ""),
        ("3fa85f64-5717-4562-b3fc-2c963f66afa6", ""),
        ("+40.20361-075.00417", ""),
    ],
)
def test_as_an_example_or_a_value(value: str, what: str) -> None:
    for key, text in (("example", f'example = "{value}"'), ("values[0]", f'values = ["{value}"]')):
        found = told(event(f'name = "a"\n{text}'), RULE)
        assert list(found) == ([f"events[0].properties[0].{key}"] if what else [])
        for message in found.values():
            assert f"is {what}," in message
            assert value not in message, "what is personal is not repeated"


@pytest.mark.parametrize(
    ("name", "example", "right"),
    [
        ("orderId", '"4111111111111111"', True),
        ("trackingNumber", '"5555555555554444"', True),
        ("paid", '"4111111111111111"', False),
        ("paid", "4111111111111111", False),
        ("cardId", '"4111111111111111"', False),
        ("people", '["a", "jane@mail.example"]', False),
        ("amount", "4111111111111112", True),
    ],
)
def test_numbers_of_things_are_no_card_numbers(name: str, example: str, right: bool) -> None:
    assert bool(told(event(f'name = "{name}"\nexample = {example}'), RULE)) != right


HOLDS = """
    inviteeEmail invitee_first_name recipientPhone referenceEmail friendEmailAddress driver_phone_number cardNumber
    iban ipAddress password cvv credit_card
"""
HOLDS_NOT = """
    emailSent emailTopic phoneModel email userEmail restaurantPhone welcomeEmail microphone viaEmail hasPassword
    cardType giftCard recipientCount friendName deliveryCity resetPassword passwordLength
"""


@pytest.mark.parametrize("name", HOLDS.split() + HOLDS_NOT.split())
def test_by_name(name: str) -> None:
    assert list(told(names(name), RULE)) == (["events[0].properties[0].name"] if name in HOLDS.split() else [])


def test_a_yes_or_no_is_none() -> None:
    assert not told(event('name = "iban"\ntype = "boolean"'), RULE)


PLAIN = [name for name in (*SUMS.split(), *HOLDS.split()) if "_" not in name]
OTHERS = ["email", "city", "timestamp", "eventName", "song_name", "SongName", "a-b", "price"]


@pytest.mark.parametrize("name", [*PLAIN, *OTHERS])
def test_a_name_has_one_issue(name: str) -> None:
    rules = [rule.name for rule in all_rules() if rule.name.startswith("property-")]
    found = issues(event(f'name = "{name}"\nunit = "EUR"'), *rules)
    assert len([issue for issue in found if issue.place[-1] == "name"]) <= 1
