"""Draw everything anew when the app comes back from the shell.

Symptom: after Suspend and `fg` the screen stays black until a key changes something, and then only that is drawn.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: App draws its screen as a whole upon `app_resume_signal`.
"""

from __future__ import annotations

from textual.app import App


class DrawnOnResume(App[int]):
    """An app that draws its screen as a whole when it is resumed."""

    def draw_on_resume(self) -> None:
        """Do so from now on."""
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
