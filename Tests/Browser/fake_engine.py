"""A fake engine: serves the built pages with their headers and plays the server's side of a socket.

Tests say what the room looks like (a map of entities) and what the engine answers; every screen is
then the same on every run. The real server has its own tests beside these.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Callable

BUILD = Path(__file__).resolve().parents[2] / "web" / "build"
CODE = "K7PM2X"
SECRET = "AAECAwQFBgcICQoLDA0ODw"

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)

PAGES = {"facilitate": "facilitate.html", "display": "display.html", "guest": "guest.html"}


def qr_svg() -> bytes:
    """Not a real QR code: squares where one would be, the same every time."""
    state, dark = 7, []
    for y in range(29):
        for x in range(29):
            state = (state * 1103515245 + 12345) % 2**31
            corner = (x < 8 or x > 20) and y < 8 or x < 8 and y > 20
            if not corner and state >> 16 & 1:
                dark.append(f"M{x + 4} {y + 4}h1v1h-1z")
    for cx, cy in ((4, 4), (26, 4), (4, 26)):
        dark.append(f"M{cx} {cy}h7v7h-7zM{cx + 1} {cy + 1}v5h5v-5z")
        dark.append(f"M{cx + 2} {cy + 2}h3v3h-3z")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37">'
    svg += f'<rect width="37" height="37" fill="#fff"/><path d="{"".join(dark)}"/></svg>'
    return svg.encode()


class PageServer:
    """Serves web/build on a free port of this machine, with the state a test gives it."""

    def __init__(self) -> None:
        self.boot: dict[str, Any] = {"code": None, "update": None}
        self.created: list[dict[str, Any]] = []
        manifest = json.loads((BUILD / "manifest.json").read_text())
        self.files = {entry["path"]: entry for entry in manifest}
        outer = self

        class Answers(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                outer.get(self)

            def do_POST(self) -> None:
                outer.post(self)

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.http.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def get(self, exchange: BaseHTTPRequestHandler) -> None:
        path = exchange.path.split("?")[0]
        entry = self.files.get(path)
        if entry is not None and path != "/":
            packed = BUILD / (entry["file"] + ".br")
            if packed.exists() and "br" in exchange.headers.get("Accept-Encoding", ""):
                return self.answer(exchange, 200, entry["contentType"], packed.read_bytes(), "br")
            body = (BUILD / entry["file"]).read_bytes()
            return self.answer(exchange, 200, entry["contentType"], body)
        if path.startswith("/api/"):
            return self.api(exchange, path)
        name = (
            "index.html" if path == "/" else PAGES.get(path.rsplit("/", 1)[-1], "participant.html")
        )
        html = (BUILD / name).read_text()
        boot = json.dumps(self.boot, ensure_ascii=False).replace("<", "\\u003c")
        place = '<script type="application/json" id="boot">null</script>'
        assert place in html
        html = html.replace(place, place.replace("null", boot))
        known = path == "/" or self.boot["code"] is not None
        self.answer(exchange, 200 if known else 404, "text/html; charset=utf-8", html.encode())

    def api(self, exchange: BaseHTTPRequestHandler, path: str) -> None:
        if path.endswith("/qr.svg"):
            return self.answer(exchange, 200, "image/svg+xml", qr_svg())
        if "/export." in path:
            told = exchange.headers.get("Authorization")
            if told != f"Bearer {SECRET}":
                return self.json(exchange, 401, {"code": "wrong-secret", "say": "?"})
            return self.answer(exchange, 200, "text/csv", b"question;count\n")
        if path.endswith("/links"):
            return self.json(exchange, 200, {"code": CODE, "links": self.links()})
        if path == f"/api/rooms/{CODE}":
            return self.json(exchange, 200, {"code": CODE, "title": "x", "phase": "open"})
        self.json(exchange, 404, {"code": "room-unknown", "say": "?"})

    def post(self, exchange: BaseHTTPRequestHandler) -> None:
        length = int(exchange.headers.get("Content-Length", "0"))
        self.created.append(json.loads(exchange.rfile.read(length)))
        self.json(exchange, 201, {"code": CODE, "links": self.links()})

    def links(self) -> dict[str, str]:
        link = f"{self.origin}/{CODE}"
        return {
            "participant": link,
            "facilitator": f"{link}/facilitate#{SECRET}",
            "display": f"{link}/display#{SECRET}",
            "guest": f"{link}/guest#{SECRET}",
        }

    def json(self, exchange: BaseHTTPRequestHandler, status: int, value: Any) -> None:
        self.answer(exchange, status, "application/json", json.dumps(value).encode())

    def answer(
        self,
        exchange: BaseHTTPRequestHandler,
        status: int,
        kind: str,
        body: bytes,
        encoding: str | None = None,
    ) -> None:
        exchange.send_response(status)
        if encoding is not None:
            exchange.send_header("Content-Encoding", encoding)
        exchange.send_header("Content-Type", kind)
        exchange.send_header("Content-Length", str(len(body)))
        exchange.send_header("Content-Security-Policy", CSP)
        exchange.send_header("X-Content-Type-Options", "nosniff")
        exchange.send_header("Referrer-Policy", "no-referrer")
        exchange.send_header("Cache-Control", "no-store")
        exchange.end_headers()
        exchange.wfile.write(body)


Answer = Callable[["Engine", dict[str, Any]], None]


def acknowledge(engine: "Engine", command: dict[str, Any]) -> None:
    engine.send({"type": "ack", "id": command["id"], "rev": engine.rev})


@dataclass
class Engine:
    """The server's side of one page's sockets."""

    entities: dict[str, Any]
    answer: Answer = acknowledge
    welcome_name: str = "Loutre bleue"
    rev: int = 12
    accepts: bool = True
    joins: list[dict[str, Any]] = field(default_factory=list)
    commands: list[dict[str, Any]] = field(default_factory=list)
    socket: Any = None
    bye: dict[str, Any] | None = None

    def attach(self, page: Any) -> None:
        page.route_web_socket("**/live/**", lambda ws: self.open(ws))

    def open(self, ws: Any) -> None:
        if not self.accepts:
            ws.close(code=1011)
            return
        self.socket = ws
        ws.on_message(lambda text: self.receive(ws, text))

    def receive(self, ws: Any, text: str) -> None:
        message = json.loads(text)
        if message["do"] == "join":
            self.joins.append(message)
            return self.welcome(message)
        if message["do"] == "ping":
            return self.send({"type": "pong", "id": message["id"]})
        self.commands.append(message)
        self.answer(self, message)

    def welcome(self, join: dict[str, Any]) -> None:
        if self.bye is not None:
            return self.send({"type": "bye", **self.bye})
        role = join["role"]
        welcome = {
            "type": "welcome",
            "role": role,
            "rev": self.rev,
            "serverTimeMs": 1795377600000,
            "limits": {"messageBytes": 16384, "noteCharacters": 500},
        }
        if role == "participant":
            name = join.get("name", self.welcome_name)
            welcome["seat"] = {"id": "00c0ffee00c0ffee", "name": name}
        self.send(welcome)
        self.send(
            {"type": "update", "rev": self.rev, "full": True, "put": self.entities, "del": []}
        )

    def send(self, message: dict[str, Any]) -> None:
        self.socket.send(json.dumps(message))

    def put(self, changed: dict[str, Any], removed: list[str] | None = None) -> None:
        """Changes the room and tells the page."""
        self.entities = {**self.entities, **changed}
        for key in removed or []:
            self.entities.pop(key, None)
        self.rev += 1
        self.send({"type": "update", "rev": self.rev, "put": changed, "del": removed or []})

    def drop(self) -> None:
        """Loses the connection without a goodbye."""
        self.socket.close(code=1001)
