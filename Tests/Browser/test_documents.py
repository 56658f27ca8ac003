"""The descriptions for tools say what the server does and what the protocol's page says."""

from __future__ import annotations

import http.client
import json
import re
import secrets
from pathlib import Path
from typing import Any, Iterator

import pytest
import yaml
from jsonschema import Draft202012Validator
from websockets.sync.client import connect

from real_server import ROOT, RealServer

PAGE = (ROOT / "Docs" / "Protocol.md").read_text(encoding="utf-8")
FIXTURES: dict[str, Any] = {
    name: json.loads(text)
    for name, text in re.findall(r"```json (\S+)\n(.*?)\n```", PAGE, re.DOTALL)
}
OPEN = yaml.safe_load((ROOT / "Docs" / "openapi.yaml").read_text(encoding="utf-8"))
ASYNC = yaml.safe_load((ROOT / "Docs" / "asyncapi.yaml").read_text(encoding="utf-8"))
VERBS = ["get", "post", "put", "patch", "delete"]
OPERATIONS = [
    (path, verb, operation)
    for path, item in OPEN["paths"].items()
    for verb, operation in item.items()
    if verb in VERBS
]


def section(number: int) -> str:
    """The text of one numbered section of the protocol's page."""
    return PAGE.split(f"\n## {number}. ")[1].split("\n## ")[0]


def resolved(document: Any, node: dict[str, Any]) -> dict[str, Any]:
    """What a reference within `document` stands for."""
    if "$ref" not in node:
        return node
    target = document
    for part in node["$ref"].removeprefix("#/").split("/"):
        target = target[part]
    return target


