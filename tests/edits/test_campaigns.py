from eventsmith.edits import add_condition, change_condition_operator, change_condition_property
from eventsmith.model import Campaign, Catalog, Condition, Event, Property

PURCHASE = Event(
    id="completePurchase",
    name="Complete Purchase",
    properties=(
        Property(name="items", type="list", used_for=("campaign",)),
        Property(name="currency"),
        Property(name="amount", type="decimal", used_for=("campaign",)),
        Property(name="gift", type="boolean"),
    ),
)
HERE = ("campaigns", 0, "conditions", 0)


def catalog(*conditions: Condition, trigger: str = "completePurchase") -> Catalog:
    return Catalog(events=(PURCHASE,), campaigns=(Campaign(name="A", trigger=trigger, conditions=conditions),))


def test_a_new_condition_asks_first_for_what_campaigns_need_then_for_what_none_asks() -> None:
    before = catalog()
    found = []
    for _ in range(4):
        edit = add_condition(before, 0)
        assert edit is not None
        before = edit.apply(before)
        found.append(before.campaigns[0].conditions[-1])
    assert [(one.property, one.operator, one.value) for one in found] == [
        ("amount", ">=", None),
        ("currency", "=", None),
        ("gift", "=", True),
        ("amount", ">=", None),
    ]


def test_nothing_can_be_asked_where_there_is_no_trigger_or_it_has_no_flat_property() -> None:
    assert add_condition(catalog(trigger=""), 0) is None
    assert add_condition(catalog(trigger="gone"), 0) is None
    lists = PURCHASE.model_copy(update={"properties": PURCHASE.properties[:1]})
    assert add_condition(catalog().model_copy(update={"events": (lists,)}), 0) is None


def test_another_property_keeps_the_operator_its_type_allows_and_what_was_typed() -> None:
    before = catalog(Condition(property="amount", operator=">=", value=3))
    assert change_condition_property(before, HERE, "currency").apply(before) == catalog(
        Condition(property="currency", operator="=", value=3)
    )
    before = catalog(Condition(property="amount", operator="!=", value=3))
    assert change_condition_property(before, HERE, "currency").apply(before) == catalog(
        Condition(property="currency", operator="!=", value=3)
    )
    assert change_condition_property(before, HERE, "gone").apply(before).campaigns[0].conditions[0].operator == "!="


def test_whether_it_is_empty_is_asked_without_a_value() -> None:
    before = catalog(Condition(property="currency", operator="=", value="EUR"))
    after = change_condition_operator(before, HERE, "is-empty").apply(before)
    assert after == catalog(Condition(property="currency", operator="is-empty"))
    assert change_condition_operator(before, HERE, "contains").apply(before).campaigns[0].conditions[0].value == "EUR"
