"""What a child process may use of time and memory, so that no post takes the machine with it."""

import contextlib
import faulthandler
import sys

if sys.platform != "win32":
    import resource

_MEMORY = 1 << 30  # bytes


def limit_memory() -> None:
    """Let this process take a gigabyte, and leave no core when it ends."""
    if sys.platform != "win32":
        _limit(resource.RLIMIT_AS, _MEMORY)
        _limit(resource.RLIMIT_CORE, 0)


def limit_time(seconds: int) -> None:
    """End this process if it goes on for longer, as it does when its editor was killed."""
    faulthandler.dump_traceback_later(seconds, exit=True)  # also while `re` holds the GIL
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds)


def lift_time() -> None:
    """Let this process go on, until `limit_time` is called again."""
    faulthandler.cancel_dump_traceback_later()


def _limit(what: int, limit: int) -> None:
    """Set a soft limit as high as `limit`, or as the system lets us."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(what)
        with contextlib.suppress(OSError, ValueError):  # macOS has no limit of memory
            allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(what, (allowed, hard))
