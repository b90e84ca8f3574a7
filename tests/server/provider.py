"""A small OpenID Connect provider over HTTP on this computer: discovery, authorize, token, keys, userinfo."""

import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

CLIENT, SECRET = "teamback", "the secret of the client"


@dataclass
class Provider:
    """Who is signed in there, and what it says of them; `wrong` bends the next token."""

    url: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}))
    signing_key: RSAKey | None = None
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def discovery(self, request: Request) -> JSONResponse:
        """What there is, and where."""
        places = ("authorize", "token", "jwks", "userinfo")
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
        said = {name: f"{self.url}/{place}" for name, place in zip(names, places, strict=True)}
        return JSONResponse(
            said
            | {
                "issuer": self.url,
                "response_types_supported": ["code"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    def authorize(self, request: Request) -> RedirectResponse:
        """Whoever is signed in here agrees."""
        asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{back}", status_code=302)

    async def token(self, request: Request) -> JSONResponse:
        """A signed token for a code, once, to the client that proves itself."""
        said = {name: value[0] for name, value in parse_qs((await request.body()).decode()).items()}
        given = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        asked = self.codes.pop(said.get("code", ""), None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(said.get("code_verifier", "").encode()).digest())
        if (
            asked is None
            or tuple(unquote(part.replace("+", " ")) for part in given.split(":")) != (CLIENT, SECRET)
            or asked["redirect_uri"] != said["redirect_uri"]
            or asked["code_challenge"] != proof.decode().rstrip("=")
        ):
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        now = int(time.time())
        about = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": asked["nonce"]}
        claims = about | self.person | self.wrong
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.signing_key or self.key)
        return JSONResponse({"access_token": "opens userinfo", "token_type": "Bearer", "id_token": signed})

    def jwks(self, request: Request) -> JSONResponse:
        """The public key."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    def userinfo(self, request: Request) -> JSONResponse:
        """The rest of what it knows."""
        assert request.headers["authorization"] == "Bearer opens userinfo"
        return JSONResponse({"sub": self.person["sub"]} | self.more)


@contextmanager
def running_provider() -> Iterator[Provider]:
    """The provider on a free port until the block ends."""
    provider = Provider()
    routes = [
        Route("/.well-known/openid-configuration", provider.discovery),
        Route("/authorize", provider.authorize),
        Route("/token", provider.token, methods=["POST"]),
        Route("/jwks", provider.jwks),
        Route("/userinfo", provider.userinfo),
    ]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    provider.url = f"http://127.0.0.1:{port}"
    yield provider
    server.should_exit = True
    thread.join(10)
