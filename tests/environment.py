"""What of the machine reaches a test: too little to tell one machine from another."""

from __future__ import annotations

import os
import signal

KEPT = (
    *("HOME", "PATH", "TMPDIR"),
    # The wheel is built in the tests, by pip and what it needs.
    *("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_TRUSTED_HOST", "PIP_CERT", "PIP_CONFIG_FILE", "PIP_FIND_LINKS"),
    *("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"),
    *("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"),
    "REWRITE_GOLDENS",
)


def empty_environment() -> None:
    """Forget how somebody has set up their terminal, their language and their Python, for us and those we start.

    What a test is about it sets itself: a size, a kind of terminal, no colours.
    """
    for name in list(os.environ):
        if name not in KEPT and not name.startswith("PYTEST_"):
            del os.environ[name]
    os.environ["LANG"] = "C.UTF-8"
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # As a shell has set it for a job in the background; all programs that we start would ignore it, too.
        signal.signal(signal.SIGINT, signal.default_int_handler)