def check(document: Any, name: str, value: Any) -> None:
    """Holds `value` to one of the schemas of `document`."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    Draft202012Validator(schema).validate(value)


# HTTP, against a real server.


class Site:
    """One server with one open room."""

    def __init__(self, server: RealServer) -> None:
        self.server = server
        self.room = server.create(title="Essai", language="en")
        self.code = self.room["code"]
        self.secret = self.room["links"]["facilitator"].split("#")[1]

    def ask(
        self, verb: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[http.client.HTTPResponse, bytes]:
        line = http.client.HTTPConnection("localhost", self.server.port, timeout=20)
        line.request(verb.upper(), path, body, headers)
        answer = line.getresponse()
        content = answer.read()
        line.close()
        return answer, content

    def path(self, template: str, code: str | None = None) -> str:
        return template.replace("{code}", code or self.code)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    server = RealServer(tmp_path_factory.mktemp("data"))
    yield Site(server)
    server.stop()


def expected(path: str, verb: str, status: int) -> dict[str, Any]:
    """What openapi.yaml says of this answer."""
    responses = OPEN["paths"][path][verb]["responses"]
    assert str(status) in responses, f"{verb} {path} answered {status}"
    return resolved(OPEN, responses[str(status)])


def matches(path: str, verb: str, answer: http.client.HTTPResponse, content: bytes) -> None:
    """Holds an answer to its description: the type, and the schema where there is one."""
    described = expected(path, verb, answer.status).get("content", {})
    if not described:
        return
    kind = (answer.getheader("Content-Type") or "").split(";")[0]
    assert kind in described
    if "schema" in described[kind]:
        name = described[kind]["schema"]["$ref"].rsplit("/", 1)[1]
        check(OPEN, name, json.loads(content))


def usual(site: Site, path: str, verb: str) -> tuple[http.client.HTTPResponse, bytes]:
    """The request that a well-behaved client makes."""
    led = "security" in OPEN["paths"][path][verb]
    headers = {"Authorization": f"Bearer {site.secret}"} if led else {}
    body = json.dumps(FIXTURES["room-create"]).encode() if verb == "post" else None
    return site.ask(verb, site.path(path), body, **headers)


PLAIN = [one for one in OPERATIONS if not one[0].startswith("/live")]


@pytest.mark.parametrize("path,verb,operation", PLAIN, ids=lambda part: str(part)[:40])
def test_every_operation_answers_as_described(
    site: Site, path: str, verb: str, operation: dict[str, Any]
) -> None:
    answer, content = usual(site, path, verb)
    assert answer.status == (201 if verb == "post" else 200)
    matches(path, verb, answer, content)


@pytest.mark.parametrize("path", sorted({path for path, _, _ in PLAIN}))
def test_other_verbs_are_told_which_there_are(site: Site, path: str) -> None:
    known = {verb for verb in VERBS if verb in OPEN["paths"][path]}
    for other in set(VERBS) - known:
        answer, content = site.ask(other, site.path(path), None if other == "get" else b"")
        assert answer.status == 405
        allowed = {one.strip().lower() for one in (answer.getheader("Allow") or "").split(",")}
        assert allowed == known | ({"head"} if "get" in known else set())
        check(OPEN, "Refusal", json.loads(content))


def test_every_path_of_the_page_is_described() -> None:
    listed = set()
    for row in re.findall(r"^\| (`(?:GET|POST) .*?) \|", section(7), re.MULTILINE):
        verb = row[1:].split()[0].lower()
        folder = ""
        for path in re.findall(r"`(?:GET |POST )?([^`]*)`", row):
            # "`/api/rooms/CODE/export.json` · `.csv`" names two paths.
            full = folder + path if path.startswith(".") else path
            folder = full.rsplit(".", 1)[0]
            listed.add((full.replace("CODE", "{code}"), verb))
    assert listed == {(path, verb) for path, verb, _ in PLAIN}


@pytest.mark.parametrize(
    "verb,path,sent,status,code",
    [
        ("post", "/api/rooms", {"body": b"{}"}, 400, "invalid-room"),
        ("post", "/api/rooms", {"body": b'{"title":" "}'}, 400, "invalid-room"),
        ("post", "/api/rooms", {"body": b" " * 262_145}, 413, "body-too-large"),
        ("post", "/api/rooms", {"Origin": "https://example.org"}, 403, "foreign-origin"),
        ("get", "/api/rooms/{code}", {"code": "222222"}, 404, "room-unknown"),
        ("get", "/api/rooms/{code}/export.json", {}, 401, "unauthorised"),
        ("get", "/api/rooms/{code}/links", {}, 401, "unauthorised"),
        ("get", "/api/rooms/{code}/export.csv", {"code": "222222"}, 404, "room-unknown"),
        ("get", "/metrics", {"X-Forwarded-For": "192.0.2.1"}, 404, "not-found"),
        ("get", "/{code}", {"code": "222222"}, 404, None),
        ("get", "/{code}/facilitate", {"code": "222222"}, 404, None),
        ("get", "/live/{code}", {}, 404, None),
    ],
)
def test_refusals_are_described(
    site: Site, verb: str, path: str, sent: dict[str, Any], status: int, code: str | None
) -> None:
    sent = dict(sent)
    body, room = sent.pop("body", None), sent.pop("code", None)
    answer, content = site.ask(verb, site.path(path, room), body, **sent)
    assert answer.status == status
    matches(path, verb, answer, content)
    if code:
        assert json.loads(content)["code"] == code


def test_upgrades_are_described(site: Site) -> None:
    for headers, status in [
        ({}, 400),
        ({"Sec-WebSocket-Protocol": "chat"}, 400),
        ({"Sec-WebSocket-Protocol": "atelier.v1"}, 101),
        ({"Sec-WebSocket-Protocol": "atelier.v1", "Origin": "https://example.org"}, 403),
    ]:
        line = http.client.HTTPConnection("localhost", site.server.port, timeout=20)
        line.request("GET", site.path("/live/{code}"), headers={
            "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "AAECAwQFBgcICQoLDA0ODw==", **headers,
        })
        assert line.getresponse().status == status
        expected("/live/{code}", "get", status)
        line.close()


def test_every_http_error_of_the_page_is_in_the_schema() -> None:
    listed = set(re.findall(r"^\| `([a-z-]+)` \| \d{3} \|", section(7), re.MULTILINE))
    assert listed == set(OPEN["components"]["schemas"]["Refusal"]["properties"]["code"]["enum"])


def test_too_many_wrong_codes_are_refused(site: Site) -> None:
    """Last of the HTTP tests: the address may not guess for a while after it."""
    for _ in range(2_000):
        answer, content = site.ask("get", "/api/rooms/222222")
        matches("/api/rooms/{code}", "get", answer, content)
        if answer.status == 429:
            break
    assert answer.status == 429
    assert json.loads(content)["code"] == "too-many-tries"


# The socket: the page's examples, then a real server.


MESSAGES = ASYNC["components"]["messages"]
EXAMPLES = [
    (name, message, example) for name, message in MESSAGES.items()
    for example in message.get("examples", [])
]


@pytest.mark.parametrize("name,message,example", EXAMPLES, ids=lambda part: str(part)[:20])
def test_examples_are_those_of_the_page(
    name: str, message: dict[str, Any], example: dict[str, Any]
) -> None:
    assert example["payload"] == FIXTURES[example["name"]]
    check(ASYNC, message["payload"]["$ref"].rsplit("/", 1)[1], example["payload"])


def test_every_message_of_the_page_is_an_example() -> None:
    said = {name for name, value in FIXTURES.items() if "type" in value or "do" in value}
    assert said == {example["name"] for _, _, example in EXAMPLES}


def test_entities_of_the_page_fit_their_schemas() -> None:
    schemas = {"poll": "LaunchedActivity", "wall": "LaunchedActivity", "tally": "Tally"}
    for name, value in FIXTURES.items():
        schema = schemas.get(name.split("-")[0]) if "do" not in value else None
        if schema:
            check(ASYNC, schema, value)
    check(ASYNC, "Note", FIXTURES["note"])
    for table in FIXTURES["tables"]:
        check(ASYNC, "Table", table)


def test_verbs_and_goodbyes_are_those_of_the_page() -> None:
    schemas = ASYNC["components"]["schemas"]
    verbs = re.findall(r"^\| `((?!do`)[a-z.]+)` \|", section(4), re.MULTILINE)
    assert set(verbs) == set(schemas["Command"]["properties"]["do"]["enum"])
    goodbyes = re.findall(r"^\| `([a-z-]+)` \| \d{4}", section(6), re.MULTILINE)
    assert set(goodbyes) == set(schemas["Bye"]["properties"]["code"]["enum"])


class Tab:
    """One connection that holds everything it hears to the schemas."""

    def __init__(self, server: RealServer, code: str, **join: Any) -> None:
        url = f"ws://localhost:{server.port}/live/{code}"
        self.socket = connect(url, subprotocols=["atelier.v1"])  # type: ignore[list-item]
        self.entities: dict[str, Any] = {}
        self.sent = 0
        self.send({"do": "join", "client": "tab", **join}, "Join")

    def send(self, message: dict[str, Any], schema: str = "Command") -> None:
        check(ASYNC, schema, message)
        self.socket.send(json.dumps(message))

    def hear(self, kind: str) -> dict[str, Any]:
        """The next message of that type."""
        while True:
            message = json.loads(self.socket.recv(timeout=20))
            payload = MESSAGES[message["type"]]["payload"]["$ref"].rsplit("/", 1)[1]
            check(ASYNC, payload, message)
            if message["type"] == "update":
                self.entities.update(message["put"])
            if message["type"] == kind:
                return message

    def ask(self, answer: str = "ack", **command: Any) -> dict[str, Any]:
        self.sent += 1
        self.send({"id": f"c{self.sent}", **command})
        return self.hear(answer)


def test_a_real_server_says_only_what_is_described(tmp_path: Path) -> None:
    server = RealServer(tmp_path / "data")
    try:
        play(server)
    finally:
        server.stop()


def play(server: RealServer) -> None:
    room = server.create()
    code, secret = room["code"], room["links"]["facilitator"].split("#")[1]
    lead = Tab(server, code, role="facilitator", secret=secret)
    person = Tab(server, code, role="participant", token=secrets.token_urlsafe(16), name="Ada")
    assert person.hear("welcome")["seat"]["name"] == "Ada"
    lead.ask(do="room.open")
    poll, wall, note = (secrets.token_hex(8) for _ in range(3))
    lead.ask(do="activity.add", activity=poll, **{"as": {
        "kind": "poll", "question": "Oui ?", "options": ["Oui", "Non"], "identity": "named",
    }})
    lead.ask(do="activity.add", activity=wall, **{"as": {
        "kind": "wall", "title": "Idées", "sections": ["Toutes"],
    }})
    assert person.ask("refused", do="poll.vote", poll=poll, choices=[0])["code"] == "poll-not-open"
    for activity in (poll, wall):
        lead.ask(do="activity.launch", activity=activity)
    person.ask(do="poll.vote", poll=poll, choices=[1])
    person.ask(do="note.post", wall=wall, note=note, section=0, text="Une idée")
    lead.ask(do="activity.reveal", activity=wall)
    lead.ask(do="note.hide", wall=wall, note=note, reason="hors sujet")
    # A connection may send 20 commands at once: another one asks all this.
    console = Tab(server, code, role="facilitator", secret=secret, client="console")
    play_every_kind(console, person, wall)
    lead.ask("pong", do="ping")
    person.ask("pong", do="ping")
    later = Tab(server, code, role="facilitator", secret=secret)
    # The first map is what was shown last; what is newer follows at once.
    while "hidden" not in later.entities.get(f"note/{note}", {}):
        later.hear("update")
    defaults = {"min": 1, "max": 1, "abstention": True, "results": "live"}
    assert defaults.items() <= later.entities[f"activity/{poll}"].items()
    assert later.entities[f"voters/{poll}"]["options"] == [[], ["Ada"]]
    assert later.entities[f"note/{note}"]["hidden"] == "hors sujet"
    server.stop()
    assert person.hear("bye")["code"] == "restart"
    server.start()


def text(said: str) -> dict[str, str]:
    return {"entry": secrets.token_hex(8), "text": said}


# A poll of each kind, a ballot for it, and what its tally must say.
KINDS: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ({"ask": "choice", "options": ["A", "B"], "max": 2, "other": True},
     {"choices": [1, 2], "other": text("Un forum")}, {"counts": [0, 1, 1]}),
    ({"ask": "scale", "steps": 5, "low": "Non", "high": "Oui"},
     {"step": 3}, {"counts": [0, 0, 0, 1, 0], "sum": 4, "quartiles": [4, 4, 4]}),
    ({"ask": "ranking", "options": ["A", "B", "C"]},
     {"ranking": [1, 0]}, {"borda": [1, 2, 0], "ranks": [2, 1, 3], "winner": 1}),
    ({"ask": "points", "options": ["A", "B"], "points": 10, "all": True},
     {"points": [3, 7]}, {"counts": [3, 7]}),
    ({"ask": "estimate", "unit": "k€", "decimals": 1, "from": 0, "to": 1000},
     {"number": 125}, {"sum": 125, "least": 125, "columns": {"from": 125, "width": 1, "counts": [1]}}),
    ({"ask": "text", "most": 2},
     {"texts": [text("Du temps"), text("des données")]}, {"words": [["données", 1], ["temps", 1]]}),
    ({"ask": "judgement", "options": ["A", "B"], "grades": ["Bien", "Moyen", "Mal"]},
     {"grades": [0, 2]}, {"judged": [[1, 0, 0], [0, 0, 1]], "grades": [0, 2], "ranks": [1, 2]}),
    ({"ask": "consent"}, {"consent": "object", "because": text("Par étapes")}, {"counts": [0, 0, 1]}),
]


def play_every_kind(lead: Tab, person: Tab, wall: str) -> None:
    """Every kind of poll is written, answered, counted and closed as the page says."""
    for design, ballot, tally in KINDS:
        poll = secrets.token_hex(8)
        design = {"kind": "poll", "question": "Et ceci ?", "seconds": 60, **design}
        lead.ask(do="activity.add", activity=poll, **{"as": design})
        lead.ask(do="activity.launch", activity=poll)
        person.ask(do="poll.vote", poll=poll, **ballot)
        while person.entities.get(f"tally/{poll}", {}).get("ballots") != 1:
            person.hear("update")
        assert tally.items() <= person.entities[f"tally/{poll}"].items(), design
        assert person.entities[f"mine/{poll}"] == ballot
        assert person.entities[f"timer/{poll}"]["endsMs"] > 0
        told = {"ask": "choice", **person.entities[f"activity/{poll}"]}
        assert design.items() <= told.items()
        if design["ask"] == "consent":
            lead.ask(do="poll.bring", poll=poll, wall=wall, section=0)
            note = ballot["because"]["entry"]
            while f"note/{note}" not in person.entities:
                person.hear("update")
            assert person.entities[f"note/{note}"]["from"] == poll


# The picture of the modules.


def reachable(arrows: dict[str, set[str]], start: str) -> set[str]:
    """Every module that `start` sees, directly or not."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for next_one in arrows.get(waiting.pop(), set()) - seen:
            seen.add(next_one)
            waiting.append(next_one)
    return seen


