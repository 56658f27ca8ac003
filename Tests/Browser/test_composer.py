"""A poll is written in one box: a question, its answers as lines; the kind is guessed and shown."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import rooms
from browser import SMALL
from fake_engine import Engine
from rooms import P1, P3

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE = {"width": 1366, "height": 900}


def lobby(lang: str = "fr", **room: Any) -> dict[str, Any]:
    base = rooms.lobby(lang)
    return rooms.console(lang, {**base, "room": {**base["room"], **room}})


def begin(page: Page, text: str) -> Any:
    """Opens the box of a new vote and writes in it."""
    page.get_by_role("button", name="Ajouter un vote").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".composer-box")).to_be_focused()
    dialog.locator(".composer-box").fill(text)
    return dialog


def refuse(engine: Engine, command: dict[str, Any]) -> None:
    engine.send(
        {"type": "refused", "id": command["id"], "code": "invalid-activity", "say": "Trop long."}
    )


class Keys:
    """A keyboard that counts: what is typed, and every key that is not a letter of the text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.typed = 0
        self.steps = 0

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.typed += len(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.steps += 1


def test_question_with_four_answers_is_live_by_keyboard_alone(visit: Any) -> None:
    page, engine = visit(
        "facilitator", rooms.console("fr", rooms.live_results("fr")), viewport=WIDE
    )
    expect(page.get_by_role("heading", name="Déroulé")).to_be_visible()
    keys = Keys(page)
    keys.press("q")
    lines = ["On commence par quoi ?", "Lexique", "Formation", "Compteur", "Budget"]
    for index, line in enumerate(lines):
        if index:
            keys.press("Enter")
        keys.write(line)
    expect(page.locator(".understood")).to_contain_text("une réponse sur 4")
    keys.press("Control+Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    added, launched = engine.commands
    assert added["as"]["options"] == lines[1:] and added["at"] == 1
    assert launched["do"] == "activity.launch" and launched["activity"] == added["activity"]
    # One key to open, one per line, one to launch: nothing else than the words themselves. At 40
    # words a minute (200 characters), 49 characters and 6 keys are well under 20 seconds.
    assert keys.steps == 6 and keys.typed == sum(len(line) for line in lines)
    assert (keys.typed + keys.steps) / (200 / 60) < 20


@pytest.mark.parametrize(
    ("text", "kind", "ask", "said"),
    [
        ("Où ?\nA\nB", "Une réponse", None, "une réponse sur 2"),
        ("Jusqu’à 2\nA\nB\nC", "Plusieurs réponses", None, "1 à 2 réponses sur 3"),
        ("De 1 à 7, clair ?", "Échelle", "scale", "échelle de 1 à 7"),
        ("Classez\nA\nB\nC", "Classement", "ranking", "classement de 3 réponses"),
        ("Répartissez 10 points\nA\nB", "Points", "points", "10 points pour 2 réponses"),
        ("Évaluez chaque piste\nA\nB", "Jugement", "judgement", "avec 7 mentions"),
        ("Quel pourcentage ?", "Nombre", "estimate", "nombre de 0 à 100"),
        ("En un mot ?", "Texte court", "text", "1 texte court"),
        ("Adoptons-nous le plan ?", "Consentement", "consent", "consentement"),
    ],
)
def test_every_kind_is_guessed_shown_and_sent(
    visit: Any, text: str, kind: str, ask: str | None, said: str
) -> None:
    page, engine = visit("facilitator", lobby(), viewport=WIDE)
    dialog = begin(page, text)
    expect(dialog.locator(".understood")).to_contain_text(said)
    expect(dialog.get_by_role("radio", name=kind, exact=True)).to_be_checked()
    page.keyboard.press("Control+Enter")
    expect(dialog).to_be_hidden()
    assert engine.commands[0]["as"].get("ask") == ask
    assert engine.commands[0]["as"]["question"] == text.split("\n")[0]


def test_the_kind_can_be_changed_and_guessed_again(visit: Any) -> None:
    page, engine = visit("facilitator", lobby(), viewport=WIDE)
    dialog = begin(page, "Classez\nLexique\nFormation\nAutre…")
    dialog.get_by_role("radio", name="Classement").focus()
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("radio", name="Points", exact=True)).to_be_checked()
    dialog.get_by_role("button", name="Deviner d’après les mots").click()
    expect(dialog.get_by_role("radio", name="Classement")).to_be_checked()
    dialog.get_by_role("radio", name="Une réponse").check(force=True)
    expect(dialog.get_by_role("checkbox", name="On peut écrire une autre réponse")).to_be_checked()
    page.keyboard.press("Control+Enter")
    assert engine.commands[0]["as"]["options"] == ["Lexique", "Formation"]
    assert engine.commands[0]["as"]["other"] is True


def test_settings_of_kinds_and_of_all_polls(visit: Any) -> None:
    asked = {
        "colleges": rooms.TEXTS["fr"]["colleges"],
        "organisations": rooms.TEXTS["fr"]["organisations"],
    }
    page, engine = visit("facilitator", lobby(**asked), viewport=WIDE)
    dialog = begin(page, "De 1 à 5, prêts ?")
    dialog.get_by_label("Tout en bas").fill("Pas prêts")
    dialog.get_by_text("Autres réglages").click()
    dialog.get_by_role("radio", name="Quand je les dévoile").check(force=True)
    dialog.get_by_label("Minutes").fill("1")
    dialog.get_by_label("Secondes").fill("30")
    dialog.get_by_label("Quorum").fill("50")
    dialog.get_by_role("radio", name="Par « au titre de »").check(force=True)
    dialog.get_by_label("Bulletins au moins").fill("4")
    page.keyboard.press("Control+Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("de 5 à 50")
    dialog.get_by_label("Bulletins au moins").fill("6")
    page.keyboard.press("Control+Enter")
    expect(dialog).to_be_hidden()
    assert engine.commands[0]["as"] == {
        "kind": "poll",
        "question": "De 1 à 5, prêts ?",
        "abstention": True,
        "results": "reveal",
        "identity": "anonymous",
        "seconds": 90,
        "quorum": 50,
        "breakdown": "college",
        "threshold": 6,
        "ask": "scale",
        "steps": 5,
        "low": "Pas prêts",
        "high": "Tout à fait",
    }


def test_breakdown_is_offered_only_where_it_can_be_shown(visit: Any) -> None:
    page, _ = visit(
        "facilitator", lobby(colleges=rooms.TEXTS["fr"]["colleges"]), viewport=WIDE
    )
    dialog = begin(page, "Où ?\nA\nB")
    dialog.get_by_text("Autres réglages").click()
    expect(dialog.get_by_role("radio", name="Par « au titre de »")).to_have_count(1)
    expect(dialog.get_by_role("radio", name="Par organisme")).to_have_count(0)
    dialog.get_by_role("radio", name="Classement").check(force=True)
    expect(dialog.get_by_role("radio", name="Par « au titre de »")).to_have_count(0)


def test_limits_are_said_while_writing(visit: Any) -> None:
    page, engine = visit("facilitator", lobby(), viewport=WIDE)
    dialog = begin(page, "Où ?\nA")
    expect(dialog.locator(".understood")).to_contain_text("au moins deux réponses")
    dialog.locator(".composer-box").fill("Où ?\nA\n" + "b" * 121)
    expect(dialog.locator(".understood")).to_contain_text("La réponse 2 est trop longue")
    page.keyboard.press("Control+Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("La réponse 2 est trop longue")
    assert engine.commands == []


def test_what_was_begun_survives_escape_and_reload(visit: Any) -> None:
    page, engine = visit("facilitator", lobby(), viewport=WIDE)
    dialog = begin(page, "Une question à moitié")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Ajouter un vote")).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.locator(".composer-box")).to_have_value("Une question à moitié")
    page.reload()
    page.get_by_role("button", name="Ajouter un vote").click()
    expect(dialog.locator(".composer-box")).to_have_value("Une question à moitié")
    dialog.get_by_role("button", name="Recommencer").click()
    expect(dialog.locator(".composer-box")).to_have_value("")
    expect(dialog.locator(".composer-box")).to_be_focused()
    assert engine.commands == []


def test_refused_poll_opens_again_as_it_was(visit: Any) -> None:
    page, engine = visit("facilitator", lobby(), engine={"answer": refuse}, viewport=WIDE)
    dialog = begin(page, "Classez ces pistes\nLexique\nFormation")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Reprendre").click()
    expect(dialog.locator(".composer-box")).to_have_value("Classez ces pistes\nLexique\nFormation")
    expect(dialog.get_by_role("radio", name="Classement")).to_be_checked()
    assert len(engine.commands) == 1


def test_draft_is_written_again_in_the_same_box(visit: Any) -> None:
    page, engine = visit("facilitator", lobby(), viewport=WIDE)
    page.locator(".agenda-pick").nth(3).click()
    page.get_by_role("button", name="Modifier").click()
    box = page.get_by_role("dialog").locator(".composer-box")
    expect(box).to_have_value("Un observatoire commun ?\nOui\nOui, plus tard\nNon")
    page.keyboard.press("Enter")
    page.keyboard.type("Je ne sais pas")
    page.keyboard.press("Control+Enter")
    sent = engine.commands[0]
    assert (sent["do"], sent["activity"]) == ("activity.edit", P3)
    assert sent["as"]["options"][-1] == "Je ne sais pas" and sent["as"]["results"] == "close"


def test_open_poll_changes_until_its_first_ballot(visit: Any) -> None:
    entities = rooms.console("fr", rooms.voting("fr"))
    entities[f"progress/{P1}"] = {"answered": 0, "of": 42}
    page, engine = visit("facilitator", entities, viewport=WIDE)
    page.get_by_role("button", name="Modifier").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Autres réglages").click()
    expect(dialog.get_by_role("radio", name="Avec les noms")).to_be_disabled()
    expect(dialog.get_by_role("radio", name="À la clôture du vote")).to_be_disabled()
    dialog.locator(".composer-box").fill("Où en est-on ?\nA\nB")
    page.keyboard.press("Control+Enter")
    assert engine.commands[0]["do"] == "activity.edit" and "phase" not in engine.commands[0]["as"]
    engine.put({f"progress/{P1}": {"answered": 1, "of": 42}})
    expect(page.get_by_role("button", name="Ne se modifie plus")).to_be_visible()


def test_quick_question_waits_as_a_draft_before_the_room_opens(visit: Any) -> None:
    page, engine = visit("facilitator", lobby(), viewport=WIDE)
    expect(page.get_by_role("heading", name="Déroulé")).to_be_visible()
    page.keyboard.press("q")
    page.keyboard.type("Pause ?\nOui\nNon")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert [command["do"] for command in engine.commands] == ["activity.add"]


def test_the_key_works_wherever_nothing_is_typed(visit: Any) -> None:
    page, _ = visit("facilitator", rooms.console("fr", rooms.live_results("fr")), viewport=WIDE)
    page.get_by_role("radio", name="Suivre l’étape en cours").focus()
    page.keyboard.press("q")
    expect(page.get_by_role("dialog", name="Question rapide")).to_be_visible()
    page.keyboard.type("q")
    expect(page.locator(".composer-box")).to_have_value("q")
    page.keyboard.press("Escape")
    expect(page.get_by_role("radio", name="Suivre l’étape en cours")).to_be_focused()


def test_english_is_understood_in_an_english_room(visit: Any) -> None:
    page, engine = visit("facilitator", lobby("en"), viewport=WIDE, locale="en-GB")
    page.get_by_role("button", name="Add a vote").click()
    page.keyboard.type("Grade each idea\n1. Glossary\n2. Training")
    expect(page.locator(".understood")).to_contain_text("judgement of 2 options with 7 grades")
    page.keyboard.press("Control+Enter")
    assert engine.commands[0]["as"]["grades"][0] == "Excellent"
    assert engine.commands[0]["as"]["grades"][-1] == "Reject"


@pytest.mark.parametrize("text", ["", "Classez\nA", "De 1 à 5 ?", "Combien ?", "Évaluez chaque\nA"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_box_is_accessible_on_the_smallest_phone(visit: Any, text: str, scheme: str) -> None:
    page, _ = visit("facilitator", lobby(), viewport=SMALL, color_scheme=scheme)
    dialog = begin(page, text)
    dialog.get_by_text("Autres réglages").click()
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    body = page.locator(".composer-body")
    assert body.evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    small = page.locator("dialog :is(button, .segments span, .check, summary, input[type=number])")
    heights = small.evaluate_all(
        """all => all.filter(one => one.checkVisibility())
        .map(one => one.getBoundingClientRect().height)"""
    )
    assert min(heights) >= 47.5
