"""Rooms to look at: invented, in the spirit of a workshop of twelve landlords."""

from __future__ import annotations

from typing import Any

from fake_engine import CODE

P1, P2, P3, W1 = "00000000000000a1", "00000000000000a2", "00000000000000a3", "00000000000000b1"
TITLE = {
    "fr": "Attributions : vers une feuille de route commune",
    "en": "Allocations: towards a shared roadmap",
}
TEXTS: dict[str, dict[str, Any]] = {
    "fr": {
        "question": "Où en êtes-vous de la gestion en flux ?",
        "options": [
            "Pas commencé",
            "Inventaire en cours",
            "Conventions en discussion",
            "Conventions signées",
        ],
        "many": "Quels sont les trois chantiers prioritaires ?",
        "works": [
            "Outils informatiques",
            "Partenariat avec les réservataires",
            "Information des demandeurs",
            "Délais et vacance",
            "Équité et publics prioritaires",
            "Accompagnement des équipes",
        ],
        "next": "Un observatoire commun ?",
        "yes": ["Oui", "Oui, plus tard", "Non"],
        "wall": "Vos idées pour la feuille de route",
        "sections": ["Constats", "Propositions", "Conditions"],
        "notes": [
            "Un référent par site, joignable par les réservataires",
            "Trois logiciels, trois ressaisies : personne n’a la même liste",
            "Les conventions se signent sans regarder les volumes réels",
            "Un lexique partagé avant tout outil partagé",
            "Former les équipes d’accueil avant l’été",
            "Les demandeurs appellent parce qu’ils n’ont pas de réponse écrite",
            "Mettre en commun l’état des lieux de l’assiette",
            "Un calendrier unique des commissions",
            "Rien ne marchera sans une personne à temps plein",
            "Des données fiables avant des tableaux de bord",
            "Décider ensemble ce qu’on arrête de faire",
            "Un budget mutualisé, même petit",
        ],
        "reason": "hors sujet",
        "refused": "Ce vote est clos.",
        "organisations": ["Habitat Brindille", "Logis du Méandre", "Toit & Tilleul"],
        "colleges": ["attribution", "direction", "informatique"],
        "names": ["Martre rousse", "Héron gris", "Loutre bleue"],
    },
    "en": {
        "question": "How far are you with flow-based allocation?",
        "options": [
            "Not started",
            "Inventory under way",
            "Agreements in discussion",
            "Agreements signed",
        ],
        "many": "Which three works come first?",
        "works": [
            "Software",
            "Partnership with reserving bodies",
            "Information for applicants",
            "Delays and vacancy",
            "Fairness and priority groups",
            "Support for teams",
        ],
        "next": "A shared observatory?",
        "yes": ["Yes", "Yes, later", "No"],
        "wall": "Your ideas for the roadmap",
        "sections": ["Findings", "Proposals", "Conditions"],
        "notes": [
            "One contact person per site, reachable by partners",
            "Three programs, three times the typing: nobody has the same list",
            "Agreements are signed without looking at real volumes",
            "A shared glossary before any shared tool",
            "Train the front desk before the summer",
            "Applicants call because they get no written answer",
            "Pool the inventory of the stock",
            "One calendar for all committees",
            "Nothing works without one person full time",
            "Reliable data before dashboards",
            "Decide together what we stop doing",
            "A shared budget, even a small one",
        ],
        "reason": "off topic",
        "refused": "This vote is closed.",
        "organisations": ["Habitat Brindille", "Logis du Méandre", "Toit & Tilleul"],
        "colleges": ["allocation", "management", "IT"],
        "names": ["Red Marten", "Grey Heron", "Blue Otter"],
    },
}


def room(
    lang: str, phase: str = "open", focus: str | None = P1, ask: bool = False
) -> dict[str, Any]:
    texts = TEXTS[lang]
    return {
        "code": CODE,
        "title": TITLE[lang],
        "phase": phase,
        "language": lang,
        "organisations": texts["organisations"] if ask else [],
        "colleges": texts["colleges"] if ask else [],
        "focus": focus,
    }


def poll(lang: str, **changed: Any) -> dict[str, Any]:
    texts = TEXTS[lang]
    return {
        "kind": "poll",
        "question": texts["question"],
        "options": texts["options"],
        "min": 1,
        "max": 1,
        "abstention": True,
        "results": "live",
        "identity": "anonymous",
        "phase": "open",
        **changed,
    }


