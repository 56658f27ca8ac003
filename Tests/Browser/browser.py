"""How the browser is started and a page opened, for the tests and for the gallery."""

from __future__ import annotations

import os
from typing import Any

from fake_engine import CODE, SECRET, Engine, PageServer

CHROMIUM = os.environ.get("CHROMIUM", "/usr/lib/chromium/chromium-headless-shell")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--disable-lcd-text",
]
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 568}
LAPTOP = {"width": 1366, "height": 900}
PROJECTOR = {"width": 1280, "height": 720}


def launch(playwright: Any) -> Any:
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


def context(browser: Any, server: PageServer, **options: Any) -> Any:
    settings = {
        "base_url": server.origin,
        "viewport": PHONE,
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "reduced_motion": "reduce",
        "color_scheme": "light",
        **options,
    }
    made = browser.new_context(**settings)
    made.set_default_timeout(8_000)
    return made


def carried(entities: dict[str, Any]) -> dict[str, Any]:
    """The state a page carries for participants: nothing that is one seat's or the console's."""
    own = ("mine/", "seat/", "voters/", "screen")
    put = {key: value for key, value in entities.items() if not key.startswith(own)}
    drafts = [k for k, v in put.items() if k.startswith("activity/") and v["phase"] == "draft"]
    for key in drafts:
        del put[key]
    if "agenda" in put:
        put["agenda"] = [one for one in put["agenda"] if f"activity/{one}" in put]
    return {
        "code": CODE,
        "update": {"type": "update", "rev": 12, "full": True, "put": put, "del": []},
    }


def address(role: str) -> str:
    return {
        "home": "/",
        "participant": f"/{CODE}",
        "facilitator": f"/{CODE}/facilitate#{SECRET}",
        "display": f"/{CODE}/display#{SECRET}",
        "guest": f"/{CODE}/guest#{SECRET}",
    }[role]


def open_page(
    ctx: Any, server: PageServer, role: str, entities: dict[str, Any], **engine: Any
) -> Any:
    """Opens a role's page on a room; returns the page and the engine behind it."""
    server.boot = carried(entities)
    page = ctx.new_page()
    playing = Engine(entities, **engine)
    playing.attach(page)
    page.goto(address(role))
    return page, playing
