"""How the product answers on a port, with Streamlit run as a program."""

import datetime as dt
import ipaddress
import os
import runpy
import socket
import sys
from importlib.util import find_spec
from pathlib import Path

import click
from pydantic import ValidationError

from teamback.access import claims
from teamback.record.refusal import Refusal
from teamback.settings import ROOT, Settings
from teamback.store import open_store
from teamback.store.queries.accounts import has_accounts
from teamback.store.using import using


def refuse_settings(address: str, host: str) -> None:
    """Other computers are served once people can sign in, and over https alone."""
    said = _settings()
    if said.oidc_metadata:
        claims.check({value: claims.Grant(**vars(granted)) for value, granted in said.oidc_roles.items()})
        if find_spec("authlib") is None:
            raise Refusal("TEAMBACK_OIDC_METADATA needs the extra 'sso': install teamback[sso].")
    if _is_loopback(host):
        return
    if not said.secure:
        raise Refusal(
            f"{host} is reached from other computers, so passwords would travel in the clear: put a proxy "
            "with TLS before it and name its address, TEAMBACK_URL=https://... (docs/deploy.md). "
            "For this computer alone use --host 127.0.0.1."
        )
    with using(address, make=True) as store:
        if not said.oidc_metadata and not has_accounts(store):
            raise Refusal(
                f"{host} is reached from other computers, and nobody can sign in yet. Make the lead's "
                "account first (teamback user add), or name the club's own sign-in (TEAMBACK_OIDC_METADATA)."
            )


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)[0]
        name = "_".join(str(part) for part in wrong["loc"][:1]).upper()
        raise Refusal(f"TEAMBACK_{name} cannot be used: {wrong['msg']}.") from error


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_port(host: str, port: int) -> None:
    """A port has to be free, and an address this computer's."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        why = os.strerror(error.errno or 0)
        said = f"Port {port} is not free ({why}). Stop what answers there, or name another: --port."
        raise Refusal(said) from error


def run_streamlit(
    address: str, host: str, port: int, browser: bool, *, demo: bool, today: dt.date | None
) -> None:
    """Runs the front door in this process; its settings reach the pages through the surroundings."""
    if "://" not in address:
        address = str(Path(address).expanduser().absolute())  # Streamlit runs in the folder of the program
    os.environ |= {"TEAMBACK_STORE": address, "TEAMBACK_DEMO": str(demo)}
    os.environ.pop("TEAMBACK_TODAY", None)
    if today:
        os.environ["TEAMBACK_TODAY"] = today.isoformat()
    open_store(address).close()
    os.chdir(ROOT)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"teamback answers at http://{shown}:{port} (stop it with Ctrl+C)")
    options = {"server.address": host, "server.port": port, "server.headless": str(not browser).lower()}
    given = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    sys.argv = ["streamlit", "run", str(ROOT / "streamlit_app.py"), *given]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
