"""The file that conversations are about."""

from tests.conversations.holding import path

__all__ = ["path"]
