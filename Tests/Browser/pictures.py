"""The pictures of the README, from the real server: python pictures.py FOLDER

A small workshop is played as in scenario S1: 42 seats answer a poll, and twenty notes are written
in silence and revealed. The pages are photographed as people see them.
"""

from __future__ import annotations

import csv
import io
import secrets
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

import browser as browsers
from real_server import Crowd, RealServer, Seat
from test_real_workshop import NOTES, Stage, activity, p1, vote

# Bytes of one picture: four of them load with the README in a moment.
LARGEST = 150_000
QUESTION = "Où en êtes-vous de l’inventaire des attributions ?"
ANSWERS = [
    "Pas commencé", "Inventaire en cours", "Conventions en discussion", "Conventions signées",
]
# The wall's sections, each with the numbers of its notes in `NOTES`.
WALL = {
    "Ce qui bloque": [14, 20, 37, 45, 51, 57, 87, 93, 129, 142],
    "Ce qu’on propose": [2, 16, 23, 25, 34, 48, 102, 105, 127, 138],
}
# The name that people type in the pictures (RFC 2606), in place of a test's free port.
HOST = "atelier.test"


class Album:
    """A folder that pictures are put into, small enough for a page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, page: Page, name: str, size: tuple[int, int]) -> None:
        """Photographs `page`, scaled to `size`, with as many colours as `LARGEST` allows."""
        page.evaluate("document.fonts.ready")
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        if picture.size != size:
            picture = picture.resize(size, Image.Resampling.LANCZOS)
        for colours in (256, 128, 64, 32):
            file = io.BytesIO()
            picture.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
            if len(file.getvalue()) <= LARGEST:
                (self.folder / f"{name}.png").write_bytes(file.getvalue())
                print(f"{name}.png  {len(file.getvalue()) // 1_000} kB")
                return
        raise SystemExit(f"{name}.png does not fit into {LARGEST} bytes")


def prepare(stage: Stage) -> None:
    """Writes the agenda, as a facilitator would."""
    stage.add_poll(QUESTION, ANSWERS, "Au fil des réponses")
    stage.lead.get_by_role("button", name="Ajouter un mur").click()
    dialog = stage.lead.get_by_role("dialog")
    dialog.get_by_label("Titre").fill("Ce qui marche, ce qui bloque")
    dialog.get_by_label("Colonnes").fill("\n".join(WALL))
    dialog.get_by_role("button", name="Ajouter au déroulé").click()
    expect(dialog).to_be_hidden()
    dates = ["31 décembre", "30 juin", "Moyenne de trois ans"]
    stage.add_poll("Quelle date de référence ?", dates, "À la clôture du vote")
    stage.next("Ouvrir la salle")


def play_poll(stage: Stage, crowd: Crowd, album: Album) -> None:
    stage.next("Lancer")
    crowd.wait(lambda seat: activity(seat, "open"))
    crowd.each(lambda seat: vote(seat, p1(seat.number), 4))
    stage.answer(ANSWERS[1])
    for page in (stage.lead, stage.display, stage.person):
        expect(page.locator(".bar").first).to_be_visible()
    expect(stage.lead.get_by_text("40 réponses sur 42")).to_be_visible()
    expect(stage.display.get_by_text("40", exact=False).first).to_be_visible()
    stage.person.evaluate("window.scrollTo(0, 0)")
    album.keep(stage.person, "participant", (780, 1688))
    album.keep(stage.lead, "console", (1366, 900))
    album.keep(stage.display, "display", (1280, 720))
    stage.next("Clore le vote")


def play_wall(stage: Stage, crowd: Crowd, album: Album) -> None:
    stage.next("Lancer l’étape suivante")
    crowd.wait(lambda seat: activity(seat, "silent"))
    with NOTES.open(encoding="utf-8") as file:
        rows = {row["id"]: row["text"] for row in csv.DictReader(file)}
    notes = [
        (section, rows[f"A{number:03}"])
        for section, numbers in enumerate(WALL.values())
        for number in numbers
    ]
    wall = activity(crowd.seats[0], "silent")
    crowd.each(lambda seat: note(notes, wall, seat))
    stage.next("Dévoiler les notes")
    expect(stage.lead.locator(".note")).to_have_count(len(notes))
    expect(stage.display.locator(".note").first).to_be_visible()
    album.keep(stage.display, "wall", (1280, 720))


def note(notes: list[tuple[int, str]], wall: str | None, seat: Seat) -> dict[str, Any] | None:
    """One note from each of the first seats."""
    if seat.number >= len(notes):
        return None
    section, text = notes[seat.number]
    made = secrets.token_hex(8)
    return {"do": "note.post", "wall": wall, "note": made, "section": section, "text": text}


def launch(playwright: Any, server: RealServer) -> Any:
    """A browser that finds `server` under HOST."""
    rule = f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{server.port}"
    server.origin = f"http://{HOST}"
    return playwright.chromium.launch(
        executable_path=browsers.CHROMIUM, args=[*browsers.FLAGS, rule]
    )


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = RealServer(Path(data))
        chromium = launch(playwright, server)
        try:
            stage = Stage(chromium, server)
            crowd = Crowd(server, stage.code, 41)
            prepare(stage)
            album = Album(folder)
            play_poll(stage, crowd, album)
            play_wall(stage, crowd, album)
        finally:
            chromium.close()
            server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
