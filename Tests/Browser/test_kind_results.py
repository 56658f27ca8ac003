"""The results of every kind of poll: drawn and as a table they say the same, to everybody."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import kinds
import rooms
from browser import LAPTOP, PROJECTOR, SMALL
from rooms import P1, P2
from tallies import tally
from test_everywhere import RULES, on_screen

HALL = {"width": 1920, "height": 1080}
START = 1795377600000


def shown(join: Any, kind: str, lang: str = "fr", **options: Any) -> Page:
    room = kinds.answered(kind, lang, phase="closed")
    mine = {f"mine/{P1}": kinds.ballots(kind, lang)[-2]}
    page, _ = join({**room, **mine}, locale=f"{lang}-{lang.upper()}", **options)
    page.locator(".results-foot").wait_for()
    return page


def violations(page: Page) -> str:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    told = [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found]
    return json.dumps(told, indent=1) if told else ""


def figures(texts: list[str]) -> list[str]:
    return [text.replace("\u202f", " ").replace("\u00a0", " ").strip() for text in texts]


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_picture_and_table_say_the_same(join: Any, kind: str) -> None:
    page = shown(join, kind)
    counted = {
        "scale": ".column .sr-only",
        "estimate": ".column .sr-only",
        "text": ".cloud-count",
        "judgement": ".bar-grade",
    }.get(kind, ".bar-count")
    drawn = figures(page.locator(f".results {counted}").all_inner_texts())
    drawn = [text.split(",")[0].split(": ")[-1] if kind in ("scale", "estimate") else text for text in drawn]
    if kind == "ranking":
        drawn = [text.split(" ")[-1] for text in drawn]
    page.get_by_role("button", name="En tableau").click()
    column = {"ranking": 3, "judgement": 3}.get(kind, 2)
    rows = page.locator(f".results tbody tr > :nth-child({column})")
    listed = figures(rows.all_inner_texts())
    if kind == "scale":
        listed = listed[:-1]
    assert sorted(listed) == sorted(drawn) and len(listed) > 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", kinds.ASKS)
def test_axe_finds_nothing_in_forms_results_and_tables(join: Any, kind: str, scheme: str) -> None:
    lang = "fr" if scheme == "light" else "en"
    options = {"locale": f"{lang}-{lang.upper()}", "color_scheme": scheme, "viewport": SMALL}
    page, _ = join(kinds.asking(kind, lang, results="close", quorum=50), **options)
    page.locator(".paper").wait_for()
    assert violations(page) == ""
    page = shown(join, kind, lang, color_scheme=scheme, viewport=SMALL)
    assert violations(page) == ""
    page.locator(".results-foot button").click()
    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_forms_fit_the_smallest_phone_and_the_thumb(join: Any, kind: str) -> None:
    page, _ = join(kinds.asking(kind, "fr"), viewport=SMALL)
    page.locator(".paper").wait_for()
    if kind == "ranking":
        for _ in range(4):
            page.locator(".rank-pool button").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    targets = page.locator("main :is(button, .choice, .segments span, textarea)")
    small = targets.evaluate_all(
        """all => all.filter(one => one.checkVisibility())
        .filter(one => one.getBoundingClientRect().height < 47.5)
        .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert small == []


