"""Asking the product for a page without a browser: what is sent to whoever types an address."""

from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

PATIENCE = 30  # seconds for one frame
WHOLE = ForwardMsg.FINISHED_SUCCESSFULLY


def asked_plainly(url: str, page: str, address: dict[str, str | int]) -> bytes:
    """All that the server sends for `/page?address` until its script is over."""
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.query_string = urlencode(address)
    received, message = list[bytes](), ForwardMsg()
    with connect(f"{url.replace('http', 'ws', 1)}/_stcore/stream", origin=url, max_size=None) as socket:
        socket.send(asked.SerializeToString())
        while message.WhichOneof("type") != "script_finished" or message.script_finished != WHOLE:
            received.append(socket.recv(timeout=PATIENCE, decode=False))
            message.ParseFromString(received[-1])
    return b"".join(received)
