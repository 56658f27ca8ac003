"""The facilitator conducts a step: time, rounds, hands, proposals, texts; all by keyboard too."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import rooms
from browser import SMALL
from rooms import P1, P2, P3, W1

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE = {"width": 1366, "height": 900}
SEATS = {
    "seat/00000000000000d1": {"name": "Ada"},
    "seat/00000000000000d2": {"name": "Blaise"},
}
NOW = 1795377600000
"""The server's time in the fake engine's welcome."""


def asking(ask: str, **fields: Any) -> dict[str, Any]:
    """A poll of any kind, open, live and anonymous unless `fields` say otherwise."""
    return {
        "kind": "poll",
        "ask": ask,
        "question": "Adoptons-nous la feuille de route ?",
        "abstention": True,
        "results": "live",
        "identity": "anonymous",
        "phase": "open",
        **fields,
    }


def step(poll: dict[str, Any], answered: int = 31, **more: Any) -> dict[str, Any]:
    """The console while `poll` is what everybody sees."""
    return rooms.console(
        "fr",
        {
            **rooms.voting("fr"),
            f"activity/{P1}": poll,
            f"progress/{P1}": {"answered": answered, "of": 42},
            **SEATS,
            **more,
        },
    )


def objections(phase: str = "closed") -> dict[str, Any]:
    texts = ["Commencer par un site", "Décaler à septembre"]
    return {
        **step(
            asking("consent", phase=phase),
            **{f"tally/{P1}": {"ballots": 31, "abstentions": 1, "counts": [24, 4, 2]}},
        ),
        **{
            f"entry/00000000000000e{i}": {"poll": P1, "text": text, "consent": "object"}
            for i, text in enumerate(texts)
        },
    }


def test_who_has_not_answered_is_a_count(visit: Any) -> None:
    page, _ = visit("facilitator", step(asking("consent")), viewport=WIDE)
    expect(page.locator(".stage-progress")).to_contain_text("31 réponses sur 42 · 11 pas encore")


def test_time_is_started_prolonged_and_stopped(visit: Any) -> None:
    page, engine = visit("facilitator", step(asking("text", most=3)), viewport=WIDE)
    page.get_by_text("Temps pour répondre").click()
    page.get_by_role("button", name="2 minutes").click()
    sent = engine.commands[-1]
    assert sent["do"] == "timer.set" and sent["activity"] == P1
    assert NOW + 120_000 <= sent["endsMs"] <= NOW + 150_000
    page.get_by_label("Minutes").fill("3.5")
    page.get_by_label("Minutes").press("Enter")
    assert engine.commands[-1]["endsMs"] >= NOW + 210_000
    engine.put({f"timer/{P1}": {"endsMs": NOW + 120_000}})
    page.get_by_role("button", name="+ 1 minute pour tous").click()
    assert engine.commands[-1]["endsMs"] == NOW + 180_000
    page.get_by_role("button", name="Arrêter le minuteur").click()
    assert engine.commands[-1]["endsMs"] is None
    engine.put({}, [f"timer/{P1}"])
    expect(page.get_by_text("Temps pour répondre")).to_be_focused()


def test_more_time_for_one_person_is_never_shown_afterwards(visit: Any) -> None:
    timer = {f"timer/{P1}": {"endsMs": NOW + 60_000}}
    page, engine = visit("facilitator", step(asking("consent"), **timer), viewport=WIDE)
    for minutes, until in ((2, 180_000), (1, 240_000)):
        page.get_by_role("button", name="Plus pour une personne").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_label("Personne")).to_have_value("")
        dialog.get_by_label("Personne").select_option("Blaise")
        dialog.get_by_role("button", name=f"+ {minutes} minute").click()
        expect(dialog).to_be_hidden()
        sent = engine.commands[-1]
        assert (sent["do"], sent["seat"]) == ("timer.extend", "00000000000000d2")
        assert sent["endsMs"] == NOW + until
    expect(page.get_by_text("1 minute de plus a été donnée.")).to_be_visible()
    expect(page.locator(".stage")).not_to_contain_text("Blaise")


def test_another_round_follows_its_question(visit: Any) -> None:
    closed = rooms.poll("fr", phase="closed", edition=2)
    page, engine = visit("facilitator", step(closed), viewport=WIDE)
    page.get_by_role("button", name="Un autre tour").click()
    added, launched = engine.commands
    assert (added["as"]["follows"], added["at"]) == (P1, 1)
    assert "phase" not in added["as"] and "edition" not in added["as"]
    assert launched["do"] == "activity.launch" and launched["activity"] == added["activity"]
    engine.put(
        {
            f"activity/{P3}": rooms.poll("fr", follows=P1),
            "agenda": [P1, P3, W1, P2],
            "room": rooms.room("fr", focus=P3),
        }
    )
    expect(page.locator(".stage .eyebrow")).to_contain_text("Tour 2")
    expect(page.locator(".stage h2")).to_be_focused()
    expect(page.locator(".agenda-item.is-round")).to_contain_text("Tour 2")
    page.locator(".agenda-pick").first.click()
    expect(page.get_by_role("button", name="Un autre tour")).to_have_count(0)


def test_hands_are_declared_line_by_line(visit: Any) -> None:
    page, engine = visit("facilitator", step(asking("consent")), viewport=WIDE)
    page.get_by_text("À main levée").click()
    page.get_by_label("D’accord", exact=True).fill("14")
    page.get_by_label("Objection", exact=True).fill("1")
    page.get_by_role("button", name="Noter les mains levées").click()
    sent = engine.commands[0]
    assert (sent["do"], sent["poll"], sent["hands"]) == ("poll.hands", P1, [14, 0, 1, 0])
    expect(page.get_by_text("Le compte à main levée est noté.")).to_be_visible()
    page.get_by_label("Objection", exact=True).fill("")
    page.get_by_role("button", name="Noter les mains levées").click()
    expect(page.get_by_role("alert")).to_contain_text("nombre entier")
    assert len(engine.commands) == 1


def test_hands_have_no_lines_to_stand_on_in_a_ranking(visit: Any) -> None:
    ranking = asking("ranking", options=["A", "B"], min=1, max=2)
    page, _ = visit("facilitator", step(ranking), viewport=WIDE)
    expect(page.get_by_role("heading", name="Adoptons-nous")).to_be_visible()
    expect(page.get_by_text("À main levée")).to_have_count(0)


def test_proposals_are_brought_to_a_wall_and_its_column(visit: Any) -> None:
    entities = {**objections(), f"activity/{W1}": rooms.wall("fr", phase="open")}
    page, engine = visit("facilitator", entities, viewport=WIDE)
    page.get_by_role("button", name="Porter les 2 propositions").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Colonne")).to_have_value("1")
    dialog.get_by_role("button", name="Les porter").click()
    sent = engine.commands[0]
    assert (sent["do"], sent["poll"], sent["wall"], sent["section"]) == ("poll.bring", P1, W1, 1)


def test_proposals_make_their_own_wall_without_leaving(visit: Any) -> None:
    page, engine = visit("facilitator", objections(), viewport=WIDE)
    page.get_by_role("button", name="Porter les 2 propositions").click()
    page.get_by_role("dialog").get_by_role("button", name="Les porter").click()
    added, launched, brought, back = engine.commands
    assert added["as"]["title"] == "Propositions" and added["as"]["writing"] == "shared"
    assert launched["activity"] == brought["wall"] == added["activity"]
    assert (back["do"], back["activity"]) == ("activity.focus", P1)


def test_text_of_a_ballot_is_hidden_with_a_reason_and_shown_again(visit: Any) -> None:
    page, engine = visit("facilitator", objections(), viewport=WIDE)
    page.locator(".stage").get_by_role("button", name="Masquer").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Motif").fill("nomme une personne")
    dialog.get_by_role("button", name="Masquer").click()
    sent = engine.commands[0]
    assert (sent["do"], sent["poll"], sent["reason"]) == ("entry.hide", P1, "nomme une personne")
    key = f"entry/{sent['entry']}"
    engine.put({key: {**engine.entities[key], "hidden": "nomme une personne"}})
    expect(page.locator(".stage")).to_contain_text("nomme une personne")
    expect(page.get_by_role("button", name="Porter la proposition")).to_be_visible()
    page.locator(".stage").get_by_role("button", name="Rétablir").click()
    dialog.get_by_role("button", name="Rétablir").click()
    assert engine.commands[1]["do"] == "entry.restore"


def test_named_ranking_says_who_ranked_what(visit: Any) -> None:
    named = asking(
        "ranking", options=["Lexique", "Formation"], min=1, max=2, identity="named", phase="closed"
    )
    tally = {
        "ballots": 1,
        "abstentions": 0,
        "borda": [0, 1],
        "bordaRanks": [2, 1],
        "ranks": [2, 1],
        "winner": 1,
    }
    voters = {
        "options": [],
        "abstained": ["Emmy"],
        "ballots": [{"name": "Ada", "ballot": {"ranking": [1, 0]}}],
    }
    entities = step(named, **{f"tally/{P1}": tally, f"voters/{P1}": voters})
    page, _ = visit("facilitator", entities, viewport=WIDE)
    page.get_by_text("Qui a répondu quoi").click()
    expect(page.locator(".voters")).to_contain_text("Ada")
    expect(page.locator(".voters")).to_contain_text("Formation › Lexique")
    expect(page.locator(".voters")).to_contain_text("Emmy")


def test_arrows_with_alt_reorder_and_the_focus_stays(visit: Any) -> None:
    page, engine = visit("facilitator", rooms.console("fr", rooms.lobby("fr")), viewport=WIDE)
    third = page.locator(".agenda-pick").nth(2)
    third.focus()
    page.keyboard.press("Alt+ArrowUp")
    sent = engine.commands[-1]
    assert (sent["do"], sent["activity"], sent["to"]) == ("activity.move", P2, 1)
    engine.put({"agenda": [P1, P2, W1, P3]})
    expect(page.locator(".agenda-pick").nth(1)).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    assert engine.commands[-1]["to"] == 0
    engine.put({"agenda": [P2, P1, W1, P3]})
    expect(page.locator(".agenda-pick").first).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    assert len(engine.commands) == 2


def test_removing_a_step_leaves_the_focus_on_the_next(visit: Any) -> None:
    page, engine = visit("facilitator", rooms.console("fr", rooms.lobby("fr")), viewport=WIDE)
    page.locator(".agenda-pick").nth(1).click()
    page.get_by_role("button", name="Supprimer").press("Enter")
    engine.put({"agenda": [P1, P2, P3]}, [f"activity/{W1}"])
    expect(page.locator(".agenda-pick").nth(1)).to_be_focused()


def test_own_seat_is_the_participants_page(visit: Any, pages: Any) -> None:
    page, _ = visit("facilitator", step(asking("consent")), viewport=WIDE)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Voter depuis ma propre place").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{pages.origin}/{rooms.CODE}"


def timed() -> dict[str, Any]:
    return step(rooms.poll("fr"), **{f"timer/{P1}": {"endsMs": NOW + 60_000}})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("entities", "press"),
    [
        (lambda: step(rooms.poll("fr")), None),
        (objections, None),
        (objections, "Porter les 2 propositions"),
        (timed, None),
        (timed, "Plus pour une personne"),
    ],
)
def test_the_console_is_accessible_on_the_smallest_phone(
    visit: Any, entities: Any, press: str | None, scheme: str
) -> None:
    page, _ = visit("facilitator", entities(), viewport=SMALL, color_scheme=scheme)
    for summary in page.locator(".stage details > summary").all():
        summary.click()
    if press is not None:
        page.get_by_role("button", name=press).click()
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
