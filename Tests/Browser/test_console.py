"""The facilitator runs a room: one next step, by mouse or by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

import rooms
from fake_engine import CODE, SECRET, Engine
from rooms import P1, P2, W1

WIDE = {"width": 1366, "height": 900}


def refuse(engine: Engine, command: dict[str, Any]) -> None:
    engine.send(
        {"type": "refused", "id": command["id"], "code": "not-a-draft", "say": "Déjà lancé."}
    )


def test_secret_leaves_the_address_and_survives_a_reload(visit: Any, pages: Any) -> None:
    page, engine = visit("facilitator", rooms.console("fr", rooms.lobby("fr")), viewport=WIDE)
    expect(page.locator(".connection")).to_contain_text("Connecté")
    assert page.url == f"{pages.origin}/{CODE}/facilitate"
    assert engine.joins[0]["secret"] == SECRET and "since" not in engine.joins[0]
    page.reload()
    expect(page.locator(".connection")).to_contain_text("Connecté")
    assert engine.joins[-1]["secret"] == SECRET


def test_next_step_follows_the_room(visit: Any) -> None:
    page, engine = visit("facilitator", rooms.console("fr", rooms.lobby("fr")), viewport=WIDE)
    page.locator(".next-button").click()
    assert engine.commands[-1]["do"] == "room.open"
    engine.put({"room": rooms.room("fr", focus=None)})
    expect(page.locator(".next-what")).to_have_text("Lancer")
    page.locator(".next-button").click()
    assert engine.commands[-1] == {
        "id": engine.commands[-1]["id"],
        "do": "activity.launch",
        "activity": P1,
    }
    engine.put({"room": rooms.room("fr", focus=P1), f"activity/{P1}": rooms.poll("fr")})
    expect(page.locator(".next-what")).to_have_text("Clore le vote")
    engine.put({f"activity/{P1}": rooms.poll("fr", phase="closed", results="reveal")})
    expect(page.locator(".next-what")).to_have_text("Dévoiler les résultats")
    engine.put({f"activity/{P1}": rooms.poll("fr", phase="revealed", results="reveal")})
    expect(page.locator(".next-what")).to_have_text("Lancer l’étape suivante")


def test_wall_editor_and_agenda_buttons(visit: Any) -> None:
    page, engine = visit("facilitator", rooms.console("fr", rooms.lobby("fr")), viewport=WIDE)
    page.get_by_role("button", name="Ajouter un mur").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Titre").fill("Idées")
    dialog.get_by_label("Colonnes").fill("Constats\nPropositions")
    dialog.get_by_role("button", name="Ajouter au déroulé").click()
    assert engine.commands[0]["as"]["sections"] == ["Constats", "Propositions"]
    page.locator(".agenda-pick").nth(2).click()
    page.get_by_role("button", name="Monter").click()
    assert engine.commands[-1]["to"] == 1 and engine.commands[-1]["activity"] == P2
    page.get_by_role("button", name="Dupliquer").click()
    assert engine.commands[-1]["at"] == 3 and "phase" not in engine.commands[-1]["as"]
    page.locator(".agenda-pick").nth(2).click()
    page.get_by_role("button", name="Supprimer").click()
    assert engine.commands[-1]["do"] == "activity.remove"


def test_note_is_hidden_with_a_reason_and_shown_again(visit: Any) -> None:
    page, engine = visit(
        "facilitator", rooms.console("fr", rooms.revealed_wall("fr")), viewport=WIDE
    )
    first = page.locator(".note").first
    text = first.locator(".note-text").inner_text()
    first.get_by_role("button", name="Masquer").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(text)
    dialog.get_by_label("Motif").fill("hors sujet")
    dialog.get_by_role("button", name="Masquer").click()
    sent = engine.commands[0]
    assert (sent["do"], sent["wall"], sent["reason"]) == ("note.hide", W1, "hors sujet")
    key = f"note/{sent['note']}"
    engine.put({key: {**engine.entities[key], "hidden": "hors sujet"}})
    expect(page.locator(".note.is-hidden")).to_contain_text("Masquée : hors sujet")
    page.locator(".note.is-hidden").get_by_role("button", name="Rétablir").click()
    dialog.get_by_role("button", name="Rétablir").click()
    assert engine.commands[1]["do"] == "note.restore"


def test_results_stay_hidden_for_the_facilitator_too(visit: Any) -> None:
    page, _ = visit("facilitator", rooms.console("fr", rooms.choosing("fr")), viewport=WIDE)
    expect(page.get_by_text("Cachés pour vous aussi")).to_be_visible()
    expect(page.get_by_text("17 réponses sur 42")).to_be_visible()
    expect(page.locator(".bars")).to_have_count(0)


def test_ending_asks_first(visit: Any) -> None:
    page, engine = visit(
        "facilitator", rooms.console("fr", rooms.live_results("fr")), viewport=WIDE
    )
    page.get_by_role("button", name="Terminer la salle").click()
    page.keyboard.press("Escape")
    assert engine.commands == []
    page.get_by_role("button", name="Terminer la salle").click()
    page.get_by_role("dialog").get_by_role("button", name="Terminer", exact=True).click()
    assert engine.commands[0]["do"] == "room.end"


def test_screen_control_and_refusals(visit: Any) -> None:
    page, engine = visit(
        "facilitator",
        rooms.console("fr", rooms.live_results("fr")),
        engine={"answer": refuse},
        viewport=WIDE,
    )
    page.get_by_role("radio", name="Accueil, avec le code").click(force=True)
    assert engine.commands[0]["show"] == "welcome"
    expect(page.get_by_role("alert")).to_contain_text("Déjà lancé.")
    page.get_by_role("button", name="Fermer").first.click()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_export_carries_the_secret_in_a_header(visit: Any) -> None:
    page, _ = visit("facilitator", rooms.console("fr", rooms.live_results("fr")), viewport=WIDE)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tableur").click()
    assert waiting.value.suggested_filename == f"atelier-{CODE}.csv"


def test_home_creates_a_room_and_the_console_shows_its_links(visit: Any, pages: Any) -> None:
    page, engine = visit("home", {}, viewport=WIDE)
    engine.entities = {**rooms.lobby("fr"), "screen": {"show": "follow", "activity": None}}
    pages.boot = {"code": CODE, "update": None}
    page.get_by_label("Titre").fill("Attributions")
    page.get_by_text("Organismes et types").click()
    page.get_by_label("Organismes", exact=False).last.fill("Habitat Brindille\n\nLogis du Méandre")
    page.get_by_role("button", name="Créer la salle").click()
    expect(page.get_by_role("dialog", name="Votre salle est prête")).to_be_visible()
    expect(page.get_by_label("Pour vous, l’animation")).to_have_value(
        f"{pages.origin}/{CODE}/facilitate#{SECRET}"
    )
    assert pages.created[-1]["organisations"] == ["Habitat Brindille", "Logis du Méandre"]


def test_home_reads_codes_as_people_type_them(visit: Any) -> None:
    page, _ = visit("home", {})
    page.get_by_label("Le code").fill("k7pm 2z")
    page.get_by_role("button", name="Rejoindre").click()
    expect(page.get_by_role("alert")).to_contain_text("Aucune salle")
    page.get_by_label("Le code").fill("k7pm-2x")
    page.get_by_role("button", name="Rejoindre").click()
    page.wait_for_url(f"**/{CODE}")
