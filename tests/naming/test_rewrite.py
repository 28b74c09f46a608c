"""Names read and put into another form."""

import pytest

from eventsmith.naming import Form, is_english_like, read_name, rewrite, verb_behind

# verb-noun | noun-verb-past | verb-past-noun: each comes from each.
ALIKE = """
Play Song | Song Played | Played Song
Submit Form | Form Submitted | Submitted Form
Buy Ticket | Ticket Bought | Bought Ticket
Choose Plan | Plan Chosen | Chose Plan
Hide Banner | Banner Hidden | Hid Banner
Defer Payment | Payment Deferred | Deferred Payment
Reopen Ticket | Ticket Reopened | Reopened Ticket
Preapprove Loan | Loan Preapproved | Preapproved Loan
Unsubscribe Channel | Channel Unsubscribed | Unsubscribed Channel
Fill Out Form | Form Filled Out | Filled Out Form
Pick Up Order | Order Picked Up | Picked Up Order
Roll Out Feature | Feature Rolled Out | Rolled Out Feature
Top Up Balance | Balance Topped Up | Topped Up Balance
Check In Guest | Guest Checked In | Checked In Guest
Turn On Notifications | Notifications Turned On | Turned On Notifications
React To Post | Post Reacted To | Reacted To Post
Add Item To Cart | Item Added To Cart | Added Item To Cart
Mark Email As Spam | Email Marked As Spam | Marked Email As Spam
Save Item For Later | Item Saved For Later | Saved Item For Later
Complete Sign Up | Sign Up Completed | Completed Sign Up
Book Appointment | Appointment Booked | Booked Appointment
Rate Order | Order Rated | Rated Order
Share Article | Article Shared | Shared Article
Accept Terms Of Service | Terms Of Service Accepted | Accepted Terms Of Service
Connect GitHub | GitHub Connected | Connected GitHub
Export PDF | PDF Exported | Exported PDF
play_song | song_played | played_song
playSong | songPlayed | playedSong
PlaySong | SongPlayed | PlayedSong
play-song | song-played | played-song
PLAY_SONG | SONG_PLAYED | PLAYED_SONG
Play song | Song played | Played song
exportPDF | pdfExported | exportedPDF
createCard | cardCreated | createdCard
Break Down Cost | Cost Broken Down | Broke Down Cost
Back Up Data | Data Backed Up | Backed Up Data
Speed Up Video | Video Sped Up | Sped Up Video
Sign Off Timesheet | Timesheet Signed Off | Signed Off Timesheet
Check Out Cart | Cart Checked Out | Checked Out Cart
Fast-Track Order | Order Fast-Tracked | Fast-Tracked Order
Pay Bill In Full | Bill Paid In Full | Paid Bill In Full
Collapse Section | Section Collapsed | Collapsed Section
Retransmit Invoice | Invoice Retransmitted | Retransmitted Invoice
Chat With Agent | Agent Chatted With | Chatted With Agent
Plan Trip | Trip Planned | Planned Trip
Associate Device | Device Associated | Associated Device
Open iOS app | iOS app opened | Opened iOS app
"""
FORMS: tuple[Form, ...] = ("verb-noun", "noun-verb-past", "verb-past-noun")


@pytest.mark.parametrize("row", ALIKE.strip().splitlines())
def test_each_form_from_each(row: str) -> None:
    names = dict(zip(FORMS, row.split(" | "), strict=True))
    for form, name in names.items():
        assert read_name(name).form == form
        assert {to: rewrite(name, to) for to in FORMS} == names


# The events of a public guide to good practice, as they would be in a catalog of verbs and nouns.
GUIDE = """
Start Checkout, Complete Purchase, View Category, View Item, View Promotion, View Restaurant, Complete Payment,
Rate Order, View Mortgage Page, Install Mobile App, Add To Cart, Remove From Cart, Add To Wish List
"""


@pytest.mark.parametrize("name", [name.strip() for name in GUIDE.replace("\n", " ").split(",")])
def test_the_guide_is_in_form(name: str) -> None:
    assert read_name(name).form == "verb-noun"
    assert rewrite(name, "verb-noun") == name


