"""What holds for every view: accessible, steady, readable at every size, in two languages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import rooms
from browser import LAPTOP, PROJECTOR, SMALL
from fake_engine import CODE
from rooms import P1, P2, W1

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STEADY = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def on_screen(lang: str, base: dict[str, Any], activity: str | None) -> dict[str, Any]:
    return {**base, "screen": {"show": "follow", "activity": activity}}


VIEWS: dict[str, tuple[str, Any]] = {
    "home": ("home", lambda lang: {}),
    "vote": ("participant", rooms.voting),
    "vote-many": ("participant", rooms.choosing),
    "results": (
        "participant",
        lambda lang: {**rooms.live_results(lang), f"mine/{P1}": {"choices": [1]}},
    ),
    "writing": ("participant", rooms.writing),
    "wall": ("participant", rooms.revealed_wall),
    "ended": ("participant", rooms.ended),
    "console-lobby": ("facilitator", lambda lang: rooms.console(lang, rooms.lobby(lang))),
    "console-live": ("facilitator", lambda lang: rooms.console(lang, rooms.live_results(lang))),
    "console-wall": ("facilitator", lambda lang: rooms.console(lang, rooms.revealed_wall(lang))),
    "display-welcome": ("display", lambda lang: on_screen(lang, rooms.lobby(lang), None)),
    "display-poll": ("display", lambda lang: on_screen(lang, rooms.live_results(lang), P1)),
    "display-hidden": ("display", lambda lang: on_screen(lang, rooms.choosing(lang), P2)),
    "display-wall": ("display", lambda lang: on_screen(lang, rooms.revealed_wall(lang), W1)),
    "guest": ("guest", rooms.live_results),
}
SIZE = {"display": PROJECTOR, "facilitator": LAPTOP, "guest": LAPTOP}


def show(visit: Any, name: str, lang: str, **options: Any) -> Page:
    role, entities = VIEWS[name]
    settings = {"locale": f"{lang}-{lang.upper()}", "viewport": SIZE.get(role, SMALL), **options}
    page, _ = visit(role, entities(lang), **settings)
    if role == "participant":
        page.locator("button[type=submit]").click()
        page.locator(".connection.is-connected").wait_for()
    page.locator("h1").first.wait_for(state="attached")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing(visit: Any, name: str, scheme: str) -> None:
    page = show(visit, name, "fr" if scheme == "light" else "en", color_scheme=scheme)
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    told = [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found]
    assert told == [], json.dumps(told, indent=1)


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_is_wider_than_the_smallest_phone(visit: Any, name: str) -> None:
    page = show(visit, name, "fr", viewport=SMALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


@pytest.mark.parametrize(
    "name", ["vote", "vote-many", "results", "writing", "wall", "console-wall"]
)
def test_targets_are_48_pixels_high(visit: Any, name: str) -> None:
    page = show(visit, name, "fr")
    targets = page.locator("button, .choice, .segments span, select, summary, a.button, textarea")
    small = targets.evaluate_all(
        """all => all.filter(one => one.checkVisibility())
        .filter(one => one.getBoundingClientRect().height < 47.5)
        .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert small == []


@pytest.mark.parametrize(
    "name", ["vote", "results", "writing", "console-live", "display-poll", "guest"]
)
def test_nothing_jumps_when_the_engine_answers(visit: Any, pages: Any, name: str) -> None:
    page = show(visit, name, "fr")
    # A second visit: what the page carried is drawn first, then the engine's word arrives.
    page.add_init_script(STEADY)
    page.reload()
    page.locator("h1").first.wait_for(state="attached")
    page.wait_for_timeout(400)
    assert page.evaluate("window.shift") < 0.02


@pytest.mark.parametrize(
    "name", ["display-welcome", "display-poll", "display-hidden", "display-wall"]
)
def test_projector_text_is_a_thirtieth_of_the_height(visit: Any, name: str) -> None:
    page = show(visit, name, "fr")
    sizes = page.locator("#page *").evaluate_all(
        """all => all.filter(one => one.checkVisibility()
          && [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
        .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent.slice(0, 40)])
        .filter(([size]) => size < innerHeight / 30)"""
    )
    assert sizes == []
    assert page.evaluate("document.documentElement.scrollHeight") <= PROJECTOR["height"]


