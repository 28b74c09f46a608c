"""Personal data in values and names: e-mail addresses, phone, card and account numbers.

Patterns are narrow and numbers must have the right check digits, so that order numbers, EAN codes and times are not
taken for them. Card numbers: ISO/IEC 7812 with the Luhn check digit; IBAN: ISO 13616, remainder 1 modulo 97; phone
numbers: E.164, at most 15 digits.
"""

from __future__ import annotations

import re
from typing import Any

from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._property_names import words_of
from eventsmith.rules._word_set import word_set

_EMAIL = re.compile(r"(?<![\w.%+/:-])([\w.%+-]+)@((?:[A-Za-z0-9-]+\.)+)([A-Za-z]{2,24})(?![\w@-])")
# Not personal: addresses of an office, and what only looks like an address (“icon@2x.png”, “git@host”).
_OFFICES = re.compile(
    r"(?:no-?reply|do-?not-?reply|info|support|help|hello|hi|contact|sales|team|service|news|newsletter|office|git|"
    r"billing|orders?|marketing|press|jobs|admin|postmaster|webmaster|notifications?)(?:[.+-].*)?",
    re.IGNORECASE,
)
_FILES = word_set("png jpg jpeg gif svg webp avif ico pdf css js ts json html mp4 mp3")
_PHONE = re.compile(r"(?:tel:)?(?:\+[1-9]|\(\+[1-9][0-9]{0,2}\))(?:[ -]?(?:\([0-9]{1,5}\)|[0-9]))+")
_PHONE_OF_AMERICA = re.compile(r"(?:1[ -])?\([2-9][0-9]{2}\) ?[2-9][0-9]{2}-[0-9]{4}")
_CARD = re.compile(
    r"4[0-9]{15}|5[1-5][0-9]{14}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"
    r"|3[47][0-9]{13}|6(?:011|5[0-9]{2}|4[4-9][0-9])[0-9]{12}|35(?:2[89]|[3-8][0-9])[0-9]{12}|62[0-9]{14}"
)
_GROUPED = re.compile(r"[0-9]{4}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{4}|[0-9]{4}([ -])[0-9]{6}\2[0-9]{5}")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
SHORTEST = 8
"""Shorter texts are not checked."""
_LONG_NUMBER = re.compile(r"[0-9][0-9 ()-]{6,}[0-9]")
_SEPARATORS = str.maketrans("", "", " -")
# Long numbers in these identify things. One in sixteen of any length would pass for a card number by chance.
_NUMBERS_OF_THINGS = word_set(
    """
    id ids sku ean gtin upc barcode isbn issn imei iccid serial tracking order timestamp time code reference ref
    invoice ticket booking transaction number no
    """
)
_OF_CARDS = word_set("card pan payment credit debit account")

_REACHED = frozenset((("email",), ("email", "address"), ("phone",), ("phone", "number"), ("mobile", "number")))
_NAMED = frozenset((("first", "name"), ("last", "name"), ("full", "name")))
# People whom an event may be about, other than the one who acts.
_OTHERS = word_set(
    """
    invitee inviter invited recipient referee referrer referred friend sender receiver reference driver courier
    host patient applicant candidate employee manager doctor owner holder cardholder payer payee beneficiary
    spouse partner colleague delivery shipping order account login recovery emergency gift
    """
)
_SECRETS = {
    ("card", "number"): "a card number",
    ("credit", "card"): "a card number",
    ("iban",): "an account number",
    ("bank", "account"): "an account number",
    ("cvv",): "a card's security code",
    ("cvc",): "a card's security code",
    ("password",): "a password",
    ("ip", "address"): "an IP address",
}


def _named_data(name: str) -> str:
    words = words_of(name)
    if not words or (words[0] in ("is", "has", "via", "by", "gift") and len(words) == 2 and words[0] != "gift"):
        return ""
    for length in (1, 2):
        end = words[-length:]
        if end in _SECRETS:
            return "" if words[0] in ("is", "has", "saved", "reset", "forgot") else _SECRETS[end]
        if len(words) > length and words[0] in _OTHERS and end in _REACHED:
            return "an e-mail address" if end[0] == "email" else "a phone number"
        if len(words) > length and words[0] in _OTHERS and end in _NAMED:
            return "a person's name"
    return ""


NAMED_DATA = NameCache(_named_data)
"""By name: the data that it says it holds, to follow “holds”; empty for none, or if it is the acting person's."""


def may_be_personal_data(value: Any) -> bool:
    """Return whether a value needs a closer look: a cheap test for thousands of harmless examples."""
    if type(value) is str:
        return len(value) >= SHORTEST and ("@" in value or _LONG_NUMBER.search(value) is not None)
    return type(value) in (list, tuple) or (type(value) is int and value > 10**12)


def personal_data_in(value: Any, name: str) -> str:
    """Return what personal data a property's value is, to follow “is”; empty if it is none."""
    if type(value) is int and value > 10**12:
        return "a card number" if _is_card(str(value), name) else ""
    if type(value) is not str:
        return ""
    text = value.strip()
    if "@" in text and _has_email(text):
        return "an e-mail address"
    digits = sum(map(text.count, "0123456789"))
    if digits < 8 or len(text) > 50:
        return ""
    if digits <= 15 and (_is_international(text, digits) or _PHONE_OF_AMERICA.fullmatch(text)):
        return "a phone number"
    if _is_card(text, name):
        return "a card number"
    return "an account number" if _is_iban(text) else ""


def _has_email(text: str) -> bool:
    return any(
        not _OFFICES.fullmatch(found[1]) and found[3].lower() not in _FILES and any(map(str.isalpha, found[1]))
        for found in _EMAIL.finditer(text[:1000])
    )


def _is_international(text: str, digits: int) -> bool:
    # A few digits in one piece may be an increase: “+10000000”.
    return bool(_PHONE.fullmatch(text)) and digits > (10 if text[1:].isdigit() else 7)


def _is_card(text: str, name: str) -> bool:
    digits = text.translate(_SEPARATORS)
    if not _CARD.fullmatch(digits) or not _passes_luhn(digits):
        return False
    words = _OF_CARDS.intersection(words_of(name))
    if words or _GROUPED.fullmatch(text):
        return True
    return digits == text and _NUMBERS_OF_THINGS.isdisjoint(words_of(name))


def _passes_luhn(digits: str) -> bool:
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


def _is_iban(text: str) -> bool:
    plain = text.translate(_SEPARATORS)
    if not _IBAN.fullmatch(plain):
        return False
    return int("".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])) % 97 == 1