@pytest.mark.parametrize(
    ("name", "to", "expected"),
    [
        ("Filled Mortgage Form", "verb-noun", "Fill Mortgage Form"),
        ("Registered", "verb-noun", "Register"),
        ("Registered", "noun-verb-past", "Registered"),
        ("Viewed Insurance Offer", "verb-noun", "View Insurance Offer"),
        ("Insurance Renewed", "verb-noun", "Renew Insurance"),
        ("Loan Preapproved", "verb-noun", "Preapprove Loan"),
        ("Add To Cart", "noun-verb-past", "Added To Cart"),
        ("User Signed Up", "verb-noun", "Sign Up"),
        ("order.placed", "verb-noun", "order.place"),
        ("product.added_to_cart", "verb-noun", "product.add_to_cart"),
        ("Search", "noun-verb-past", "Searched"),
        ("catalogList_selected", "verb-noun", "select_catalogList"),
        ("documentsUpload_started", "verb-noun", "start_documentsUpload"),
        ("select_catalogList", "noun-verb-past", "catalogList_selected"),
        ("Song_Played", "verb-noun", "Play_Song"),
        ("Apply Coupon Clicked", "verb-noun", "Click Apply Coupon"),
        ("Place Online Order", "noun-verb-past", "Online Order Placed"),
        ("Account Not Found Page Viewed", "verb-noun", "View Account Not Found Page"),
        ("View Not Found Page", "noun-verb-past", "Not Found Page Viewed"),
        ("Restart Due to Crash", "noun-verb-past", "Restarted Due to Crash"),
        ("Move Playlist Out of Folder", "noun-verb-past", "Playlist Moved Out of Folder"),
        ("Make Public", "noun-verb-past", "Made Public"),
        ("Updated2fa", "verb-noun", "Update2FA"),
        ("Change Delivery Date", "noun-verb-past", "Delivery Date Changed"),
        ("View Exchange Rate", "noun-verb-past", "Exchange Rate Viewed"),
        ("Track Shipment", "noun-verb-past", "Shipment Tracked"),
        ("Searched", "verb-noun", "Search"),
        ("Frontend: IdV: front image clicked", "verb-noun", "Frontend: IdV: click front image"),
        ("[Client payments] Payment Request Sent", "verb-noun", "[Client payments] Send Payment Request"),
        ("Account Reset: cancel", "noun-verb-past", "Account Reset: cancelled"),
        ("Multi-Factor Auth: download backup code", "noun-verb-past", "Multi-Factor Auth: backup code downloaded"),
        ("Letter: Written", "noun-verb-past", "Letter: Written"),
        ("Remix: Hide", "noun-verb-past", "Remix: Hidden"),
        ("Cart - Product Added", "verb-noun", "Cart - Add Product"),
        ("Menu > Settings > Page Opened", "verb-noun", "Menu > Settings > Open Page"),
        ("sync_auth.sign_in", "noun-verb-past", "sync_auth.signed_in"),
        ("recently_closed_tabs.open_tab", "noun-verb-past", "recently_closed_tabs.tab_opened"),
        ("account:passwordReset", "verb-noun", "account:resetPassword"),
        ("Notification Clicked iOS", "verb-noun", "Click Notification iOS"),
        ("Email Soft Bounced", "verb-noun", "Soft Bounce Email"),
        ("Order Successfully Placed", "verb-noun", "Successfully Place Order"),
        ("Clicked a button", "noun-verb-past", "Button clicked"),
        ("Order Canceled", "verb-past-noun", "Canceled Order"),
        ("[Auth] User Signed In", "verb-noun", "[Auth] Sign In"),
        ("Order Placed (Server)", "verb-noun", "Place Order (Server)"),
        ("Views Content", "verb-noun", "View Content"),
        ("Product Added to Wishlist", "verb-noun", "Add Product to Wishlist"),
        ("Café Visited", "verb-noun", "Visit Café"),
        ("Break Cost Down", "noun-verb-past", "Cost Broken Down"),
        ("Order Put On Hold", "verb-noun", "Put Order On Hold"),
        ("Put On Hold", "noun-verb-past", "Put On Hold"),
        ("User Searched", "verb-noun", "Search"),
        ("Courier Ordered", "verb-noun", "Order Courier"),
        ("form_submit", "verb-noun", "submit_form"),
        ("form_submit", "noun-verb-past", "form_submitted"),
        ("account:password_button_click", "noun-verb-past", "account:password_button_clicked"),
        ("Song Played", "noun-verb", "Song Play"),
        ("Play Song", "noun-verb", "Song Play"),
        ("Item Added To Cart", "noun-verb", "Item Add To Cart"),
        ("Item Add To Cart", "verb-noun", "Add Item To Cart"),
        ("Newsletter Sign Up", "noun-verb-past", "Newsletter Signed Up"),
        ("User Signed Up", "noun-verb", "User Sign Up"),
        ("Signed Up", "noun-verb", "Sign Up"),
        ("Email Soft Bounced", "noun-verb", "Email Soft Bounce"),
        ("Buy Coin Modal Open", "verb-noun", "Open Buy Coin Modal"),
        ("Payment Failed", "noun-verb", "Payment Fail"),
        ("Payment Fail", "noun-verb-past", "Payment Failed"),
        ("Payment Fail", "verb-noun", None),
        ("Order Refunded", "noun-verb", None),
        ("Email Subscribe", "noun-verb-past", "Email Subscribed"),
        ("Email Subscribe", "verb-noun", None),
        ("cart_add", "verb-noun", None),
        ("cart_item_add", "verb-noun", "add_cart_item"),
    ],
)
def test_rewrites(name: str, to: Form, expected: str | None) -> None:
    assert rewrite(name, to) == expected


