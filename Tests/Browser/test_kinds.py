"""Every kind of poll is answered: by keyboard, exactly, and nothing that was typed is lost."""

from __future__ import annotations

import json
from typing import Any, Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import kinds
import rooms
from browser import SMALL
from fake_engine import Engine
from rooms import P1, P2
from test_everywhere import RULES

SEND = "Envoyer ma réponse"
OPTIONS = kinds.TEXTS["fr"]["options"]


def press(page: Page, target: Any, *keys: str) -> None:
    target.focus()
    for key in keys:
        page.keyboard.press(key)


def write(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).focus()
    page.keyboard.type(text)


def answer_other(page: Page) -> None:
    press(page, page.get_by_role("radio").nth(4), "Space")
    write(page, "Votre propre réponse", "Un forum")


def answer_scale(page: Page) -> None:
    press(page, page.get_by_role("radio").first, "Space", "ArrowRight", "ArrowRight")


def answer_ranking(page: Page) -> None:
    for option in (1, 3, 0):
        press(page, page.get_by_role("button", name=f"Placer {OPTIONS[option]}"), "Enter")
    press(page, page.get_by_role("button", name=f"Monter {OPTIONS[3]}"), "Enter")


def answer_points(page: Page) -> None:
    write(page, f"Points pour {OPTIONS[0]}", "6")
    for _ in range(4):
        press(page, page.get_by_role("button", name=f"1 de plus pour {OPTIONS[2]}"), "Enter")


def answer_estimate(page: Page) -> None:
    write(page, "Votre estimation", "42")


def answer_text(page: Page) -> None:
    write(page, "Réponse 1", "Du temps")
    write(page, "Réponse 2", "Des données")


def answer_judgement(page: Page) -> None:
    for option, grade in enumerate((0, 2, 4)):
        group = page.get_by_role("group", name=OPTIONS[option])
        press(page, group.get_by_role("radio").first, "Space", *["ArrowRight"] * grade)


def answer_consent(page: Page) -> None:
    press(page, page.get_by_role("radio").nth(2), "Space")
    write(page, "Que proposez-vous à la place", "Un seul site")


ANSWERS: dict[str, tuple[Callable[[Page], None], dict[str, Any]]] = {
    "other": (answer_other, {"choices": [4], "other": {"text": "Un forum"}}),
    "scale": (answer_scale, {"step": 2}),
    "ranking": (answer_ranking, {"ranking": [3, 1, 0]}),
    "points": (answer_points, {"points": [6, 0, 4, 0]}),
    "estimate": (answer_estimate, {"number": 42}),
    "text": (answer_text, {"texts": [{"text": "Du temps"}, {"text": "Des données"}]}),
    "judgement": (answer_judgement, {"grades": [0, 2, 4]}),
    "consent": (answer_consent, {"consent": "object", "because": {"text": "Un seul site"}}),
}
WRITTEN = ["other", "estimate", "text", "consent"]


