"""A seat votes: at once, honestly, by keyboard, over a bad network."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

import rooms
from fake_engine import CODE, Engine
from rooms import P1, P2


def silent(_engine: Engine, _command: dict[str, Any]) -> None:
    pass


def refuse(engine: Engine, command: dict[str, Any]) -> None:
    engine.send(
        {"type": "refused", "id": command["id"], "code": "poll-closed", "say": "Ce vote est clos."}
    )


def option(page: Page, name: str) -> Any:
    return page.get_by_role("radio", name=name)


def test_join_needs_one_button_and_keeps_the_seat(join: Any) -> None:
    page, engine = join(rooms.voting("fr"))
    token = engine.joins[0]["token"]
    assert len(token) == 22 and engine.joins[0]["role"] == "participant"
    assert engine.joins[0]["since"] == 12
    page.reload()
    expect(page.locator(".connection")).to_contain_text("Connecté")
    assert engine.joins[-1]["token"] == token


def test_join_tells_what_was_asked(visit: Any) -> None:
    entities = {**rooms.lobby("fr"), "room": rooms.room("fr", "lobby", None, ask=True)}
    page, engine = visit("participant", entities)
    page.get_by_label("Votre nom").fill("Ada")
    page.get_by_label("Organisme").select_option("Logis du Méandre")
    page.get_by_label("Vous êtes ici").select_option("informatique")
    page.get_by_role("button", name="Rejoindre").click()
    expect(page.get_by_role("heading", name="Vous y êtes")).to_be_visible()
    expect(page.get_by_text("Ada")).to_be_visible()
    assert (
        engine.joins[0]["name"],
        engine.joins[0]["organisation"],
        engine.joins[0]["college"],
    ) == ("Ada", 1, 2)


def test_who_sees_what_stands_before_the_choices(join: Any) -> None:
    page, _ = join(rooms.voting("fr", identity="named", results="close"))
    privacy = page.get_by_role("complementary", name="Qui voit quoi")
    expect(privacy).to_contain_text("verra votre nom")
    expect(privacy).to_contain_text("avant la clôture")
    above = page.locator(".privacy").bounding_box()
    below = page.locator(".choices").bounding_box()
    assert above and below and above["y"] < below["y"]


def test_vote_is_sending_until_the_engine_says_saved(join: Any) -> None:
    page, engine = join(rooms.voting("fr"), engine={"answer": silent})
    option(page, "Inventaire en cours").check()
    page.get_by_role("button", name="Envoyer ma réponse").click()
    expect(page.locator(".truth")).to_have_text("Envoi…")
    assert engine.commands[0]["choices"] == [1] and engine.commands[0]["poll"] == P1
    engine.send({"type": "ack", "id": engine.commands[0]["id"], "rev": 13})
    expect(page.locator(".truth")).to_contain_text("Réponse enregistrée")
    expect(option(page, "Inventaire en cours")).to_be_checked()


def test_refused_ballot_rolls_back_and_says_why(join: Any) -> None:
    recorded = {**rooms.voting("fr"), f"mine/{P1}": {"choices": [0]}}
    page, _ = join(recorded, engine={"answer": refuse})
    option(page, "Conventions signées").check()
    page.get_by_role("button", name="Envoyer la modification").click()
    expect(page.get_by_role("alert")).to_contain_text("Ce vote est clos.")
    expect(option(page, "Pas commencé")).to_be_checked()


def test_change_and_withdraw_while_open(join: Any) -> None:
    page, engine = join({**rooms.voting("fr"), f"mine/{P1}": {"choices": [0]}})
    option(page, "Je m’abstiens").check()
    page.get_by_role("button", name="Envoyer la modification").click()
    expect(page.locator(".truth")).to_contain_text("Réponse enregistrée")
    assert engine.commands[-1]["abstain"] is True and "choices" not in engine.commands[-1]
    page.get_by_role("button", name="Retirer ma réponse").click()
    expect(page.locator(".truth")).to_contain_text("pas encore répondu")
    assert engine.commands[-1]["do"] == "poll.withdraw"


def test_minimum_and_maximum_are_kept(join: Any) -> None:
    page, engine = join(rooms.choosing("fr", min=2))
    boxes = page.get_by_role("checkbox")
    boxes.nth(0).check(force=True)
    send = page.get_by_role("button", name="Envoyer ma réponse")
    expect(send).to_have_attribute("aria-disabled", "true")
    send.click(force=True)
    assert engine.commands == []
    boxes.nth(1).check(force=True)
    boxes.nth(2).check(force=True)
    boxes.nth(3).click(force=True)
    expect(boxes.nth(3)).not_to_be_checked()
    expect(page.locator(".paper-count")).to_contain_text("maximum")
    send.click()
    expect(page.locator(".truth")).to_contain_text("Réponse enregistrée")
    assert engine.commands[0]["choices"] == [0, 1, 2]


def test_keyboard_alone_joins_and_votes(visit: Any) -> None:
    page, engine = visit("participant", rooms.voting("fr"))
    page.get_by_label("Votre nom").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".connection")).to_contain_text("Connecté")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("ArrowDown")
    assert "solid" in page.evaluate(
        "getComputedStyle(document.activeElement.closest('.choice')).outlineStyle"
    )
    page.keyboard.press("Enter")
    expect(page.locator(".truth")).to_contain_text("Réponse enregistrée")
    assert engine.commands[0]["choices"] == [1]
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_dropped_network_keeps_the_vote_and_sends_it_once(join: Any) -> None:
    page, engine = join(rooms.voting("fr"))
    engine.accepts = False
    engine.drop()
    expect(page.locator(".connection")).to_contain_text("Reconnexion")
    option(page, "Conventions signées").check()
    page.get_by_role("button", name="Envoyer ma réponse").click()
    expect(page.locator(".truth")).to_contain_text("En attente du réseau")
    expect(page.locator(".connection")).to_contain_text("1 envoi en attente")
    engine.accepts = True
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".truth")).to_contain_text("Réponse enregistrée")
    assert [command["choices"] for command in engine.commands] == [[3]]


def test_vote_waiting_survives_a_reload(join: Any) -> None:
    page, engine = join(rooms.voting("fr"), engine={"answer": silent})
    option(page, "Inventaire en cours").check()
    page.get_by_role("button", name="Envoyer ma réponse").click()
    expect(page.locator(".truth")).to_have_text("Envoi…")
    page.reload()
    expect(page.locator(".truth")).to_have_text("Envoi…")
    expect(option(page, "Inventaire en cours")).to_be_checked()
    expect(page.locator(".connection")).to_contain_text("Connecté")
    assert len({command["id"] for command in engine.commands}) == 1
    assert len(engine.commands) == 2


def test_results_and_table_say_the_same(join: Any) -> None:
    page, _ = join({**rooms.live_results("fr"), f"mine/{P1}": {"choices": [1]}})
    bars = page.locator(".bar-share").all_inner_texts()
    assert sum(int(share.split("\u202f")[0].split("\u00a0")[0]) for share in bars) == 100
    page.get_by_role("button", name="En tableau").click()
    row = page.get_by_role("row", name="Inventaire en cours")
    expect(row).to_contain_text("15")
    expect(row).to_contain_text("votre réponse")


def test_hidden_results_are_absent_and_said_so(join: Any) -> None:
    page, _ = join(rooms.choosing("fr", phase="closed"))
    expect(page.get_by_text("L’animation dévoilera les résultats")).to_be_visible()
    expect(page.locator(".bars")).to_have_count(0)


def test_after_the_close_only_this_device_knows(join: Any) -> None:
    page, engine = join({**rooms.voting("fr"), f"mine/{P1}": {"choices": [1]}})
    engine.put({f"activity/{P1}": rooms.poll("fr", phase="closed")}, [f"mine/{P1}"])
    expect(page.get_by_text("gardée par cet appareil seulement")).to_be_visible()
    expect(
        page.get_by_role("listitem").filter(has_text="Inventaire en cours").first
    ).to_be_visible()


def test_new_step_moves_the_focus_to_its_heading(join: Any) -> None:
    page, engine = join(rooms.voting("fr"))
    engine.put(
        {
            f"activity/{P2}": rooms.many("fr"),
            "agenda": [P1, P2],
            "room": rooms.room("fr", focus=P2),
        }
    )
    expect(page.get_by_role("heading", name="Quels sont les trois chantiers")).to_be_focused()
    page.get_by_role("button", name="Également ouvert").click()
    expect(page.get_by_role("heading", name="Où en êtes-vous")).to_be_focused()


def test_language_switch_keeps_the_ticked_choice(join: Any) -> None:
    page, _ = join(rooms.voting("fr"))
    option(page, "Inventaire en cours").check()
    page.get_by_role("button", name="Réglages").click()
    page.get_by_role("radio", name="English").check(force=True)
    page.get_by_role("radio", name="Dark").check(force=True)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Send my answer")).to_be_visible()
    expect(option(page, "Inventaire en cours")).to_be_checked()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_summary_is_calm_and_polite(join: Any) -> None:
    page, engine = join({**rooms.live_results("fr"), f"mine/{P1}": {"choices": [1]}})
    summary = page.locator(".results [role=status]")
    expect(summary).to_contain_text("en tête avec 15 sur 39")
    for count in range(16, 20):
        engine.put({f"tally/{P1}": {**rooms.TALLY, "ballots": 40, "counts": [9, count, 7, 4]}})
    expect(page.locator(".bar-count").nth(1)).to_have_text("19")
    expect(summary).to_contain_text("19 sur 40")


def test_personal_link_moves_the_seat_and_leaves_no_trace_in_the_address(
    visit: Any, pages: Any
) -> None:
    page, engine = visit("participant", rooms.voting("fr"))
    page.goto("about:blank")
    page.goto(f"{pages.origin}/{CODE}#seat=ZZECAwQFBgcICQoLDA0ODw")
    expect(page.locator(".connection")).to_contain_text("Connecté")
    assert engine.joins[-1]["token"] == "ZZECAwQFBgcICQoLDA0ODw"
    assert page.url == f"{pages.origin}/{CODE}"