@pytest.mark.parametrize("size", [PROJECTOR, HALL], ids=["720", "1080"])
@pytest.mark.parametrize("view", ["result", "suspense", "rounds"])
@pytest.mark.parametrize("kind", kinds.ASKS)
def test_projector_is_legible(visit: Any, kind: str, view: str, size: dict[str, int]) -> None:
    timed = {f"timer/{P1}": {"endsMs": START + 95_000}}
    base = {
        "result": on_screen("fr", kinds.answered(kind, "fr", quorum=50), P1),
        "suspense": on_screen("fr", {**kinds.asking(kind, "fr", results="close"), **timed}, P1),
        "rounds": on_screen("fr", kinds.second_round(kind, "fr"), P2),
    }[view]
    page, _ = visit("display", base, viewport=size)
    page.locator(".slide").wait_for()
    small = page.locator("#page *").evaluate_all(
        """all => all.filter(one => one.checkVisibility()
          && [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
        .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent.slice(0, 40)])
        .filter(([size]) => size < innerHeight / 30)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollHeight") <= size["height"]
    low = page.locator(".slide > :last-child").evaluate("one => one.getBoundingClientRect().bottom")
    assert low <= size["height"]
    assert page.locator("button, a, input").count() == 0
    if size == PROJECTOR:
        assert violations(page) == ""


def test_rounds_stand_side_by_side_and_groups_in_tables(visit: Any) -> None:
    room = {**kinds.second_round("consent", "fr"), **kinds.tables("consent", "fr")}
    page, _ = visit("guest", room, viewport=LAPTOP)
    rounds = page.locator(".rounds tbody tr").first
    expect(rounds).to_contain_text("D’accord")
    assert figures(rounds.locator(".bar-count").all_inner_texts()) == ["7", "6"]
    college = page.locator(".breakdown").filter(has_text="Par catégorie")
    expect(college.locator("tbody tr").first).to_contain_text("attribution")
    expect(college).to_contain_text("moins de 5")
    expect(college.locator("td").first).to_have_text("–")
    expect(page.get_by_role("heading", name="Mouvements depuis le tour précédent")).to_be_visible()
    assert violations(page) == ""


def test_raised_hands_stand_apart(join: Any) -> None:
    asked = kinds.answered("consent", "fr", phase="closed")
    counted = {**asked[f"tally/{P1}"], "hands": [14, 0, 1, 0]}
    page, _ = join({**asked, f"tally/{P1}": counted})
    first = page.locator(".bar-row").first
    expect(first.locator(".bar-hands")).to_have_text("14 à main levée")
    expect(first.locator(".bar-count")).to_have_text("7")


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_nobody_has_answered_yet(join: Any, kind: str) -> None:
    empty = tally(kinds.poll(kind, "fr"), [])
    page, _ = join({**kinds.asking(kind, "fr"), f"tally/{P1}": empty})
    page.get_by_role("button", name="Résultats en direct").click()
    expect(page.locator(".results-foot")).to_contain_text("Personne n’a encore répondu")


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_a_late_joiner_sees_results_without_an_answer(join: Any, kind: str) -> None:
    page, _ = join(kinds.answered(kind, "fr", phase="closed"))
    expect(page.get_by_text("Vous n’avez pas répondu à ce vote.")).to_be_visible()
    expect(page.locator(".results")).to_be_visible()
    expect(page.locator(".bar-mine, .is-mine")).to_have_count(0)


def test_a_hidden_result_is_nowhere(join: Any) -> None:
    page, _ = join(kinds.asking("ranking", "fr", phase="closed", results="reveal"))
    expect(page.locator(".hush")).to_contain_text("L’animation dévoilera")
    expect(page.locator(".results")).to_have_count(0)


def test_time_is_told_in_the_servers_time_and_more_of_it_explained(join: Any) -> None:
    timer = {f"timer/{P1}": {"endsMs": START + 65_000}}
    page, engine = join({**kinds.asking("scale", "fr"), **timer})
    expect(page.locator(".timer-clock")).to_have_text("1:04", timeout=4_000)
    engine.put({f"time/{P1}": {"endsMs": START + 3_665_000}})
    expect(page.locator(".timer")).to_contain_text("plus de temps")
    expect(page.locator(".timer-clock")).to_contain_text("1:01:0")
    over = {"endsMs": START - 1_000}
    engine.put({f"timer/{P1}": over, f"time/{P1}": over})
    expect(page.locator(".timer.is-up").first).to_contain_text("jusqu’à la clôture du vote")
    expect(page.locator(".paper button[type=submit]")).to_be_visible()


def test_quorum_is_reached_by_answers(visit: Any) -> None:
    room = {**kinds.asking("scale", "fr", quorum=50), f"progress/{P1}": {"answered": 20, "of": 42}}
    page, engine = visit("guest", room, viewport=LAPTOP)
    expect(page.locator(".quorum")).to_contain_text("Quorum 21 sur 42")
    expect(page.locator(".quorum")).to_contain_text("pas encore atteint")
    engine.put({f"progress/{P1}": {"answered": 21, "of": 42}})
    expect(page.locator(".quorum.is-reached")).to_be_visible()


def test_a_hidden_text_goes_and_the_log_says_why(join: Any) -> None:
    page, engine = join(kinds.answered("text", "fr", phase="closed"))
    expect(page.locator(".entry")).to_have_count(6)
    gone = kinds.entry(0, "")["entry"]
    log = [{"note": gone, "done": "hide", "reason": rooms.TEXTS["fr"]["reason"]}]
    engine.put({f"hidden/{P1}": log}, [f"entry/{gone}"])
    expect(page.locator(".entry")).to_have_count(5)
    page.locator(".log summary").click()
    expect(page.locator(".log")).to_contain_text("hors sujet")
