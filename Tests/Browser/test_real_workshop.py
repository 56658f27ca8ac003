"""The main steps of scenario S1 on the real server: three real pages, the other seats simulated."""

from __future__ import annotations

import csv
import io
import re
import secrets
from pathlib import Path
from typing import Any, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

import browser as browsers
from conftest import Watch
from real_server import Crowd, RealServer, Seat

NOTES = Path(__file__).parents[1] / "Scenarios" / "notes-attributions.csv"
WIDE = {"width": 1366, "height": 900}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RealServer]:
    started = RealServer(tmp_path / "data")
    yield started
    started.stop()


@pytest.fixture
def stage(chromium: Browser, server: RealServer) -> Iterator["Stage"]:
    made = Stage(chromium, server)
    yield made
    made.close()


class Stage:
    """A facilitator, a display and a participant in Chromium, in one room of the real server."""

    def __init__(self, chromium: Browser, server: RealServer) -> None:
        self.server = server
        self.watch = Watch(server.origin)
        self.contexts: list[Any] = []
        self.chromium = chromium
        self.lead = self.page(viewport=WIDE)
        self.lead.goto("/")
        self.lead.get_by_label("Titre").fill("Attributions : vers une feuille de route commune")
        self.lead.get_by_role("button", name="Créer la salle").click()
        link = self.lead.get_by_label("Pour vous, l’animation").input_value()
        screen = self.lead.get_by_label("Pour l’écran projeté").input_value()
        self.code = re.search(r"/([A-Z0-9]{6})/facilitate#", link)[1]  # type: ignore[index]
        self.secret = link.split("#")[1]
        self.lead.get_by_role("dialog").get_by_role("button", name="Préparer le déroulé").click()
        self.display = self.page(viewport={"width": 1920, "height": 1080})
        self.display.goto(screen)
        self.person = self.page(viewport=browsers.PHONE, device_scale_factor=2)
        self.person.goto(f"/{self.code}")
        self.person.get_by_role("button", name="Rejoindre").click()
        expect(self.person.get_by_role("heading", name="Vous y êtes")).to_be_visible()

    def page(self, **options: Any) -> Page:
        context = browsers.context(self.chromium, self.server, **options)
        self.contexts.append(context)
        page = context.new_page()
        self.watch.follow(page)
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        lost = "WebSocket connection to"
        assert [one for one in self.watch.troubles if lost not in one] == []

    def add_poll(self, question: str, options: list[str], results: str) -> None:
        self.lead.get_by_role("button", name="Ajouter un vote").click()
        dialog = self.lead.get_by_role("dialog")
        dialog.locator(".composer-box").fill("\n".join([question, *options]))
        dialog.get_by_text("Autres réglages").click()
        dialog.get_by_role("radio", name=results).check(force=True)
        dialog.get_by_role("button", name="Ajouter au déroulé").click()
        expect(dialog).to_be_hidden()

    def add_wall(self, title: str, per_seat: int) -> None:
        self.lead.get_by_role("button", name="Ajouter un mur").click()
        dialog = self.lead.get_by_role("dialog")
        dialog.get_by_label("Titre").fill(title)
        dialog.get_by_label("Colonnes").fill("Idées")
        dialog.get_by_label("Notes par personne").fill(str(per_seat))
        dialog.get_by_role("button", name="Ajouter au déroulé").click()
        expect(dialog).to_be_hidden()

    def next(self, what: str) -> None:
        expect(self.lead.locator(".next-what")).to_have_text(what)
        self.lead.locator(".next-button").click()

    def answer(self, choice: str) -> None:
        self.person.get_by_role("radio", name=choice, exact=True).check()
        self.person.get_by_role("button", name="Envoyer ma réponse").click()
        expect(self.person.locator(".truth")).to_contain_text("Réponse enregistrée")


def activity(seat: Seat, phase: str) -> str | None:
    """The activity that participants are brought to, once it is in `phase`."""
    focus = seat.entities.get("room", {}).get("focus")
    found = seat.entities.get(f"activity/{focus}", {})
    return focus if found.get("phase") == phase else None


def asked(seat: Seat) -> str | None:
    """The question that is open, if one is."""
    poll = activity(seat, "open")
    return seat.entities[f"activity/{poll}"]["question"] if poll else None


