"""A poll of every kind, the ballots of its room, and an engine that counts them."""

from __future__ import annotations

from typing import Any

import rooms
from fake_engine import Engine, acknowledge
from rooms import P1, P2
from tallies import tally

TEXTS: dict[str, dict[str, Any]] = {
    "fr": {
        "other": "Quel outil partager d’abord ?",
        "scale": ("Cette réunion vous a-t-elle été utile ?", "pas du tout", "tout à fait"),
        "ranking": "Par quoi commencer ?",
        "points": "Où mettre nos efforts ?",
        "estimate": ("Combien de demandes traitez-vous par semaine ?", "dossiers"),
        "text": "Qu’attendez-vous de la suite ?",
        "judgement": "Que vaut chaque scénario ?",
        "consent": "Adoptons-nous la feuille de route ?",
        "options": ["Lexique commun", "Formation des équipes", "Compteur partagé", "Calendrier"],
        "grades": ["Très bien", "Bien", "Assez bien", "Passable", "Insuffisant"],
        "texts": [
            "Plus de temps pour décider",
            "Des données fiables",
            "Moins de réunions, plus de décisions",
            "Du temps et des données",
            "Un calendrier tenu",
            "Garder le temps d’écouter les équipes",
        ],
        "proposals": ["Commencer par un seul site", "Attendre le vote du budget"],
        "remarks": ["À condition de revoir le calendrier"],
        "colleges": rooms.TEXTS["fr"]["colleges"],
    },
    "en": {
        "other": "Which tool to share first?",
        "scale": ("Was this meeting useful to you?", "not at all", "very much"),
        "ranking": "What comes first?",
        "points": "Where should our efforts go?",
        "estimate": ("How many requests do you handle a week?", "files"),
        "text": "What do you expect next?",
        "judgement": "How good is each scenario?",
        "consent": "Do we adopt the roadmap?",
        "options": ["Shared glossary", "Team training", "Shared counter", "Calendar"],
        "grades": ["Excellent", "Good", "Fair", "Poor", "To reject"],
        "texts": [
            "More time to decide",
            "Reliable data",
            "Fewer meetings, more decisions",
            "Time and data",
            "A calendar that holds",
            "Keep the time to listen to teams",
        ],
        "proposals": ["Begin with one site only", "Wait for the budget"],
        "remarks": ["If the calendar is looked at again"],
        "colleges": rooms.TEXTS["en"]["colleges"],
    },
}
ASKS = ["other", "scale", "ranking", "points", "estimate", "text", "judgement", "consent"]


def entry(index: int, text: str) -> dict[str, str]:
    return {"entry": f"{0xE0 + index:016x}", "text": text}


def poll(kind: str, lang: str, **changed: Any) -> dict[str, Any]:
    texts = TEXTS[lang]
    options = texts["options"]
    scale, estimate = texts["scale"], texts["estimate"]
    fields: dict[str, dict[str, Any]] = {
        "other": {"options": options, "min": 1, "max": 1, "other": True},
        "scale": {"question": scale[0], "steps": 5, "low": scale[1], "high": scale[2]},
        "ranking": {"options": options, "min": 1, "max": 4},
        "points": {"options": options, "points": 10, "most": 6, "all": True},
        "estimate": {
            "question": estimate[0], "unit": estimate[1], "decimals": 0, "from": 0, "to": 200,
        },
        "text": {"most": 2},
        "judgement": {"options": options[:3], "grades": texts["grades"]},
        "consent": {},
    }
    return {
        "kind": "poll",
        **({} if kind == "other" else {"ask": kind}),
        "question": texts[kind],
        **fields[kind],
        "abstention": True,
        "results": "live",
        "identity": "anonymous",
        "phase": "open",
        **changed,
    }


