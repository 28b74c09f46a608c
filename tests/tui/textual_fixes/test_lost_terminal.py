"""The thread that writes ends with the first write that fails."""

import io

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from eventsmith.tui.textual_fixes.lost_terminal import LastingWriter


class Gone(io.StringIO):
    """A terminal that has been closed."""

    def write(self, text: str) -> int:
        raise OSError(5, "Input/output error")


def filled(writer: WriterThread) -> WriterThread:
    """A writer that has as much to write as there is room for, the last being the end."""
    for number in range(MAX_QUEUED_WRITES - 1):
        writer.write(str(number))
    writer._queue.put(None)
    return writer


def test_a_writer_ends_with_the_terminal_and_leaves_what_is_still_to_be_written(mended: str) -> None:
    writer = filled(WriterThread(Gone()))
    try:
        writer.run()
    except OSError:
        pass
    else:
        pytest.fail(mended)
    # With that many left, the next that writes waits for ever.
    assert writer._queue.qsize() == MAX_QUEUED_WRITES - 1


def test_a_writer_goes_on_until_it_is_told_to_end() -> None:
    writer = filled(LastingWriter(Gone()))
    writer.run()
    assert writer._queue.empty()
