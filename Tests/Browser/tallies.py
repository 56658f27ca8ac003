"""What ballots come to, by what a poll asks: the tallies of a small room, counted plainly."""

from __future__ import annotations

from collections import Counter
from typing import Any

CONSENTS = ["agree", "reservations", "object"]
Ballot = dict[str, Any]


def tally(poll: dict[str, Any], ballots: list[Ballot]) -> dict[str, Any]:
    answers = [one for one in ballots if "abstain" not in one]
    ask = poll.get("ask", "choice")
    return {
        "ballots": len(ballots),
        "abstentions": len(ballots) - len(answers),
        **COUNTS[ask](poll, answers),
    }


def quartiles(numbers: list[int]) -> list[float]:
    """Lower, median, upper: medians of the whole and of its halves."""

    def median(some: list[int]) -> float:
        middle = len(some) // 2
        whole = some[middle] if len(some) % 2 else (some[middle - 1] + some[middle]) / 2
        return int(whole) if whole == int(whole) else whole

    ordered = sorted(numbers)
    half = (len(ordered) + 1) // 2
    return [median(ordered[:half]), median(ordered), median(ordered[-half:])]


def choice(poll: dict[str, Any], answers: list[Ballot]) -> dict[str, Any]:
    lines = len(poll["options"]) + (1 if poll.get("other") else 0)
    return {"counts": [sum(line in one["choices"] for one in answers) for line in range(lines)]}


def scale(poll: dict[str, Any], answers: list[Ballot]) -> dict[str, Any]:
    steps = [one["step"] for one in answers]
    counted = {"counts": [steps.count(step) for step in range(poll["steps"])]}
    if not steps:
        return counted
    return {
        **counted,
        "sum": sum(steps) + len(steps),
        "quartiles": quartiles([step + 1 for step in steps]),
    }


def places(scores: list[float]) -> list[int]:
    return [1 + sum(other > score for other in scores) for score in scores]


def ranking(poll: dict[str, Any], answers: list[Ballot]) -> dict[str, Any]:
    size = range(len(poll["options"]))
    wins = [[0] * len(size) for _ in size]
    for one in answers:
        place = {option: at for at, option in enumerate(one["ranking"])}
        for a in size:
            for b in size:
                wins[a][b] += place.get(a, len(size)) < place.get(b, len(size))
    paths = [[wins[a][b] if wins[a][b] > wins[b][a] else 0 for b in size] for a in size]
    for via in size:
        for a in size:
            for b in size:
                paths[a][b] = max(paths[a][b], min(paths[a][via], paths[via][b]))
    ties = [
        [len(answers) - wins[a][b] - wins[b][a] if a != b else 0 for b in size] for a in size
    ]
    borda = [sum(wins[a][b] + ties[a][b] / 2 for b in size) for a in size]
    beaten = [sum(paths[b][a] > paths[a][b] for b in size) for a in size]
    found = {
        "borda": [int(one) if one == int(one) else one for one in borda],
        "bordaRanks": places(borda),
        "ranks": [1 + sum(other < one for other in beaten) for one in beaten],
    }
    winners = [a for a in size if all(a == b or wins[a][b] > wins[b][a] for b in size)]
    return {**found, "winner": winners[0]} if winners else found


def points(poll: dict[str, Any], answers: list[Ballot]) -> dict[str, Any]:
    return {"counts": [sum(one["points"][i] for one in answers) for i in range(len(poll["options"]))]}


def estimate(_poll: dict[str, Any], answers: list[Ballot]) -> dict[str, Any]:
    numbers = [one["number"] for one in answers]
    if not numbers:
        return {}
    width = max(1, -(-(max(numbers) - min(numbers) + 1) // 8))
    start = min(numbers) // width * width
    columns = [0] * ((max(numbers) - start) // width + 1)
    for number in numbers:
        columns[(number - start) // width] += 1
    return {
        "sum": sum(numbers),
        "least": min(numbers),
        "greatest": max(numbers),
        "quartiles": quartiles(numbers),
        "columns": {"from": start, "width": width, "counts": columns},
    }


def text(_poll: dict[str, Any], answers: list[Ballot]) -> dict[str, Any]:
    words: Counter[str] = Counter()
    for one in answers:
        said = " ".join(entry["text"] for entry in one["texts"]).lower().split()
        words.update({word.strip(".,") for word in said if len(word) > 3})
    return {"words": [list(pair) for pair in words.most_common(60)]}


def judgement(poll: dict[str, Any], answers: list[Ballot]) -> dict[str, Any]:
    grades = range(len(poll["grades"]))
    judged = [
        [sum(one["grades"][option] == grade for one in answers) for grade in grades]
        for option in range(len(poll["options"]))
    ]
    medians = [
        sorted(one["grades"][option] for one in answers)[(len(answers) - 1) // 2]
        if answers
        else None
        for option in range(len(judged))
    ]
    scores = [-(grade or 0) + sum(row[: grade or 0]) / 1_000 for grade, row in zip(medians, judged)]
    return {"judged": judged, "grades": medians, "ranks": places(scores)}


def consent(_poll: dict[str, Any], answers: list[Ballot]) -> dict[str, Any]:
    return {"counts": [sum(one["consent"] == name for one in answers) for name in CONSENTS]}


COUNTS = {
    "choice": choice,
    "scale": scale,
    "ranking": ranking,
    "points": points,
    "estimate": estimate,
    "text": text,
    "judgement": judgement,
    "consent": consent,
}