def without_ids(value: Any) -> Any:
    """Checks the ids that the page made, and takes them out."""
    if isinstance(value, list):
        return [without_ids(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "entry" in value:
        assert len(value["entry"]) == 16 and int(value["entry"], 16) >= 0
    return {key: without_ids(one) for key, one in value.items() if key != "entry"}


def ballot(command: dict[str, Any]) -> dict[str, Any]:
    assert command["do"] == "poll.vote"
    return {key: one for key, one in command.items() if key not in ("id", "do", "poll")}


def send(page: Page, name: str = SEND) -> None:
    press(page, page.get_by_role("button", name=name), "Enter")


def asked(join: Any, kind: str, engine: Any = None, **changed: Any) -> tuple[Page, Engine]:
    page, playing = join(
        kinds.asking(kind, "fr", **changed),
        engine={"answer": engine or kinds.counting(kind, "fr")},
    )
    page.locator("form.paper").wait_for()
    return page, playing


def recorded(page: Page) -> None:
    expect(page.locator(".truth")).to_contain_text("Réponse enregistrée")


def refusing(say: str, code: str = "too-many-texts") -> Any:
    def refuse(engine: Engine, command: dict[str, Any]) -> None:
        engine.send({"type": "refused", "id": command["id"], "code": code, "say": say})

    return refuse


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_keyboard_alone_answers_and_the_ballot_is_exact(join: Any, kind: str) -> None:
    page, engine = asked(join, kind)
    answer, due = ANSWERS[kind]
    answer(page)
    send(page)
    recorded(page)
    assert [without_ids(ballot(one)) for one in engine.commands] == [due]
    assert engine.commands[0]["poll"] == P1
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_abstention_withdrawal_and_a_second_thought(join: Any, kind: str) -> None:
    page, engine = asked(join, kind)
    answer, due = ANSWERS[kind]
    answer(page)
    send(page)
    recorded(page)
    press(page, page.get_by_label("Je m’abstiens"), "Space")
    send(page, "Envoyer la modification")
    recorded(page)
    assert ballot(engine.commands[-1]) == {"abstain": True}
    send(page, "Retirer ma réponse")
    expect(page.locator(".truth")).to_contain_text("pas encore répondu")
    assert engine.commands[-1]["do"] == "poll.withdraw"
    answer(page)
    send(page)
    recorded(page)
    assert without_ids(ballot(engine.commands[-1])) == due


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_draft_survives_a_reload(join: Any, kind: str) -> None:
    page, engine = asked(join, kind)
    answer, due = ANSWERS[kind]
    answer(page)
    page.reload()
    page.locator(".connection.is-connected").wait_for()
    send(page)
    recorded(page)
    assert without_ids(ballot(engine.commands[-1])) == due


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_refused_ballot_says_why_and_loses_nothing(join: Any, kind: str) -> None:
    page, engine = asked(join, kind, refusing("Voilà pourquoi."))
    answer, _ = ANSWERS[kind]
    answer(page)
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Voilà pourquoi.")
    engine.answer = kinds.counting(kind, "fr")
    send(page)
    recorded(page)
    first, second = engine.commands
    assert ballot(first) == ballot(second)


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_was_written_too_late_is_shown_after_the_close(join: Any, kind: str) -> None:
    page, engine = asked(join, kind, refusing("Ce vote est clos.", "poll-closed"))
    answer, _ = ANSWERS[kind]
    answer(page)
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Ce vote est clos.")
    engine.put({f"activity/{P1}": kinds.poll(kind, "fr", phase="closed")})
    said = {"estimate": "42", "text": "Des données"}.get(kind, "Un")
    expect(page.locator(".not-sent")).to_contain_text(said)


def test_objection_without_proposal_is_not_sent_and_says_why(join: Any) -> None:
    page, engine = asked(join, "consent")
    press(page, page.get_by_role("radio").nth(2), "Space")
    button = page.get_by_role("button", name=SEND)
    expect(button).to_have_attribute("aria-disabled", "true")
    send(page)
    expect(page.get_by_text("Écrivez votre proposition")).to_be_visible()
    assert engine.commands == []


def test_reservations_need_no_words(join: Any) -> None:
    page, engine = asked(join, "consent")
    press(page, page.get_by_role("radio").nth(1), "Space")
    send(page)
    recorded(page)
    assert ballot(engine.commands[0]) == {"consent": "reservations"}


@pytest.mark.parametrize("typed", ["12,5", "12.50", "12,50"])
def test_estimate_takes_a_comma_or_a_point(join: Any, typed: str) -> None:
    page, engine = asked(join, "estimate", decimals=2, to=20_000)
    write(page, "Votre estimation", typed)
    send(page)
    recorded(page)
    assert ballot(engine.commands[0]) == {"number": 1250}
    expect(page.get_by_label("Votre estimation")).to_have_value("12,50")


@pytest.mark.parametrize("typed", ["12,5", "201", "beaucoup", "1,000"])
def test_estimate_says_what_a_number_is(join: Any, typed: str) -> None:
    page, engine = asked(join, "estimate")
    write(page, "Votre estimation", typed)
    field = page.get_by_label("Votre estimation")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".over")).to_contain_text("Un nombre de 0 à 200")
    send(page)
    assert engine.commands == []


def test_points_left_are_always_in_sight(join: Any) -> None:
    page, engine = asked(join, "points")
    left = page.locator(".paper-count")
    expect(left).to_contain_text("10 points restants")
    write(page, f"Points pour {OPTIONS[0]}", "6")
    expect(left).to_contain_text("4 points restants")
    expect(left).to_be_in_viewport()
    send(page)
    assert engine.commands == []
    write(page, f"Points pour {OPTIONS[1]}", "5")
    expect(left).to_contain_text("1 point de trop")


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_edition_is_sent_and_a_changed_poll_says_so(join: Any, kind: str) -> None:
    page, engine = asked(join, kind)
    answer, due = ANSWERS[kind]
    answer(page)
    engine.put({f"activity/{P1}": kinds.poll(kind, "fr", edition=2)})
    expect(page.get_by_role("alert")).to_be_visible()
    send(page)
    recorded(page)
    assert without_ids(ballot(engine.commands[-1])) == {**due, "edition": 2}


def test_refused_because_the_poll_changed_keeps_the_answer(join: Any) -> None:
    page, engine = asked(join, "text", refusing("La question a changé.", "poll-changed"))
    answer_text(page)
    send(page)
    expect(page.get_by_role("alert").last).to_contain_text("La question a changé.")
    expect(page.get_by_label("Réponse 1")).to_have_value("Du temps")
    engine.answer = kinds.counting("text", "fr")
    engine.put({f"activity/{P1}": kinds.poll("text", "fr", edition=1)})
    send(page)
    recorded(page)
    assert engine.commands[-1]["edition"] == 1


