"""Every kind of vote on the real server: written, answered by keyboard, seen on every page."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import browser as browsers
from conftest import Watch
from real_server import Crowd, RealServer, Seat

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A folder for pictures of every page of every kind, for people to look at.
PICTURES = os.environ.get("PICTURES")


class Kind:
    """A question as it is typed, how one person answers it, and what the others send."""

    def __init__(
        self,
        name: str,
        typed: str,
        answer: Callable[[Page], None],
        mine: dict[str, Any],
        crowd: Callable[[int], dict[str, Any]],
        shows: list[str],
    ) -> None:
        self.name = name
        self.typed = typed
        self.answer = answer
        self.mine = mine
        self.crowd = crowd
        # What every page says of the result.
        self.shows = shows


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def text(number: int, said: str) -> dict[str, str]:
    return {"entry": f"{number + 0xE000:016x}", "text": said}


def to(page: Page, what: Any) -> None:
    """Puts the focus there, as the tabulator would."""
    what.focus()
    expect(what).to_be_focused()


def choice(page: Page) -> None:
    to(page, page.get_by_role("checkbox", name="Un lexique"))
    press(page, "Space")
    to(page, page.get_by_role("checkbox", name="Autre"))
    press(page, "Space")
    page.get_by_role("textbox").fill("Un forum d’entraide")


def scale(page: Page) -> None:
    to(page, page.get_by_role("radio", name=re.compile("^1")))
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")


def ranking(page: Page) -> None:
    for option in ("Compteur", "Lexique"):
        to(page, page.get_by_role("button", name=f"Placer {option}"))
        press(page, "Enter")
    to(page, page.get_by_role("button", name=re.compile("Lexique.*haut|Monter Lexique|Remonter")))
    press(page, "Enter")


def points(page: Page) -> None:
    boxes = page.get_by_role("spinbutton")
    boxes.nth(0).fill("70")
    boxes.nth(1).fill("30")


def estimate(page: Page) -> None:
    page.get_by_role("textbox").fill("12")


def texts(page: Page) -> None:
    page.get_by_role("textbox").first.fill("Plus de temps")


def judgement(page: Page) -> None:
    groups = page.locator(".grade-group")
    for option in range(groups.count()):
        to(page, groups.nth(option).get_by_role("radio").first)
        press(page, "Space")


def consent(page: Page) -> None:
    to(page, page.get_by_role("radio", name="Objection"))
    press(page, "Space")
    send = page.get_by_role("button", name="Envoyer ma réponse")
    expect(send).to_have_attribute("aria-disabled", "true")
    page.get_by_role("textbox").fill("Commencer par un seul quartier")


KINDS = [
    Kind(
        "choice", "Que mettre en commun ? (jusqu’à 2 réponses)\nUn lexique\nUn calendrier\nAutre",
        choice, {"choices": [0, 2]}, lambda i: {"choices": [i % 2]},
        ["Un lexique", "Un forum d’entraide"],
    ),
    Kind(
        "scale", "Sur une échelle de 1 à 5, cette séance vous a-t-elle été utile ?",
        scale, {"step": 3}, lambda i: {"step": i % 5}, ["2,78"],
    ),
    Kind(
        "ranking", "Classez par ordre de priorité\nLexique\nFormation\nCompteur",
        ranking, {"ranking": [0, 2]}, lambda i: {"ranking": [[0, 1, 2], [1, 0, 2]][i % 2]},
        ["Lexique", "Formation"],
    ),
    Kind(
        "points", "Répartissez 100 points\nLexique\nFormation\nCompteur",
        points, {"points": [70, 30, 0]}, lambda i: {"points": [50, 10 * (i % 3), 50 - 10 * (i % 3)]},
        ["Lexique"],
    ),
    Kind(
        "estimate", "Combien de logements en k€ ?",
        estimate, {}, lambda i: {"number": 10 + i}, ["médiane"],
    ),
    Kind(
        "text", "En un mot, que vous manque-t-il ?",
        texts, {}, lambda i: {"texts": [text(i, ["du temps", "des données"][i % 2])]}, ["temps"],
    ),
    Kind(
        "judgement", "Évaluez chaque scénario par une mention\nScénario 1\nScénario 2",
        judgement, {"grades": [0, 0]}, lambda i: {"grades": [i % 3, (i + 1) % 4]}, ["Scénario 1"],
    ),
    Kind(
        "consent", "Adoptons-nous la feuille de route ?",
        consent, {"consent": "object"},
        lambda i: {"consent": "reservations" if i == 0 else "agree"},
        ["Objection", "Commencer par un seul quartier"],
    ),
]


class House:
    """One room: a console, a display, a guest, a phone, and eight simulated seats."""

    def __init__(self, chromium: Browser, server: RealServer) -> None:
        self.watch = Watch(server.origin)
        self.contexts: list[Any] = []
        self.chromium, self.server = chromium, server
        room = server.create(title="Toutes les sortes de votes")
        links = room["links"]
        self.lead = self.page(links["facilitator"], viewport={"width": 1440, "height": 900})
        self.display = self.page(links["display"], viewport={"width": 1280, "height": 720})
        self.guest = self.page(links["guest"])
        self.person = self.page(links["participant"])
        self.person.get_by_role("button", name="Rejoindre").click()
        self.crowd = Crowd(server, room["code"], 8)
        start = self.lead.locator(".next-button")
        start.click()
        expect(self.lead.get_by_text("Salle ouverte")).to_be_visible()

    def page(self, link: str, **options: Any) -> Page:
        context = browsers.context(self.chromium, self.server, **options)
        self.contexts.append(context)
        page = context.new_page()
        self.watch.follow(page)
        page.goto(link)
        return page

    def launch(self, typed: str) -> None:
        """Writes and launches a question by keyboard alone."""
        press(self.lead, "q")
        box = self.lead.locator("dialog[open] .composer-box")
        expect(box).to_be_focused()
        for number, line in enumerate(typed.split("\n")):
            if number > 0:
                press(self.lead, "Enter")
            self.lead.keyboard.insert_text(line)
        press(self.lead, "Control+Enter")
        expect(self.lead.locator("dialog[open]")).to_have_count(0)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture(scope="module")
def house(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    server = RealServer(tmp_path_factory.mktemp("data"))
    made = House(chromium, server)
    yield made
    made.close()
    server.stop()
    assert made.watch.troubles == []


def asked(seat: Seat) -> str | None:
    """The poll that everybody is brought to, while it is open."""
    focus = seat.entities.get("room", {}).get("focus")
    found = seat.entities.get(f"activity/{focus}", {})
    return focus if found.get("phase") == "open" else None


def has_no_violations(page: Page, what: str) -> None:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    seen = [(one["id"], [node["html"][:140] for node in one["nodes"]]) for one in found]
    assert seen == [], what


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page="display" not in name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_vote_of_every_kind_from_the_box_to_every_page(house: House, kind: Kind) -> None:
    house.launch(kind.typed)
    person = house.person
    question = kind.typed.split("\n")[0]
    expect(person.get_by_role("heading", level=1)).to_contain_text(question[:12])
    house.crowd.wait(asked)
    has_no_violations(person, "the paper")
    send = person.get_by_role("button", name="Envoyer ma réponse")
    expect(send).to_have_attribute("aria-disabled", "true")
    kind.answer(person)
    picture(person, f"{kind.name}-paper")
    has_no_violations(person, "the paper filled in")
    to(person, send)
    press(person, "Enter")
    expect(person.locator(".truth")).to_contain_text("Réponse enregistrée")

    house.crowd.each(lambda seat: {"do": "poll.vote", "poll": asked(seat), **kind.crowd(seat.number)})
    for page, name in ((house.display, "display"), (house.guest, "guest"), (person, "result"),
                       (house.lead, "console")):
        expect(page.get_by_text("9 réponses sur 9").first).to_be_visible()
        for said in kind.shows:
            expect(page.get_by_text(said).first).to_be_visible()
        has_no_violations(page, name)
        picture(page, f"{kind.name}-{name}")
    height = house.display.evaluate("document.documentElement.scrollHeight")
    assert height <= 720, "the display does not scroll"
    for page in (person, house.guest):
        page.set_viewport_size(browsers.SMALL)
        assert page.evaluate("document.documentElement.scrollWidth") <= browsers.SMALL["width"]
        page.set_viewport_size(browsers.PHONE)

    person.get_by_role("button", name="Retirer ma réponse").click()
    expect(person.locator(".truth")).to_contain_text("pas encore répondu")
    house.lead.locator(".next-button").click()
    expect(person.get_by_text("Le vote est clos.").first).to_be_visible()
