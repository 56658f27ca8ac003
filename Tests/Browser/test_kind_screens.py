"""Projector and guest pages of every kind of poll: in both themes, in pages, without motion."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import kinds
import rooms
from browser import LAPTOP, PROJECTOR
from rooms import P1, P2
from tallies import tally
from test_everywhere import on_screen
from test_kind_results import HALL, START, violations

MOVING = """
all => all.flatMap(one => [null, "::before", "::after"].map(part => getComputedStyle(one, part)))
  .filter(style => style.animationName !== "none"
    || style.transitionDuration.split(", ").some(time => parseFloat(time) > 0.001))
  .length
"""
# Texts, rows and lines that are seen only in part: of each, the part that is on the screen.
CUT = """
box => {
  const seen = box.getBoundingClientRect();
  const [above = 0, , below = 0] = (box.style.clipPath.match(/[\\d.]+/g) ?? []).map(Number);
  const [top, bottom] = [seen.top + above, seen.bottom - below];
  return [...box.querySelectorAll("li, tr, h2")].map(one => one.getBoundingClientRect())
    .filter(one => (one.top < top - 1 && one.bottom > top + 1)
      || (one.top < bottom - 1 && one.bottom > bottom + 1)).length;
}
"""


def display(visit: Any, kind: str, room: dict[str, Any], poll: str, **options: Any) -> Page:
    page, _ = visit("display", on_screen("fr", room, poll), **{"viewport": PROJECTOR, **options})
    page.locator(".slide").wait_for()
    return page


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_axe_finds_nothing_on_a_dark_projector(visit: Any, kind: str) -> None:
    dark = {"color_scheme": "dark"}
    assert violations(display(visit, kind, kinds.answered(kind, "fr"), P1, **dark)) == ""
    assert violations(display(visit, kind, kinds.second_round(kind, "fr"), P2, **dark)) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", kinds.ASKS)
def test_axe_finds_nothing_for_guests(visit: Any, kind: str, scheme: str) -> None:
    room = {**kinds.second_round(kind, "en"), **kinds.tables(kind, "en")}
    options = {"locale": "en-GB", "viewport": LAPTOP, "color_scheme": scheme}
    page, _ = visit("guest", room, **options)
    page.locator(".results-foot").first.wait_for()
    assert violations(page) == ""
    page.locator(".results-foot button").first.click()
    assert violations(page) == ""


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_nothing_moves_when_less_motion_is_asked_for(visit: Any, kind: str) -> None:
    page = display(visit, kind, kinds.answered(kind, "fr"), P1, reduced_motion="reduce")
    assert page.locator("#page *").evaluate_all(MOVING) == 0


@pytest.mark.parametrize("size", [PROJECTOR, HALL], ids=["720", "1080"])
@pytest.mark.parametrize("kind", ["text", "consent", "other"])
def test_pages_of_texts_cut_none(visit: Any, kind: str, size: dict[str, int]) -> None:
    room = kinds.answered(kind, "fr")
    texts = kinds.TEXTS["fr"]["texts"] * 3
    said = {"consent": "object"} if kind == "consent" else {}
    many = {
        f"entry/{0xF00 + i:016x}": {"poll": P1, "text": text, **said}
        for i, text in enumerate(texts)
    }
    page, _ = visit("display", on_screen("fr", {**room, **many}, P1), viewport=size)
    counter = page.locator(".slide-page")
    expect(counter).to_contain_text("1/")
    page.clock.install()
    page.reload()
    expect(counter).to_contain_text("1/")
    of = int(counter.inner_text().split("/")[1])
    seen: set[str] = set()
    for at in range(1, of + 1):
        expect(counter).to_have_text(f"{at}/{of}")
        assert page.locator(".wall-pages").evaluate(CUT) == 0
        seen |= set(
            page.locator(".wall-pages").evaluate(
                """box => [...box.querySelectorAll(".entry")].map((one, at) => [one, at])
                .filter(([one]) => one.getBoundingClientRect().top >= box.getBoundingClientRect().top - 1
                  && one.getBoundingClientRect().bottom <= box.getBoundingClientRect().bottom + 1)
                .map(([, at]) => String(at))"""
            )
        )
        page.clock.run_for(10_000)
    expect(counter).to_have_text(f"1/{of}")
    assert len(seen) == page.locator(".entry").count()


@pytest.mark.parametrize("kind", kinds.ASKS)
def test_a_projector_is_never_blank_before_the_first_answer(visit: Any, kind: str) -> None:
    empty = tally(kinds.poll(kind, "fr"), [])
    room = {**kinds.asking(kind, "fr"), f"tally/{P1}": empty}
    page = display(visit, kind, room, P1)
    expect(page.locator(".suspense, .bars, .columns")).to_be_visible()
    if kind not in ("other", "consent"):
        expect(page.locator(".slide")).to_contain_text("Personne n’a encore répondu")
    assert violations(page) == ""


def test_hands_on_a_scale_stand_apart(visit: Any) -> None:
    room = kinds.answered("scale", "fr", phase="closed")
    counted = {**room[f"tally/{P1}"], "hands": [0, 1, 2, 14, 3, 0]}
    page = display(visit, "scale", {**room, f"tally/{P1}": counted}, P1)
    expect(page.locator(".column-hands .bar-hands")).to_have_count(4)
    expect(page.locator(".column-hands li").nth(2)).to_have_text("4 14 à main levée")
    expect(page.locator(".column-count")).to_have_text(["1", "1", "2", "3", "2"])
    assert page.evaluate("document.documentElement.scrollHeight") <= PROJECTOR["height"]


def test_ties_are_named_in_the_picture_and_in_the_table(visit: Any) -> None:
    page, _ = visit("guest", kinds.answered("ranking", "fr", phase="closed"), viewport=LAPTOP)
    rows = page.locator(".results .bar-row")
    expect(rows.filter(has_text="ex æquo")).to_have_count(2)
    page.locator(".results-foot button").click()
    expect(page.locator(".results tbody tr").filter(has_text="ex æquo")).to_have_count(2)


def test_low_grades_are_told_by_more_than_a_colour(visit: Any) -> None:
    page = display(visit, "judgement", kinds.answered("judgement", "fr"), P1)
    striped = page.locator(".grade-key li").evaluate_all(
        "all => all.map(one => getComputedStyle(one.firstChild).backgroundImage !== 'none')"
    )
    assert striped == [False, False, False, True, True]


def test_no_time_is_told_once_it_is_taken_back(join: Any) -> None:
    left = {"endsMs": START + 65_000}
    page, engine = join({**kinds.asking("scale", "fr"), f"timer/{P1}": left, f"time/{P1}": left})
    expect(page.locator(".timer")).to_be_visible()
    engine.put({}, [f"timer/{P1}"])
    expect(page.locator(".timer")).to_have_count(0)


def test_a_window_without_room_for_the_texts_does_not_stop_the_page(visit: Any) -> None:
    entities = {**rooms.revealed_wall("fr"), **rooms.notes("fr", 60)}
    page, _ = visit("display", entities, viewport=PROJECTOR)
    box = page.locator(".wall-pages")
    for height in ("0", "300px"):
        box.evaluate("(box, height) => { box.style.flex = 'none'; box.style.height = height; }", height)
        assert page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0, 1)))")
    expect(page.get_by_text(re.compile("1/[0-9]+"))).to_be_visible()