def test_projector_always_shows_how_to_join(visit: Any) -> None:
    for name in ("display-welcome", "display-poll", "display-wall"):
        page = show(visit, name, "fr")
        expect(page.get_by_text(CODE, exact=True)).to_be_visible()
        box = page.get_by_alt_text("QR code").bounding_box()
        assert box is not None and box["height"] >= PROJECTOR["height"] / 5
        assert page.locator("button, a, input").count() == 0


def test_projector_turns_from_silence_to_notes(visit: Any) -> None:
    page, engine = visit("display", on_screen("fr", rooms.writing("fr"), W1), viewport=PROJECTOR)
    expect(page.locator(".huge")).to_have_text("87")
    expect(page.locator(".note")).to_have_count(0)
    engine.put({f"activity/{W1}": rooms.wall("fr", phase="open"), **rooms.notes("fr")})
    expect(page.locator(".note")).to_have_count(12)
    engine.put({"screen": {"show": "welcome", "activity": None}})
    expect(page.locator(".welcome-code")).to_have_text(CODE)


@pytest.mark.parametrize(
    "code", ["wrong-secret", "room-full", "replaced", "violation", "room-unknown"]
)
def test_final_goodbyes_are_said_kindly(visit: Any, code: str) -> None:
    bye = {"code": code, "say": "…", "again": False}
    page, _ = visit("guest", rooms.live_results("fr"), engine={"bye": bye})
    expect(page.locator(".message h1")).to_be_visible()
    expect(page.get_by_role("link", name="Page d’accueil")).to_be_visible()


def test_refused_join_goes_back_to_the_form(visit: Any) -> None:
    bye = {"code": "invalid-join", "say": "…", "again": False}
    page, engine = visit("participant", rooms.voting("fr"), engine={"bye": bye})
    page.get_by_label("Votre nom").fill("Ada")
    page.get_by_role("button", name="Rejoindre").click()
    expect(page.get_by_role("alert")).to_contain_text("n’a pas été accepté")
    expect(page.get_by_label("Votre nom")).to_have_value("Ada")
    engine.bye = None
    page.get_by_role("button", name="Rejoindre").click()
    expect(page.get_by_role("heading", name="Où en êtes-vous")).to_be_visible()


def test_unknown_code_says_so(visit: Any, pages: Any) -> None:
    page, _ = visit("participant", rooms.voting("fr"))
    pages.boot = {"code": None, "update": None}
    page.goto("/ZZZZZZ")
    expect(page.get_by_role("heading", name="Aucune salle ici")).to_be_visible()


def test_links_without_their_secret_say_so(visit: Any) -> None:
    page, _ = visit("home", {})
    page.goto(f"/{CODE}/display")
    expect(page.get_by_role("heading")).to_be_visible()


def test_four_times_zoom_keeps_everything_reachable(visit: Any) -> None:
    # 1280 by 1024 pixels at 400 % are these.
    page = show(visit, "vote", "fr", viewport={"width": 320, "height": 256})
    page.locator(".choice", has_text="Conventions signées").click()
    page.get_by_role("button", name="Envoyer ma réponse").click()
    expect(page.locator(".truth")).to_contain_text("Réponse enregistrée")


def test_twice_the_text_size_stays_within_the_width(visit: Any) -> None:
    page = show(visit, "vote", "fr")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


def test_three_hundred_notes_stay_quick(visit: Any) -> None:
    entities = {**rooms.revealed_wall("fr"), **rooms.notes("fr", 300)}
    page, engine = visit("guest", entities, viewport=LAPTOP)
    expect(page.locator(".note")).to_have_count(300)
    key = f"note/{rooms.note_id(150)}"
    engine.put({key: {**engine.entities[key], "text": "changée"}})
    expect(page.get_by_text("changée")).to_be_visible()


def on_slow_network(page: Page) -> None:
    """Slow 3G and a slow phone, as the browser's own tools define them."""
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    slow = {"latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    tools.send("Network.emulateNetworkConditions", {"offline": False, **slow})
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def test_choices_come_with_the_page_on_a_slow_network(visit: Any) -> None:
    page = show(visit, "vote", "fr")
    on_slow_network(page)
    # What is fetched when the page is idle never comes: the choices do not wait for it.
    page.route("**/chunks/later-*", lambda route: None)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="commit")
    page.locator(".choice").first.wait_for(timeout=20_000)
    # The page, its style and its script: nothing else is waited for.
    needed = [url for url in asked if not url.endswith((".svg", ".woff2")) and "/later-" not in url]
    assert len(needed) == 3, needed
    print("choices after", page.evaluate("Math.round(performance.now())"), "ms")