def ballots(kind: str, lang: str) -> list[dict[str, Any]]:
    texts = TEXTS[lang]
    written = [{"texts": [entry(i, text)]} for i, text in enumerate(texts["texts"])]
    objections = [
        {"consent": "object", "because": entry(20 + i, text)}
        for i, text in enumerate(texts["proposals"])
    ]
    remarks = [
        {"consent": "reservations", "because": entry(30 + i, text)}
        for i, text in enumerate(texts["remarks"])
    ]
    found: dict[str, list[dict[str, Any]]] = {
        "other": [{"choices": [one]} for one in (0, 0, 1, 1, 1, 2, 3, 1)]
        + [{"choices": [4], "other": entry(40, "Un forum" if lang == "fr" else "A forum")}],
        "scale": [{"step": one} for one in (0, 1, 2, 2, 3, 3, 3, 4, 4)],
        "ranking": [{"ranking": one} for one in ([1, 0, 2, 3], [0, 1, 3], [1, 2, 0], [1, 0], [3, 1])],
        "points": [{"points": one} for one in ([4, 6, 0, 0], [3, 3, 2, 2], [0, 5, 5, 0], [1, 6, 2, 1])],
        "estimate": [{"number": one} for one in (12, 20, 22, 25, 31, 38, 40, 44, 60, 85, 120)],
        "text": written,
        "judgement": [{"grades": one} for one in ([0, 1, 3], [1, 1, 4], [0, 2, 2], [2, 0, 4], [1, 1, 3])],
        "consent": [{"consent": "agree"}] * 7 + remarks + objections,
    }
    return [*found[kind], {"abstain": True}]


def entries(kind: str, lang: str, poll_id: str = P1) -> dict[str, Any]:
    """The texts that stand on the ballots, as everybody sees them."""
    found: dict[str, Any] = {}
    for one in ballots(kind, lang):
        for text in [*one.get("texts", []), one.get("because"), one.get("other")]:
            if text is not None:
                said = {"consent": one["consent"]} if "consent" in one else {}
                found[f"entry/{text['entry']}"] = {"poll": poll_id, "text": text["text"], **said}
    return found


def asking(kind: str, lang: str, **changed: Any) -> dict[str, Any]:
    """A room where the poll is open and nobody has answered."""
    return {
        "room": rooms.room(lang),
        "agenda": [P1],
        f"activity/{P1}": poll(kind, lang, **changed),
        f"progress/{P1}": {"answered": 0, "of": 42},
        "presence": rooms.PRESENCE,
    }


def answered(kind: str, lang: str, **changed: Any) -> dict[str, Any]:
    """A room where several have answered and results are due."""
    asked = poll(kind, lang, **changed)
    cast = ballots(kind, lang)
    return {
        **asking(kind, lang, **changed),
        f"progress/{P1}": {"answered": len(cast), "of": 42},
        f"tally/{P1}": tally(asked, cast),
        **entries(kind, lang),
    }


def second_round(kind: str, lang: str, **changed: Any) -> dict[str, Any]:
    """A closed poll that follows another of the same kind."""
    before, after = ballots(kind, lang), ballots(kind, lang)[1:]
    followed = {"phase": "closed", "follows": P1, **changed}
    return {
        **answered(kind, lang, phase="closed"),
        "room": {**rooms.room(lang, focus=P2), "colleges": TEXTS[lang]["colleges"]},
        "agenda": [P1, P2],
        f"tally/{P1}": tally(poll(kind, lang), before),
        f"activity/{P2}": poll(kind, lang, **followed),
        f"progress/{P2}": {"answered": len(after), "of": 42},
        f"tally/{P2}": tally(poll(kind, lang), after),
    }


def tables(kind: str, lang: str) -> dict[str, Any]:
    """A second round by college, with the moves since the first; small numbers are left out."""
    lines = 6 if kind != "consent" else 4
    rows = [
        {"group": 0, "total": 23, "counts": [None, 8, 5, *[None] * (lines - 3)]},
        {"group": None, "total": 16, "counts": [None, 7, *[None] * (lines - 2)]},
    ]
    moves = [
        {"group": line, "total": 9 + line, "counts": [None] * (lines - 1) + [5 + line]}
        for line in range(3)
    ]
    return {
        f"tables/{P2}": [{"by": "college", "rows": rows}, {"by": "earlier", "rows": moves}],
    }


def counting(kind: str, lang: str) -> Any:
    """An engine that counts this seat's ballot beside those of the room."""
    others = ballots(kind, lang)

    def answer(engine: Engine, command: dict[str, Any]) -> None:
        acknowledge(engine, command)
        if command["do"] not in ("poll.vote", "poll.withdraw"):
            return
        key = command["poll"]
        besides = ("id", "do", "poll", "edition", "earlier")
        own = {name: value for name, value in command.items() if name not in besides}
        cast = [*others, own] if command["do"] == "poll.vote" else others
        mine = f"mine/{key}"
        engine.put(
            {
                f"tally/{key}": tally(engine.entities[f"activity/{key}"], cast),
                f"progress/{key}": {"answered": len(cast), "of": 42},
                **({mine: own} if command["do"] == "poll.vote" else {}),
            },
            [mine] if command["do"] == "poll.withdraw" else [],
        )

    return answer
