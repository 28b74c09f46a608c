"""Keep accepting output when the terminal is gone.

Symptom: the writer thread ends at the first write that fails; 30 writes later the app waits for it forever.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: the writer thread survives a terminal that is gone.
"""

from __future__ import annotations

from textual.drivers._writer_thread import WriterThread
from typing_extensions import override


class LastingWriter(WriterThread):
    """A writer that drops its output once the terminal is gone, until the app ends."""

    @override
    def run(self) -> None:
        try:
            super().run()
        except OSError:
            while self._queue.get() is not None:
                pass
