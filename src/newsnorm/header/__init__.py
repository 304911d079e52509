"""What stands above the body: one line at a time, and the whole head of an article.

`line.py` reads one line on its own, `title.py` chooses the headline, `head.py` decides by position
and neighbours what every line above the body is.
"""

from __future__ import annotations

from newsnorm.header.head import head
from newsnorm.header.line import caption_line, header_line

__all__ = ["caption_line", "head", "header_line"]