def vote(seat: Seat, answer: int | None, abstention: int) -> dict[str, Any] | None:
    if answer is None:
        return None
    poll = activity(seat, "open")
    ballot = {"abstain": True} if answer == abstention else {"choices": [answer]}
    return {"do": "poll.vote", "poll": poll, **ballot}


def p1(i: int) -> int | None:
    """S1, P1: option or abstention (4) of seat i; 13 and 29 stay silent."""
    v = (7 * i + 3) % 10
    return None if i in (13, 29) else [0, 0, 1, 1, 1, 1, 2, 2, 3, 4][v]


def p2(i: int) -> int:
    """S1, P2: option or abstention (3) of seat i."""
    return [0, 0, 0, 0, 1, 1, 2, 2, 3][(5 * i + 2) % 9]


def test_s1_main_steps(stage: Stage) -> None:
    """[S1.1-S1.6, S1.13-S1.16, S1.23] 38 seats, then 42: the real page is seat 37."""
    crowd = Crowd(stage.server, stage.code, 37)
    expect(stage.lead.get_by_text("38 présents sur 38")).to_be_visible()
    where = ["Pas commencé", "Inventaire en cours", "Conventions en discussion", "Conventions signées"]
    stage.add_poll("Où en êtes-vous ?", where, "Au fil des réponses")
    dates = ["31 décembre", "30 juin", "Moyenne de trois ans"]
    stage.add_poll("Quelle date de référence ?", dates, "À la clôture du vote")
    stage.add_wall("Vos idées", 4)
    stage.next("Ouvrir la salle")

    stage.next("Lancer")
    crowd.wait(lambda seat: activity(seat, "open"))
    crowd.each(lambda seat: vote(seat, p1(seat.number), 4))
    assert p1(37) == 1
    stage.answer("Inventaire en cours")
    expect(stage.lead.get_by_text("36 réponses sur 38")).to_be_visible()
    counts = {"Pas commencé": 8, "Inventaire en cours": 15, "Conventions signées": 4}
    for name, count in counts.items():
        bar = stage.display.get_by_role("listitem").filter(has_text=name)
        expect(bar).to_contain_text(str(count))
    late = Crowd(stage.server, stage.code, 4)
    for seat in late.seats:
        seat.number += 38
    late.wait(lambda seat: activity(seat, "open"))
    late.each(lambda seat: vote(seat, p1(seat.number), 4))
    expect(stage.lead.get_by_text("40 réponses sur 42")).to_be_visible()
    stage.next("Clore le vote")

    stage.next("Lancer l’étape suivante")
    for group in (crowd, late):
        group.wait(lambda seat: asked(seat) == "Quelle date de référence ?")
        group.each(lambda seat: vote(seat, p2(seat.number), 3))
    expect(stage.lead.get_by_text("41 réponses sur 42")).to_be_visible()
    for page in (stage.lead, stage.display, stage.person):
        expect(page.locator(".bars")).to_have_count(0)
    stage.answer(dates[p2(37)] if p2(37) < 3 else "Je m’abstiens")
    hidden = stage.server.export(stage.code, stage.secret)
    assert '"results" : "hidden"' in hidden
    stage.next("Clore le vote")
    late.wait(lambda seat: activity(seat, "closed"))
    poll = activity(late.seats[0], "closed")
    assert late.seats[0].entities[f"tally/{poll}"] == {"ballots": 42, "abstentions": 5, "counts": [19, 9, 9]}
    expect(stage.display.get_by_role("listitem").filter(has_text="31 décembre")).to_contain_text("19")

    stage.next("Lancer l’étape suivante")
    with NOTES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    everybody = crowd.seats + late.seats
    for group in (crowd, late):
        group.wait(lambda seat: activity(seat, "silent"))
    wall = activity(late.seats[0], "silent")
    for turn in range(4):
        for group in (crowd, late):
            group.each(lambda seat: note(rows, wall, seat.number, turn))
    for turn in range(4):
        command = note(rows, wall, 37, turn)
        if command is None:
            continue
        stage.person.get_by_label("Votre idée").fill(command["text"])
        stage.person.get_by_role("button", name="Poster la note").click()
        expect(stage.person.get_by_label("Votre idée")).to_have_value("")
    expect(stage.person.locator(".own-notes > li, .own-notes li.note")).to_have_count(3)
    expect(stage.display.get_by_text("148", exact=False).first).to_be_visible()
    assert not any(key.startswith("note/") for seat in everybody for key in seat.entities)

    stage.next("Dévoiler les notes")
    for group in (crowd, late):
        group.wait(lambda seat: sum(key.startswith("note/") for key in seat.entities) == 148)
    expect(stage.lead.locator(".note")).to_have_count(148)
    shown = {value["text"] for key, value in late.seats[0].entities.items() if key.startswith("note/")}
    assert shown == {row["text"] for row in rows}
    first = stage.lead.locator(".note").filter(has_text="spoiler").first
    first.get_by_role("button", name="Masquer").click()
    stage.lead.get_by_role("dialog").get_by_label("Motif").fill("hors sujet")
    stage.lead.get_by_role("dialog").get_by_role("button", name="Masquer").click()
    for group in (crowd, late):
        group.wait(lambda seat: sum(key.startswith("note/") for key in seat.entities) == 147)
    assert late.seats[0].entities[f"hidden/{wall}"][0]["reason"] == "hors sujet"
    stage.next("Clore le mur")

    stage.lead.get_by_role("button", name="Terminer la salle").click()
    stage.lead.get_by_role("dialog").get_by_role("button", name="Terminer", exact=True).click()
    late.wait(lambda seat: seat.entities["room"]["phase"] == "ended")
    table = stage.server.export(stage.code, stage.secret, "csv")
    lines = list(csv.reader(io.StringIO(table, newline="")))
    assert sum(line[3] == "note" for line in lines) == 147
    assert not [cell for line in lines for cell in line if re.match(r"[=+@\t\r-]", cell)]


