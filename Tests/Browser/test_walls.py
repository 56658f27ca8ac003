"""A seat writes notes: nothing typed is lost, and the truth about each note is shown."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

import rooms
from fake_engine import Engine
from rooms import W1


def silent(_engine: Engine, _command: dict[str, Any]) -> None:
    pass


def refuse(engine: Engine, command: dict[str, Any]) -> None:
    engine.send(
        {
            "type": "refused",
            "id": command["id"],
            "code": "too-many-notes",
            "say": "Quatre notes au plus.",
        }
    )


def test_note_is_posted_in_its_section_and_listed(join: Any) -> None:
    page, engine = join(rooms.writing("fr"))
    page.get_by_role("radio", name="Propositions").check(force=True)
    page.get_by_label("Votre idée").fill("Un référent par site")
    page.get_by_role("button", name="Poster la note").click()
    expect(page.locator(".own-notes")).to_contain_text("Un référent par site")
    expect(page.locator(".own-notes .truth")).to_contain_text("Enregistrée")
    sent = engine.commands[0]
    assert (sent["do"], sent["section"], len(sent["note"])) == ("note.post", 1, 16)
    expect(page.get_by_label("Votre idée")).to_have_value("")


def test_silent_wall_shows_only_own_notes_and_the_number(join: Any) -> None:
    page, _ = join(rooms.writing("fr"))
    expect(page.get_by_text("87 notes pour l’instant, invisibles des autres")).to_be_visible()
    expect(page.locator(".all-notes")).to_have_count(0)


def test_refused_note_returns_to_the_box(join: Any) -> None:
    page, _ = join(rooms.writing("fr"), engine={"answer": refuse})
    page.get_by_label("Votre idée").fill("Une cinquième idée")
    page.get_by_role("button", name="Poster la note").click()
    expect(page.get_by_role("alert")).to_contain_text("Quatre notes au plus.")
    expect(page.get_by_label("Votre idée")).to_have_value("Une cinquième idée")
    expect(page.locator(".own-notes li")).to_have_count(0)


def test_draft_survives_a_reload(join: Any) -> None:
    page, _ = join(rooms.writing("fr"))
    page.get_by_label("Votre idée").fill("Pas encore finie")
    page.reload()
    expect(page.get_by_label("Votre idée")).to_have_value("Pas encore finie")


def test_posted_note_survives_a_drop_and_a_reload(join: Any) -> None:
    page, engine = join(rooms.writing("fr"), engine={"answer": silent})
    page.get_by_label("Votre idée").fill("Écrite hors ligne")
    page.get_by_role("button", name="Poster la note").click()
    page.reload()
    expect(page.locator(".own-notes")).to_contain_text("Écrite hors ligne")
    expect(page.locator(".connection")).to_contain_text("Connecté")
    assert len({command["note"] for command in engine.commands}) == 1


def test_501_code_points_are_told_and_not_sent(join: Any) -> None:
    page, engine = join(rooms.writing("fr"))
    box = page.get_by_label("Votre idée")
    box.fill("é" * 501)
    expect(page.get_by_text("1 caractère de trop")).to_be_visible()
    page.get_by_role("button", name="Poster la note").click(force=True)
    assert engine.commands == []
    box.fill("😀" * 500)
    expect(page.get_by_text("0 caractère restant")).to_be_visible()
    page.get_by_role("button", name="Poster la note").click()
    expect(page.locator(".own-notes li")).to_have_count(1)
    assert len(engine.commands[0]["text"]) == 500


def test_edit_sets_a_new_note_aside_and_brings_it_back(join: Any) -> None:
    mine = {f"mine/{W1}": {"notes": [{"note": rooms.note_id(1), "section": 0, "text": "Ancienne"}]}}
    page, engine = join({**rooms.writing("fr"), **mine})
    box = page.get_by_label("Votre idée")
    box.fill("Nouvelle en cours")
    page.get_by_role("button", name="Modifier").click()
    expect(box).to_have_value("Ancienne")
    box.fill("Ancienne, mieux dite")
    page.get_by_role("button", name="Enregistrer la modification").click()
    expect(box).to_have_value("Nouvelle en cours")
    expect(page.locator(".own-notes")).to_contain_text("Ancienne, mieux dite")
    assert engine.commands[0]["do"] == "note.edit"


def test_hidden_note_says_why_to_its_author(join: Any) -> None:
    mine = {f"mine/{W1}": {"notes": [{"note": rooms.note_id(40), "section": 0, "text": "Mienne"}]}}
    page, _ = join({**rooms.revealed_wall("fr"), **mine})
    expect(page.locator(".own-notes")).to_contain_text("Masquée par l’animation : hors sujet")
    page.get_by_text("Journal de modération").click()
    expect(page.locator(".log li")).to_have_text("Une note masquée : hors sujet")


def test_hostile_text_is_text(join: Any) -> None:
    hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script> =1+1'
    entities = rooms.revealed_wall("fr")
    entities[f"note/{rooms.note_id(0)}"]["text"] = hostile
    page, _ = join(entities)
    expect(page.get_by_text(hostile)).to_be_visible()
    expect(page.locator("main img")).to_have_count(0)
