"""Fixtures of the browser tests. Tests against a real server add theirs beside `pages`."""

from __future__ import annotations

from typing import Any, Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import browser as browsers
from fake_engine import Engine, PageServer


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = browsers.launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages() -> Iterator[PageServer]:
    server = PageServer()
    yield server
    server.close()


class Watch:
    """What a page may not do: print errors, throw, or ask another origin."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.troubles: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: self.console(message))
        page.on("pageerror", lambda error: self.troubles.append(f"threw: {error}"))
        page.on("request", lambda request: self.request(request))

    def console(self, message: Any) -> None:
        expected_404 = "status of 404" in message.text
        if message.type in ("error", "warning") and not expected_404:
            self.troubles.append(f"console: {message.text}")

    def request(self, request: Any) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.troubles.append(f"another origin: {request.url}")


@pytest.fixture
def visit(chromium: Browser, pages: PageServer) -> Iterator[Callable[..., tuple[Page, Engine]]]:
    """Opens a role's page on a room of the fake engine. Console errors fail the test."""
    contexts: list[Any] = []
    watch = Watch(pages.origin)

    def open_it(
        role: str, entities: dict[str, Any], engine: dict[str, Any] | None = None, **options: Any
    ) -> tuple[Page, Engine]:
        ctx = browsers.context(chromium, pages, **options)
        contexts.append(ctx)
        ctx.on("page", watch.follow)
        return browsers.open_page(ctx, pages, role, entities, **(engine or {}))

    yield open_it
    for ctx in contexts:
        ctx.close()
    assert watch.troubles == []


@pytest.fixture
def join(visit: Callable[..., tuple[Page, Engine]]) -> Callable[..., tuple[Page, Engine]]:
    """A participant who has just joined."""

    def join_it(entities: dict[str, Any], **options: Any) -> tuple[Page, Engine]:
        page, engine = visit("participant", entities, **options)
        page.get_by_role("button", name="Rejoindre").or_(
            page.get_by_role("button", name="Join")
        ).click()
        page.locator(".connection.is-connected").wait_for()
        return page, engine

    return join_it
