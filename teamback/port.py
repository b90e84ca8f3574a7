"""How the product answers on a port of this computer alone, with Streamlit run as a program."""

import datetime as dt
import ipaddress
import os
import runpy
import socket
import sys
from pathlib import Path

import click

from teamback.record.refusal import Refusal
from teamback.settings import ROOT
from teamback.store import open_store


def refuse_address(host: str, port: int) -> None:
    """Until people can sign in, this computer alone is served; and a port has to be free."""
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        only = "teamback serves this computer only until people can sign in"
        raise Refusal(f"{only}: {host} is not a loopback address. Use --host 127.0.0.1.")
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
