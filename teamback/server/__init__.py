"""Around Streamlit: start and stop, the doorway with its headers, the sign-in gate, and its own routes."""

from starlette.middleware import Middleware
from starlette.routing import Route

from teamback.server.bundles import Bundles
from teamback.server.doorway import SECURITY_HEADERS, Doorway
from teamback.server.gate import OWN_ACCOUNT, SIGN_OUT, Gate
from teamback.server.own_account import own_account
from teamback.server.phone import phone
from teamback.server.signing_in import FIRST_ACCOUNT, first_account, login, logout
from teamback.server.single_sign_on import BACK, come_back, leave, remembering
from teamback.server.starting import lifespan, readyz, say_plainly

__all__ = ["SECURITY_HEADERS", "lifespan", "middleware", "readyz", "routes", "say_plainly"]

_FORM = ["GET", "POST"]

routes = [
    Route("/readyz", readyz),
    Route("/login", login, methods=_FORM),
    Route(SIGN_OUT, logout, methods=_FORM),
    Route(OWN_ACCOUNT, own_account, methods=_FORM),
    Route(FIRST_ACCOUNT, first_account, methods=_FORM),
    Route("/phone", phone, methods=_FORM),
    Route("/sso", leave, middleware=remembering),
    Route(BACK, come_back, middleware=remembering),
]
middleware = [Middleware(Doorway), Middleware(Bundles), Middleware(Gate)]