@pytest.mark.parametrize(
    "kind,line", [("other", 4), ("scale", 2), ("consent", 2), ("points", None)]
)
def test_next_round_tells_the_line_of_the_round_before(
    join: Any, kind: str, line: int | None
) -> None:
    page, engine = asked(join, kind)
    answer, due = ANSWERS[kind]
    answer(page)
    send(page)
    recorded(page)
    engine.put(
        {
            "room": rooms.room("fr", focus=P2),
            "agenda": [P1, P2],
            f"activity/{P1}": kinds.poll(kind, "fr", phase="closed"),
            f"activity/{P2}": kinds.poll(kind, "fr", follows=P1, question="Et maintenant ?"),
        },
        [f"mine/{P1}"],
    )
    page.get_by_role("heading", name="Et maintenant").wait_for()
    answer(page)
    send(page)
    recorded(page)
    earlier = {} if line is None else {"earlier": line}
    assert without_ids(ballot(engine.commands[-1])) == {**due, **earlier}


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_after_the_close_the_answer_stays_in_words(join: Any, kind: str) -> None:
    page, engine = asked(join, kind)
    answer, _ = ANSWERS[kind]
    answer(page)
    send(page)
    recorded(page)
    engine.put({f"activity/{P1}": kinds.poll(kind, "fr", phase="closed")}, [f"mine/{P1}"])
    expect(page.get_by_text("gardée par cet appareil seulement")).to_be_visible()
    expect(page.locator(".own-answer li").first).not_to_be_empty()
    expect(page.locator(".results-block h2")).to_have_text("Résultats")
    expect(page.locator(".own-answer li").first).not_to_contain_text("Chargement")


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_hidden_results_are_said_hidden(join: Any, kind: str) -> None:
    page, _ = join(kinds.asking(kind, "fr", phase="closed", results="reveal"))
    expect(page.get_by_text("L’animation dévoilera les résultats")).to_be_visible()
    expect(page.get_by_text("Vous n’avez pas répondu")).to_be_visible()
    expect(page.locator(".results-block")).to_have_count(0)


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_late_joiner_sees_results_only_on_asking(join: Any, kind: str) -> None:
    page, _ = join(kinds.answered(kind, "fr"))
    expect(page.locator("form.paper")).to_be_visible()
    expect(page.locator(".results-block")).to_have_count(0)
    page.locator(".show-results button").click()
    expect(page.locator(".results-block")).to_be_visible()


def test_vote_waits_for_the_network_whatever_its_kind(join: Any) -> None:
    page, engine = asked(join, "ranking")
    engine.accepts = False
    engine.drop()
    answer_ranking(page)
    send(page)
    expect(page.locator(".truth")).to_contain_text("En attente du réseau")
    engine.accepts = True
    page.evaluate("dispatchEvent(new Event('online'))")
    recorded(page)
    assert [ballot(one) for one in engine.commands] == [{"ranking": [3, 1, 0]}]


def open_small(visit: Any, kind: str, lang: str, scheme: str) -> Page:
    page, _ = visit(
        "participant",
        kinds.answered(kind, lang),
        engine={"answer": kinds.counting(kind, lang)},
        locale=f"{lang}-{lang.upper()}",
        viewport=SMALL,
        color_scheme=scheme,
    )
    page.locator("button[type=submit]").click()
    page.locator("form.paper .thumb-bar").wait_for()
    return page


def open_results(page: Page) -> None:
    page.locator(".show-results button").click()
    page.locator(".results-block").wait_for()


@pytest.mark.parametrize("lang,scheme", [("fr", "light"), ("en", "dark")])
@pytest.mark.parametrize("kind", kinds.ASKS)
def test_axe_finds_nothing(visit: Any, kind: str, lang: str, scheme: str) -> None:
    page = open_small(visit, kind, lang, scheme)
    if lang == "fr":
        ANSWERS[kind][0](page)
    open_results(page)
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    told = [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found]
    assert told == [], json.dumps(told, indent=1)


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_smallest_phone_has_room_and_large_targets(visit: Any, kind: str) -> None:
    page = open_small(visit, kind, "fr", "light")
    ANSWERS[kind][0](page)
    open_results(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    targets = page.locator(
        "button, .choice, .segments span, .step-card, select, summary, a.button, textarea, "
        "input:not([type=radio]):not([type=checkbox])"
    )
    small = targets.evaluate_all(
        """all => all.filter(one => one.checkVisibility())
        .filter(one => one.getBoundingClientRect().height < 47.5)
        .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert small == []
