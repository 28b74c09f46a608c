"""An app that fails prints a traceback."""

import pytest
from textual.app import App

from eventsmith.tui.textual_fixes.app_failure import FAILED, QuietFailure


class Failing(App[int]):
    def on_mount(self) -> None:
        raise ZeroDivisionError("nothing to divide by")


class FailingQuietly(QuietFailure):
    def on_mount(self) -> None:
        raise ZeroDivisionError("nothing to divide by")


def test_an_app_that_fails_prints_a_traceback(capfd: pytest.CaptureFixture[str], mended: str) -> None:
    app = Failing()
    app.run(headless=True)
    assert "nothing to divide by" in capfd.readouterr().err, mended


def test_a_failure_is_kept_and_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    app = FailingQuietly()
    app.run(headless=True)
    assert app.return_code == FAILED
    assert isinstance(app.failure, ZeroDivisionError)
    assert capfd.readouterr() == ("", "")


def test_what_a_worker_raised_is_kept_as_it_was() -> None:
    class Working(QuietFailure):
        async def on_mount(self) -> None:
            self.run_worker(self.fail())

        async def fail(self) -> None:
            raise OSError(5, "the disk failed")

    app = Working()
    app.run(headless=True)
    assert isinstance(app.failure, OSError)