ALONE = """
Registration; Login; Checkout; Payment Overdue; Login To Web; Order Status; Search Results
Not Interested; Order Not Placed; will_be_due; Was Viewed; No Show; Passwort zurückgesetzt; Просмотр товара; 購入完了
formulaire-ajout:click; User created project; settings_show_privacy_policy; On Message Create
Shipment Out For Delivery; lab_result.available
Checkout Success; Email Complaint; Video Ad Playing; Failed Payment; Message Unread; Learn More; Sign Up Form; RSS Feed
Camera Off; Followed Site Notifications Off; Order Stuck; Invitation Unconfirmed; discover:showMore; add_card_start
Login Failed Due To Password Expired; recipient-authenticationfailed; Drop Down Menu; Low Balance Alert
Template Publish Intention
com.example.shop.opened; order.placed.v1; Button Clicked: Add to Cart; Click: Add to Cart
Contact Creation; Claim Approval; Order Deletion; Share Modal; Help Center Homepage; Support Overview; Review ID
Like Indicator; Filter Dropdown
Wallet Insufficient Balance; Experiment Conflicts; Already Associated; Garden Shed; First Purchase; Cost Per Click
item_drag_and_drop; in_app_purchase
Make your site more accessible; Animate an element while scrolling; TRANSFER_COIN_TO_WALLET_SUCCESS; Track Uploading
Lied abgespielt; View Count; Change Failure Rate; close_convert_lead; Web Vitals; Low Balance
account_login; user_engagement; SMS Send Skip; Ad Click Event
Triggered Send; Connection String Parsed Failed; 🎉; 42; account blocked / unblocked
"""


@pytest.mark.parametrize("name", [name.strip() for name in ALONE.replace("\n", ";").split(";") if name.strip()])
def test_left_alone(name: str) -> None:
    assert [rewrite(name, to) for to in FORMS] in (
        [None] * len(FORMS),
        [name if read_name(name).form == to else None for to in FORMS],
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Item Return", "Item Returned"),
        ("Learn More Click", "Learn More Clicked"),
        ("Card Move To Done", "Card Moved To Done"),
        ("Wallet Top Up", "Wallet Topped Up"),
        ("Can Upgrade", None),
        ("Could Not Connect", None),
        ("com.example.shop.open", None),
        ("On Page Load", None),
        ("First Purchase", None),
        ("Pricing Page", None),
        ("Web Vitals", None),
    ],
)
def test_among_names_that_end_in_their_verb_a_thing_is_what_is_done(name: str, expected: str | None) -> None:
    assert rewrite(name, "noun-verb-past", usual="noun-verb") == expected


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("form_submit", True),
        ("Bid Submit", True),
        ("Page View", False),
        ("Link Click", False),
        ("Level Start", False),
        ("Notification Open", False),
        ("Level Complete", False),
        # It is not the e-mail that is subscribed, nor the cart that is added.
        ("Email Subscribe", False),
        ("Cart Add", False),
    ],
)
def test_a_verb_that_comes_last_is_sure_where_it_is_nothing_else(name: str, sure: bool) -> None:
    reading = read_name(name)
    assert (reading.form, reading.sure) == ("noun-verb", sure)