def many(lang: str, **changed: Any) -> dict[str, Any]:
    texts = TEXTS[lang]
    wanted = {"question": texts["many"], "options": texts["works"], "max": 3, "results": "reveal"}
    return poll(lang, **{**wanted, **changed})


def wall(lang: str, **changed: Any) -> dict[str, Any]:
    texts = TEXTS[lang]
    return {
        "kind": "wall",
        "title": texts["wall"],
        "sections": texts["sections"],
        "writing": "silent",
        "identity": "anonymous",
        "notesPerSeat": 4,
        "phase": "silent",
        **changed,
    }


def note_id(index: int) -> str:
    return f"{0xC0 + index:016x}"


def notes(lang: str, count: int = 12, **changed: Any) -> dict[str, Any]:
    texts = TEXTS[lang]["notes"]
    return {
        f"note/{note_id(i)}": {
            "wall": W1,
            "section": (i * 7) % 3 if i % 4 else 1,
            "text": texts[i % len(texts)],
            "place": i,
            **changed,
        }
        for i in range(count)
    }


PRESENCE = {"seats": 42, "here": 40}
TALLY = {"ballots": 39, "abstentions": 4, "counts": [9, 15, 7, 4]}


def lobby(lang: str) -> dict[str, Any]:
    return {"room": room(lang, "lobby", None), "agenda": [], "presence": PRESENCE}


def voting(lang: str, **changed: Any) -> dict[str, Any]:
    return {
        "room": room(lang),
        "agenda": [P1],
        f"activity/{P1}": poll(lang, **changed),
        f"progress/{P1}": {"answered": 36, "of": 42},
        "presence": PRESENCE,
    }


def live_results(lang: str) -> dict[str, Any]:
    return {**voting(lang), f"tally/{P1}": TALLY, f"progress/{P1}": {"answered": 39, "of": 42}}


def choosing(lang: str, **changed: Any) -> dict[str, Any]:
    return {
        "room": room(lang, focus=P2),
        "agenda": [P1, P2],
        f"activity/{P1}": poll(lang, phase="closed"),
        f"tally/{P1}": TALLY,
        f"progress/{P1}": {"answered": 39, "of": 42},
        f"activity/{P2}": many(lang, **changed),
        f"progress/{P2}": {"answered": 17, "of": 42},
        "presence": PRESENCE,
    }


def writing(lang: str, **changed: Any) -> dict[str, Any]:
    return {
        "room": room(lang, focus=W1),
        "agenda": [P1, W1],
        f"activity/{P1}": poll(lang, phase="closed"),
        f"tally/{P1}": TALLY,
        f"progress/{P1}": {"answered": 39, "of": 42},
        f"activity/{W1}": wall(lang, **changed),
        f"progress/{W1}": {"notes": 87},
        "presence": PRESENCE,
    }


def revealed_wall(lang: str, **changed: Any) -> dict[str, Any]:
    reason = TEXTS[lang]["reason"]
    return {
        **writing(lang, phase="open", **changed),
        **notes(lang),
        f"progress/{W1}": {"notes": 13},
        f"hidden/{W1}": [{"note": note_id(40), "done": "hide", "reason": reason}],
    }


def ended(lang: str) -> dict[str, Any]:
    changed = {"phase": "closed"}
    return {
        **revealed_wall(lang),
        "room": room(lang, "ended", None),
        f"activity/{W1}": wall(lang, **changed),
    }


def console(lang: str, base: dict[str, Any]) -> dict[str, Any]:
    """What the facilitator has besides: drafts, the screen, who is away."""
    drafts = {
        f"activity/{P2}": many(lang, phase="draft"),
        f"activity/{P3}": poll(
            lang,
            phase="draft",
            question=TEXTS[lang]["next"],
            options=TEXTS[lang]["yes"],
            results="close",
        ),
    }
    agenda = [P1, W1, P2, P3]
    planned = {
        f"activity/{P1}": poll(lang, phase="draft"),
        f"activity/{W1}": wall(lang, phase="draft"),
    }
    away = {"seats": 42, "here": 40, "away": TEXTS[lang]["names"][:2]}
    focus = base["room"]["focus"]
    return {
        **planned,
        **drafts,
        **base,
        "agenda": agenda,
        "presence": away,
        "screen": {"show": "follow", "activity": focus},
    }
