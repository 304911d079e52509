"""Regular expressions that are compiled when they are first asked, so that an import pays for none of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern; its methods are found once and kept."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""What `re.compile` gives for ``source``, compiled at the first use.

    >>> pattern(r"\d+").findall("1 and 22")
    ['1', '22']
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


def byte_pattern(source: bytes, flags: int = 0) -> re.Pattern[bytes]:
    r"""The same for bytes.

    >>> byte_pattern(rb"\d+").findall(b"1 and 22")
    [b'1', b'22']
    """
    return cast("re.Pattern[bytes]", _Lazy(source, flags))
