"""How an alert leaves the house: by mail or webhook; what goes wrong is one sentence."""

import json
import smtplib
import ssl
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from teamback.reports.alert import Message
from teamback.settings import Settings

_PATIENCE = 15.0  # seconds


def send(channel: str, message: Message, to_lead: bool, by: Settings) -> str | None:
    """Hands an alert over; gives None when it was taken, else in a sentence why not."""
    try:
        POST[channel](message, to_lead, by)
    except smtplib.SMTPRecipientsRefused:
        return "The mail server refused every address."
    except smtplib.SMTPNotSupportedError:
        return "The mail server does not offer what is set (STARTTLS, or signing in)."
    except smtplib.SMTPResponseException as error:
        return f"The mail server refused it ({error.smtp_code})."
    except HTTPError as error:
        return f"The webhook refused it ({error.code})."
    except (OSError, smtplib.SMTPException) as error:
        return f"The {_NAMES[channel]} could not be reached ({type(error).__name__})."
    return None


def _mail(message: Message, to_lead: bool, by: Settings) -> None:
    to = [*_addresses(by.alert_to), *(_addresses(by.alert_to_lead) if to_lead else [])]
    mail = EmailMessage()
    mail["Subject"] = message.subject
    mail["From"] = by.alert_from or to[0]
    mail["To"] = ", ".join(to)
    mail["Date"] = message.at
    mail["X-Priority"] = "1"
    mail.set_content(message.text)
    with _server(by) as server:
        if by.alert_smtp_user:
            server.login(by.alert_smtp_user, by.alert_smtp_password.get_secret_value())
        server.send_message(mail)


def _server(by: Settings) -> smtplib.SMTP:
    host, port = by.alert_smtp_host or "", by.alert_smtp_port
    trusted = ssl.create_default_context()
    if by.alert_smtp_security == "tls":
        return smtplib.SMTP_SSL(host, port, timeout=_PATIENCE, context=trusted)
    server = smtplib.SMTP(host, port, timeout=_PATIENCE)
    if by.alert_smtp_security == "starttls":
        try:
            server.starttls(context=trusted)
        except BaseException:
            server.close()
            raise
    return server


def _addresses(text: str) -> list[str]:
    return [address.strip() for address in text.split(",") if address.strip()]


def _webhook(message: Message, _: bool, by: Settings) -> None:
    said = json.dumps(message.as_json).encode()
    asked = Request(by.alert_webhook or "", said, {"Content-Type": "application/json"}, method="POST")
    urlopen(asked, timeout=_PATIENCE).close()


POST: Mapping[str, Callable[[Message, bool, Settings], None]] = {"mail": _mail, "webhook": _webhook}
"""By the words of CHANNELS."""
_NAMES = {"mail": "mail server", "webhook": "webhook"}
