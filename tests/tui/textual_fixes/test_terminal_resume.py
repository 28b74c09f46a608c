"""The driver resumes an app that was never suspended."""

import signal

import pytest
from textual.drivers.linux_driver import LinuxDriver

from eventsmith.tui.textual_fixes.terminal_resume import ResumingDriver
from tests.tui.textual_fixes.bare import made_driver

pytestmark = pytest.mark.usefixtures("terminal")


def resumed(driver: LinuxDriver, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a signal to go on has the driver enter application mode."""
    calls: list[None] = []
    monkeypatch.setattr(driver, "resume_application_mode", lambda: calls.append(None))
    signal.raise_signal(signal.SIGCONT)
    return len(calls)


def test_an_app_that_was_not_suspended_is_resumed(monkeypatch: pytest.MonkeyPatch, mended: str) -> None:
    assert resumed(made_driver(LinuxDriver), monkeypatch) == 1, mended


def test_only_an_app_that_was_suspended_is_resumed(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = made_driver(ResumingDriver)
    assert resumed(driver, monkeypatch) == 0
    driver._must_signal_resume = True
    assert resumed(driver, monkeypatch) == 1