def test_the_picture_of_modules_is_the_package() -> None:
    package = (ROOT / "Package.swift").read_text(encoding="utf-8")
    real: dict[str, set[str]] = {}
    for target in re.split(r"\n        \.(?=\w*[tT]arget\(|systemLibrary\()", package)[1:]:
        name = re.search(r'name: "(\w+)"', target)
        if name and not target.startswith("testTarget") and "path: \"Tests" not in target:
            listed = re.search(r"dependencies: \[(.*?)\],\s*(?:path|swift)", target, re.DOTALL)
            real[name[1]] = set(re.findall(r'(?<![:\w] )"(\w+)"', listed[1] if listed else ""))
    drawn: dict[str, set[str]] = {}
    page = (ROOT / "Docs" / "Architecture.md").read_text(encoding="utf-8")
    for source, target in re.findall(r"^  (\w+) --> (\w+)$", page, re.MULTILINE):
        drawn.setdefault(source, set()).add(target)
    assert set(drawn) | {one for all in drawn.values() for one in all} == set(real)
    for name in real:
        assert reachable(drawn, name) == reachable(real, name), name
        for arrow in drawn.get(name, set()):
            others = drawn[name] - {arrow}
            assert not any(arrow in reachable(drawn, other) for other in others), (name, arrow)