def test_says_why() -> None:
    reading = read_name("Item Added To Cart")
    assert (reading.verb, reading.object, reading.tail, reading.sure) == ("add", "Item", "To Cart", True)
    assert reading.why == "“Added” is the past of “add” and comes after the noun"
    assert read_name("Song Played").why == "“Played” is the past of “play” and comes last"
    assert read_name("Form Filled Out").verb == "fill out"


@pytest.mark.parametrize("name", ["Search", "Login", "Rate", "Order"])
def test_one_word_is_ambiguous(name: str) -> None:
    assert read_name(name).form == "ambiguous"


@pytest.mark.parametrize(
    ("name", "to", "expected"),
    [
        ("Registration", "verb-noun", "Register"),
        ("Registration", "noun-verb-past", "Registered"),
        ("Cancellation", "verb-past-noun", "Cancelled"),
        ("Form Submission", "verb-noun", "Submit Form"),
        ("Form Submission", "noun-verb-past", "Form Submitted"),
        ("Login", "verb-noun", "Log In"),
        ("User Signup", "verb-noun", "Sign Up"),
        ("Page View", "noun-verb-past", "Page Viewed"),
        ("Tutorial Complete", "verb-noun", "Complete Tutorial"),
        ("Payment Overdue", "verb-noun", None),
        ("Song Played", "verb-noun", None),
        ("Failed Payment", "verb-noun", None),
        ("Drag And Drop", "verb-noun", None),
        ("item_drag_and_drop", "verb-noun", None),
    ],
)
def test_hints_at_the_verb_behind(name: str, to: Form, expected: str | None) -> None:
    assert verb_behind(name, to) == expected


def test_nobody_is_told_to_fail() -> None:
    assert rewrite("Failed To Load", "verb-noun") is None
    assert rewrite("Arrived At Store", "verb-noun") == "Arrive At Store"
    assert rewrite("Became Member", "noun-verb-past") is None


def test_asked_for_a_case() -> None:
    assert rewrite("song_played", "verb-noun", case="title") == "Play Song"
    assert rewrite("Play Song", "verb-noun", case="snake") == "play_song"


def test_what_is_like_english() -> None:
    assert is_english_like("Song Played 🎉")
    assert not is_english_like("Просмотр")
    assert not is_english_like("Vіewed")  # with a Cyrillic і
    assert not is_english_like("🎉")


def test_what_would_be_read_in_another_way_is_not_written() -> None:
    assert rewrite("Made in Italy Clicked", "verb-noun") is None
    assert rewrite("Recommend Show", "verb-past-noun") is None


def test_how_it_went_is_no_command() -> None:
    assert rewrite("Create Account: Blocked", "verb-noun") is None
    assert rewrite("Experiment Conflicted", "verb-noun") is None


def test_the_reason_names_the_verb_it_means() -> None:
    assert "“remove” stands in the middle" in read_name("message_reaction_remove_all").why


def test_what_is_no_word_is_not_proposed() -> None:
    assert verb_behind("Wallet Insufficient Balance", "noun-verb-past") is None


def test_a_set_at_the_end_of_humps_is_what_was_done() -> None:
    assert rewrite("viewPortionSet", "verb-noun") == "setViewPortion"
    assert rewrite("viewIconSet", "noun-verb-past") == "iconSetViewed"


def test_no_past_is_taken_for_another_language() -> None:
    for name in ("Guitar Strung", "Leak Sprung", "Banner Overhung"):
        assert "language" not in read_name(name).why
    assert rewrite("Guitar Strung", "verb-noun") == "String Guitar"
    assert "language" in read_name("Anmeldung").why
