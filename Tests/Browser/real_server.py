"""The real server as a child process, and people on sockets written from Docs/Protocol.md."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import secrets
import signal
import subprocess
import threading
import urllib.request
from pathlib import Path
from typing import Any, Callable

import websockets

ROOT = Path(__file__).resolve().parents[2]


def program() -> str:
    """The server to test: ATELIER, or the last build."""
    built = [ROOT / ".build" / kind / "atelier" for kind in ("release", "debug")]
    return os.environ.get("ATELIER") or str(next(path for path in built if path.exists()))


class RealServer:
    """One `atelier serve` with a folder of its own; can be killed and started again."""

    def __init__(self, data: Path, port: int = 0) -> None:
        self.data = data
        self.port = port
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [
                program(), "serve", "--host", "127.0.0.1", "--port", str(self.port),
                "--data", str(self.data), "--web", str(ROOT / "web" / "build"),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            found = re.search(r"http://localhost:(\d+)/$", line.strip())
            if found:
                self.port = int(found[1])
                break
        self.origin = f"http://localhost:{self.port}"

    def kill(self) -> None:
        """Ends the process at once, as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)

    def create(self, **room: Any) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.origin}/api/rooms",
            data=json.dumps({"title": "Atelier", "language": "fr", **room}).encode(),
            method="POST",
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def export(self, code: str, secret: str, kind: str = "json") -> str:
        request = urllib.request.Request(
            f"{self.origin}/api/rooms/{code}/export.{kind}",
            headers={"Authorization": f"Bearer {secret}"},
        )
        with urllib.request.urlopen(request) as answer:
            return answer.read().decode("utf-8-sig")


class Seat:
    """One simulated participant: a map of entities and an outbox, on one socket."""

    def __init__(self, server: RealServer, code: str, number: int) -> None:
        self.server = server
        self.code = code
        self.number = number
        self.token = base64.urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("=")
        self.entities: dict[str, Any] = {}
        self.outbox: dict[str, dict[str, Any]] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.sent = 0
        self.socket: Any = None
        self.changed = asyncio.Event()

    async def live(self) -> None:
        """Stays in the room, coming back whenever the connection breaks."""
        while True:
            try:
                url = f"ws://localhost:{self.server.port}/live/{self.code}"
                async with websockets.connect(url, subprotocols=["atelier.v1"]) as socket:
                    await self.stay(socket)
            except (OSError, websockets.WebSocketException):
                pass
            self.socket = None
            await asyncio.sleep(0.2 + secrets.randbelow(300) / 1000)

    async def stay(self, socket: Any) -> None:
        join = {"do": "join", "role": "participant", "token": self.token, "client": "seat", "lang": "fr"}
        await socket.send(json.dumps(join))
        async for text in socket:
            message = json.loads(text)
            if message["type"] == "welcome":
                self.socket = socket
                for command in self.outbox.values():
                    await socket.send(json.dumps(command))
            elif message["type"] == "update":
                if message.get("full"):
                    self.entities.clear()
                self.entities.update(message["put"])
                for key in message["del"]:
                    self.entities.pop(key, None)
            elif message["type"] in ("ack", "refused") and message.get("code") != "not-saved":
                self.answers[message["id"]] = message
                self.outbox.pop(message["id"], None)
            self.changed.set()

    async def send(self, **command: Any) -> str:
        self.sent += 1
        name = f"c{self.sent}"
        self.outbox[name] = {"id": name, **command}
        if self.socket:
            try:
                await self.socket.send(json.dumps(self.outbox[name]))
            except websockets.WebSocketException:
                pass
        return name

    async def until(self, condition: Callable[["Seat"], Any], within: float = 20) -> None:
        """Waits for something to be true of this seat."""

        async def wait() -> None:
            while not condition(self):
                self.changed.clear()
                await self.changed.wait()

        await asyncio.wait_for(wait(), within)


class Crowd:
    """Simulated seats on a thread of their own, driven from ordinary test code."""

    def __init__(self, server: RealServer, code: str, count: int) -> None:
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        self.seats = [Seat(server, code, number) for number in range(count)]
        for seat in self.seats:
            asyncio.run_coroutine_threadsafe(seat.live(), self.loop)
        self.wait(lambda seat: "room" in seat.entities)

    def wait(self, condition: Callable[[Seat], Any], within: float = 20) -> None:
        """Waits until `condition` is true of every seat."""

        async def all_of_them() -> None:
            await asyncio.gather(*(seat.until(condition, within) for seat in self.seats))

        asyncio.run_coroutine_threadsafe(all_of_them(), self.loop).result(within + 5)

    def each(self, deed: Callable[[Seat], dict[str, Any] | None]) -> None:
        """Every seat sends the command that `deed` gives for it, and has it answered."""

        async def one(seat: Seat) -> None:
            command = deed(seat)
            if command is not None:
                name = await seat.send(**command)
                await seat.until(lambda seat: name in seat.answers, 30)

        async def all_of_them() -> None:
            await asyncio.gather(*(one(seat) for seat in self.seats))

        asyncio.run_coroutine_threadsafe(all_of_them(), self.loop).result(40)

    def send(self, deed: Callable[[Seat], dict[str, Any] | None]) -> None:
        """Every seat sends without waiting for the answer."""

        async def all_of_them() -> None:
            for seat in self.seats:
                command = deed(seat)
                if command is not None:
                    await seat.send(**command)

        asyncio.run_coroutine_threadsafe(all_of_them(), self.loop).result(20)
