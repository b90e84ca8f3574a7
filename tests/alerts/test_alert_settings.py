"""What has to be set before an alert leaves the house."""

import pytest
from pydantic import ValidationError

from teamback.app.alert_watch import look
from teamback.record.events import RedFlagScreen
from teamback.rounds.keeping import keep
from teamback.rounds.urgent.alerting import sent_about
from teamback.settings import Settings
from teamback.store import Store
from tests.squads import MONDAY, a_squad, oneself


def test_where_nothing_is_set_nothing_leaves(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    screen = RedFlagScreen(day=MONDAY, athlete=kari, yes=("saddle",), confirmed=True)
    keep(store, [screen], oneself(kari), None)
    assert Settings(demo=True).alert_channels == ()
    assert look(store, Settings()) == 0
    assert sent_about(store, [kari]) == []


def test_mail_leaves_only_to_somebody() -> None:
    assert Settings(alert_smtp_host="mail.club.example").alert_channels == ()
    assert Settings(alert_smtp_host="mail.club.example", alert_to="a@b.example").alert_channels == ("mail",)


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError, match="must begin with https://"):
        Settings(alert_webhook="file:///etc/passwd")
