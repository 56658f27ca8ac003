"""Screenshots of every view and state into a folder: python gallery.py FOLDER [part of a name]"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Callable

from playwright.sync_api import sync_playwright

import kinds
import rooms
from browser import LAPTOP, PHONE, PROJECTOR, SMALL, context, launch, open_page
from fake_engine import Engine, PageServer

Act = Callable[[Any, Engine], None]


def nothing(_page: Any, _engine: Engine) -> None:
    pass


def join(page: Any, _engine: Engine) -> None:
    page.locator("button[type=submit]").click()
    page.locator(".connection.is-connected").wait_for()


def then(*acts: Act) -> Act:
    def run(page: Any, engine: Engine) -> None:
        for act in acts:
            act(page, engine)

    return run


def choose(index: int) -> Act:
    return lambda page, _: page.locator(".choice input").nth(index).check(force=True)


def send(page: Any, _engine: Engine) -> None:
    page.locator(".paper button[type=submit]").click()


def write(text: str) -> Act:
    return lambda page, _: page.locator("textarea").first.fill(text)


def press(selector: str) -> Act:
    return lambda page, _: page.locator(selector).first.click()


def dropped(_page: Any, engine: Engine) -> None:
    engine.accepts = False
    engine.drop()


def refuse(engine: Engine, command: dict[str, Any]) -> None:
    said = rooms.TEXTS["fr"]["refused"]
    engine.send({"type": "refused", "id": command["id"], "code": "poll-closed", "say": said})


def silent(_engine: Engine, _command: dict[str, Any]) -> None:
    pass


def own_notes(lang: str) -> dict[str, Any]:
    texts = rooms.TEXTS[lang]["notes"]
    mine = [
        {"note": rooms.note_id(0), "section": 1, "text": texts[0]},
        {"note": rooms.note_id(40), "section": 0, "text": texts[5]},
    ]
    return {f"mine/{rooms.W1}": {"notes": mine}}


def on_display(base: dict[str, Any], activity: str) -> dict[str, Any]:
    return {**base, "screen": {"show": "follow", "activity": activity}}


def filled(kind: str, lang: str) -> dict[str, Any]:
    """The ballot of the person in the pictures."""
    found = kinds.ballots(kind, lang)
    return {f"mine/{rooms.P1}": found[-2]}


def kind_views(lang: str) -> list[tuple[str, str, dict[str, Any], Act, dict[str, Any]]]:
    """Every kind of poll: its form, its result, the same as a table, on the display."""
    found: list[tuple[str, str, dict[str, Any], Act, dict[str, Any]]] = []
    table = press(".results-foot button")
    timed = {"quorum": 50, "seconds": 120}
    for kind in kinds.ASKS:
        live = kinds.answered(kind, lang)
        closed = {**kinds.answered(kind, lang, phase="closed"), **filled(kind, lang)}
        hidden = kinds.asking(kind, lang, results="close", **timed)
        clock = {f"timer/{rooms.P1}": {"endsMs": 1795377600000 + 95_000}}
        found += [
            (f"kind-{kind}-form", "participant", {**hidden, **clock}, join, {}),
            (f"kind-{kind}-voted", "participant", {**live, **filled(kind, lang)}, join, {}),
            (f"kind-{kind}-closed", "participant", closed, join, {}),
            (f"kind-{kind}-table", "participant", closed, then(join, table), {}),
            (f"kind-{kind}-display", "display", on_display(live, rooms.P1), nothing, {}),
            (
                f"kind-{kind}-suspense",
                "display",
                on_display({**hidden, **clock}, rooms.P1),
                nothing,
                {},
            ),
            (
                f"kind-{kind}-rounds",
                "display",
                on_display(kinds.second_round(kind, lang), rooms.P2),
                nothing,
                {},
            ),
            (f"kind-{kind}-guest", "guest", kinds.second_round(kind, lang), nothing, {}),
        ]
    consent = {**kinds.second_round("consent", lang), **kinds.tables("consent", lang)}
    found.append(("kind-tables", "participant", consent, join, {}))
    return found


def views(lang: str) -> list[tuple[str, str, dict[str, Any], Act, dict[str, Any]]]:
    r = rooms
    voted = {f"mine/{r.P1}": {"choices": [1]}}
    asked = {**r.lobby(lang), "room": r.room(lang, "lobby", None, ask=True)}
    named = {"identity": "named", "results": "close"}
    hidden = {
        f"note/{r.note_id(4)}": {
            **r.notes(lang)[f"note/{r.note_id(4)}"],
            "hidden": r.TEXTS[lang]["reason"],
        }
    }
    voters = {
        f"voters/{r.P1}": {"options": [["Ada"], ["Blaise", "Emmy"], [], ["Alan"]], "abstained": []}
    }
    many_tally = {
        f"tally/{r.P2}": {"ballots": 42, "abstentions": 0, "counts": [19, 16, 19, 18, 18, 15]}
    }
    return [
        ("home", "home", {}, nothing, {}),
        ("join", "participant", asked, nothing, {}),
        ("lobby", "participant", r.lobby(lang), join, {}),
        ("vote", "participant", r.voting(lang), join, {}),
        ("vote-named", "participant", r.voting(lang, **named), join, {}),
        ("vote-chosen", "participant", r.voting(lang), then(join, choose(1)), {}),
        (
            "vote-sending",
            "participant",
            r.voting(lang),
            then(join, choose(1), send),
            {"answer": silent},
        ),
        ("vote-saved", "participant", {**r.live_results(lang), **voted}, join, {}),
        (
            "vote-refused",
            "participant",
            r.voting(lang),
            then(join, choose(1), send),
            {"answer": refuse},
        ),
        ("vote-offline", "participant", r.voting(lang), then(join, dropped, choose(1), send), {}),
        ("vote-many", "participant", r.choosing(lang), then(join, choose(0), choose(2)), {}),
        ("vote-closed-hidden", "participant", r.choosing(lang, phase="closed"), join, {}),
        (
            "vote-revealed",
            "participant",
            {
                **r.choosing(lang, phase="revealed"),
                **many_tally,
                f"mine/{r.P2}": {"choices": [0, 2]},
            },
            join,
            {},
        ),
        ("between", "participant", {**r.voting(lang), "room": r.room(lang, focus=None)}, join, {}),
        (
            "wall-silent",
            "participant",
            {**r.writing(lang), **own_notes(lang)},
            then(join, write(r.TEXTS[lang]["notes"][3])),
            {},
        ),
        ("wall-open", "participant", {**r.revealed_wall(lang), **own_notes(lang)}, join, {}),
        ("ended", "participant", r.ended(lang), join, {}),
        (
            "settings",
            "participant",
            r.lobby(lang),
            then(join, press(".masthead .icon-only"), press(".move-seat summary")),
            {},
        ),
        ("unknown", "participant", {}, nothing, {}),
        ("console-lobby", "facilitator", r.console(lang, r.lobby(lang)), nothing, {}),
        ("console-live", "facilitator", r.console(lang, r.live_results(lang)), nothing, {}),
        ("console-hidden", "facilitator", r.console(lang, r.choosing(lang)), nothing, {}),
        (
            "console-named",
            "facilitator",
            r.console(
                lang,
                {**r.voting(lang, phase="closed", **named), f"tally/{r.P1}": r.TALLY, **voters},
            ),
            press(".log summary"),
            {},
        ),
        (
            "console-wall",
            "facilitator",
            r.console(lang, {**r.revealed_wall(lang), **hidden}),
            nothing,
            {},
        ),
        ("console-silent", "facilitator", r.console(lang, r.writing(lang)), nothing, {}),
        (
            "console-editor",
            "facilitator",
            r.console(lang, r.lobby(lang)),
            press(".agenda-add button"),
            {},
        ),
        (
            "console-quick",
            "facilitator",
            r.console(lang, r.live_results(lang)),
            press(".console-tools button"),
            {},
        ),
        (
            "console-links",
            "facilitator",
            r.console(lang, r.lobby(lang)),
            press(".console-tools button:nth-child(2)"),
            {},
        ),
        (
            "console-hide",
            "facilitator",
            r.console(lang, r.revealed_wall(lang)),
            press(".note-tools button"),
            {},
        ),
        (
            "console-empty",
            "facilitator",
            {
                **r.lobby(lang),
                "screen": {"show": "follow", "activity": None},
                "presence": {"seats": 0, "here": 0},
            },
            nothing,
            {},
        ),
        (
            "display-welcome",
            "display",
            {**r.lobby(lang), "screen": {"show": "follow", "activity": None}},
            nothing,
            {},
        ),
        (
            "display-poll",
            "display",
            {**r.live_results(lang), "screen": {"show": "follow", "activity": r.P1}},
            nothing,
            {},
        ),
        (
            "display-hidden",
            "display",
            {**r.choosing(lang), "screen": {"show": "follow", "activity": r.P2}},
            nothing,
            {},
        ),
        (
            "display-many",
            "display",
            {
                **r.choosing(lang, phase="revealed"),
                **many_tally,
                "screen": {"show": "follow", "activity": r.P2},
            },
            nothing,
            {},
        ),
        (
            "display-silent",
            "display",
            {**r.writing(lang), "screen": {"show": "follow", "activity": r.W1}},
            nothing,
            {},
        ),
        (
            "display-wall",
            "display",
            {**r.revealed_wall(lang), "screen": {"show": "follow", "activity": r.W1}},
            nothing,
            {},
        ),
        ("guest-poll", "guest", r.live_results(lang), nothing, {}),
        *kind_views(lang),
        ("guest-wall", "guest", r.revealed_wall(lang), nothing, {}),
    ]


SIZES = {
    "participant": [("phone", PHONE)],
    "facilitator": [("laptop", LAPTOP)],
    "display": [("projector", PROJECTOR)],
    "guest": [("laptop", LAPTOP)],
    "home": [("laptop", LAPTOP), ("phone", PHONE)],
}


def sizes_of(name: str, role: str) -> list[tuple[str, dict[str, int]]]:
    extra = {"vote-saved": [("320", SMALL), ("laptop", LAPTOP)], "console-live": [("phone", PHONE)]}
    return SIZES[role] + extra.get(name, [])


def main(folder: Path, part: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    server = PageServer()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for lang, scheme in (("fr", "light"), ("fr", "dark"), ("en", "light")):
            for name, role, entities, act, engine in views(lang):
                if part not in f"{name}-{lang}-{scheme}":
                    continue
                for label, size in sizes_of(name, role):
                    options = {"viewport": size, "locale": lang, "color_scheme": scheme}
                    ctx = context(browser, server, **options)
                    page, playing = open_page(ctx, server, role, entities, **engine)
                    if not entities and role != "home":
                        server.boot = {"code": None, "update": None}
                        page.reload()
                    page.locator("#page h1").first.wait_for(state="attached")
                    page.wait_for_timeout(120)
                    act(page, playing)
                    page.wait_for_timeout(80)
                    shot = folder / f"{name}-{label}-{lang}-{scheme}.png"
                    page.screenshot(
                        path=str(shot), animations="disabled", full_page=role != "display"
                    )
                    ctx.close()
        browser.close()
    server.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