def note(rows: list[dict[str, str]], wall: str | None, seat: int, turn: int) -> dict[str, Any] | None:
    """Row j of the notes is posted by seat j mod 42."""
    j = seat + 42 * turn
    if j >= len(rows):
        return None
    made = secrets.token_hex(8)
    return {"do": "note.post", "wall": wall, "note": made, "section": 0, "text": rows[j]["text"]}


def test_kill_in_the_middle(stage: Stage) -> None:
    """kill -9 while ballots are in flight: everybody is back by themselves, counted once."""
    crowd = Crowd(stage.server, stage.code, 41)
    stage.add_poll("Un observatoire commun ?", ["Oui", "Oui, plus tard", "Non"], "Au fil des réponses")
    stage.next("Ouvrir la salle")
    stage.next("Lancer")
    crowd.wait(lambda seat: activity(seat, "open"))
    crowd.send(lambda seat: vote(seat, seat.number % 3, 3))
    stage.server.kill()
    stage.person.get_by_role("radio", name="Non", exact=True).check()
    stage.person.get_by_role("button", name="Envoyer ma réponse").click()
    expect(stage.person.locator(".truth")).to_contain_text(re.compile("réseau|Envoi"))
    stage.server.start()
    crowd.wait(lambda seat: not seat.outbox and seat.socket)
    expect(stage.person.locator(".truth")).to_contain_text("Réponse enregistrée", timeout=20_000)
    poll = activity(crowd.seats[0], "open")
    expected = {"ballots": 42, "abstentions": 0, "counts": [14, 14, 14]}
    crowd.wait(lambda seat: seat.entities.get(f"tally/{poll}") == expected)
    expect(stage.lead.get_by_text("42 réponses sur 42")).to_be_visible(timeout=20_000)
    expect(stage.display.get_by_role("listitem").filter(has_text="Non")).to_contain_text("14", timeout=20_000)


def test_console_on_another_machine_knows_every_link(stage: Stage) -> None:
    """The display and guest links follow from the facilitator's: they can be shown again."""
    elsewhere = stage.page(viewport=WIDE)
    elsewhere.goto(f"/{stage.code}/facilitate#{stage.secret}")
    elsewhere.get_by_role("button", name="Liens").click()
    link = elsewhere.get_by_label("Pour l’écran projeté").input_value()
    screen = stage.page(viewport=WIDE)
    screen.goto(link)
    expect(screen.get_by_text(stage.code, exact=False).first).to_be_visible()