# What the documents point at.


PAGES = [*ROOT.glob("*.md"), *(ROOT / "Docs").rglob("*.md"), ROOT / "web" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)]+)\)|src=\"([^\"]+)\"", text):
        target = (link[0] or link[1]).split("#")[0]
        if target and not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_the_tests_that_features_name_exist() -> None:
    page = (ROOT / "Docs" / "Features.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if re.match(r"\| [A-G]\d+ \|", line)]
    assert len(rows) == 40
    browser = "".join(path.read_text() for path in (ROOT / "Tests" / "Browser").glob("test_*.py"))
    for row in rows:
        state, shown = row.split("|")[3:5]
        assert state.strip().startswith(("done", "partly", "not yet")), row
        assert shown.strip() or "not yet" in state, row
        for folder, file in re.findall(r"`(\w+)/([\w.]+)`", shown):
            known = {
                "Browser": ROOT / "Tests" / "Browser",
                "web": ROOT / "web" / "tests" / "unit",
                "Docs": ROOT / "Docs",
            }
            path = known.get(folder, ROOT / "Tests" / f"{folder}Tests") / file
            assert path.exists() or path.with_suffix(".swift").exists(), path
        for name in re.findall(r"\b(test_\w+)(?!\w*\.py)", shown):
            if f"{name}.py" not in shown:
                assert f"def {name}" in browser, name
