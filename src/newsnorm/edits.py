"""Edits: how one text became another, and the way back.

A `Revision` holds both texts and the edits between them. Edits are sorted and never overlap, so a
span maps either way with one bisection. Nothing here knows what a text means; this file imports
nothing of ours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, reduce
from heapq import merge
from typing import NamedTuple

import attrs


class Span(NamedTuple):
    """The characters ``text[start:end]``, in code points.

    >>> Span(0, 4)
    Span(start=0, end=4)
    """

    start: int
    end: int


class Edit(NamedTuple):
    """The characters at ``span`` of the old text became ``new``, because of ``rule``.

    >>> Edit(Span(6, 9), "’", "mojibake.macroman").new
    '’'
    """

    span: Span
    new: str
    rule: str


@attrs.frozen(slots=False)
class Revision:
    """A text, the text that it was made from, and every edit between them.

    ``edits`` are sorted and disjoint, with spans in ``before``. Two revisions are equal when their
    texts and their edits are.

    >>> revision = Revision.make("Russia‚Äôs", [Edit(Span(6, 9), "’", "mojibake.macroman")])
    >>> revision.after
    'Russia’s'
    >>> revision.reverted()
    'Russia‚Äôs'
    """

    before: str
    after: str
    edits: tuple[Edit, ...] = ()

    @classmethod
    def make(cls, before: str, edits: Iterable[Edit]) -> Revision:
        """Apply sorted, disjoint ``edits`` to ``before``.

        Raises `ValueError` where an edit overlaps the one before it, runs backwards or leaves the text.

        >>> Revision.make("ab", [Edit(Span(1, 1), "-", "hyphen")]).after
        'a-b'
        """
        edits = tuple(edits)
        if not edits:
            return cls(before, before)
        pieces: list[str] = []
        done = 0
        for (start, end), new, rule in edits:
            if not done <= start <= end <= len(before):
                message = f"edit {rule!r} at {start}:{end} overlaps, runs backwards or leaves the text"
                raise ValueError(message)
            pieces += before[done:start], new
            done = end
        pieces.append(before[done:])
        return cls(before, "".join(pieces), edits)

    def reverted(self) -> str:
        r"""Rebuild ``before`` from ``after``: the proof that nothing was lost.

        >>> Revision.make("a\x00b", [Edit(Span(1, 2), "", "control.nul")]).reverted()
        'a\x00b'
        """
        pieces: list[str] = []
        done = 0
        for ((start, end), new, _), at in zip(self.edits, self._new_starts, strict=True):
            pieces += self.after[done:at], self.before[start:end]
            done = at + len(new)
        pieces.append(self.after[done:])
        return "".join(pieces)

    def before_span(self, span: Span) -> Span:
        """The tightest span of ``before`` that ``span`` of ``after`` came from.

        An edit is atomic: a character inside it came from all of it. Text cut beside the span is
        not covered; an empty span stays empty.

        >>> revision = Revision.make("a&amp;b", [Edit(Span(1, 6), "&", "entity.named")])
        >>> revision.before_span(Span(1, 3))
        Span(start=1, end=7)
        """
        start, end = span
        first = self._origin(start)
        return Span(first.start, self._origin(end - 1).end if end > start else first.start)

    def after_span(self, span: Span) -> Span:
        """The tightest span of ``after`` that holds what became of ``span`` of ``before``.

        >>> revision = Revision.make("a&amp;b", [Edit(Span(1, 6), "&", "entity.named")])
        >>> revision.after_span(Span(2, 3))
        Span(start=1, end=2)
        """
        start, end = span
        first = self._fate(start)
        return Span(first.start, self._fate(end - 1).end if end > start else first.start)

    def then(self, later: Revision, name: Callable[[str, str], str]) -> Revision:
        """One revision for this one and ``later``, which starts from the text where this one ends.

        Edits that touch the same characters become one, named ``name(earlier rule, later rule)``.
        Raises `ValueError` where ``later`` starts from another text.

        >>> first = Revision.make("&amp;amp;", [Edit(Span(0, 5), "&", "entity.named")])
        >>> second = Revision.make("&amp;", [Edit(Span(0, 5), "&", "entity.named")])
        >>> first.then(second, lambda earlier, later: earlier).edits
        (Edit(span=Span(start=0, end=9), new='&', rule='entity.named'),)
        """
        if later.before != self.after:
            message = "the later revision starts from another text"
            raise ValueError(message)
        if not self.edits or not later.edits:
            return Revision(self.before, later.after, self.edits or later.edits)
        return Revision(self.before, later.after, tuple(_composed(self, later, name)))

    @cached_property
    def _old_starts(self) -> list[int]:
        return [edit.span.start for edit in self.edits]

    @cached_property
    def _new_starts(self) -> list[int]:
        shift, starts = 0, []
        for (start, end), new, _ in self.edits:
            starts.append(start + shift)
            shift += len(new) - (end - start)
        return starts

    def _origin(self, index: int) -> Span:
        """The characters of ``before`` that produced ``after[index]``."""
        k = bisect_right(self._new_starts, index) - 1
        if k < 0:
            return Span(index, index + 1)
        span, new, _ = self.edits[k]
        beyond = index - self._new_starts[k] - len(new)
        return span if beyond < 0 else Span(span.end + beyond, span.end + beyond + 1)

    def _fate(self, index: int) -> Span:
        """The characters of ``after`` that ``before[index]`` became."""
        k = bisect_right(self._old_starts, index) - 1
        if k < 0:
            return Span(index, index + 1)
        span, new, _ = self.edits[k]
        end = self._new_starts[k] + len(new)
        beyond = index - span.end
        return Span(self._new_starts[k], end) if beyond < 0 else Span(end + beyond, end + beyond + 1)


class _Step(NamedTuple):
    """One edit of either revision, placed in the text between them; lengths tell what it adds on each side."""

    start: int
    end: int
    later: bool
    grown_before: int
    grown_after: int
    rule: str


def _composed(first: Revision, later: Revision, name: Callable[[str, str], str]) -> Iterator[Edit]:
    """The edits that lead from ``first.before`` to ``later.after``; those that cancel out are left away."""
    before, after = 0, 0
    for steps in _overlapping(merge(_first_steps(first), _later_steps(later))):
        start, end = steps[0].start, max(step.end for step in steps)
        old = Span(start + before, end + before + sum(step.grown_before for step in steps))
        new = later.after[start + after : end + after + sum(step.grown_after for step in steps)]
        if first.before[old.start : old.end] != new:
            yield Edit(old, new, reduce(name, (step.rule for step in sorted(steps, key=lambda step: step.later))))
        before += sum(step.grown_before for step in steps)
        after += sum(step.grown_after for step in steps)


def _first_steps(first: Revision) -> Iterator[_Step]:
    for ((start, end), new, rule), at in zip(first.edits, first._new_starts, strict=True):  # noqa: SLF001 (same module)
        yield _Step(at, at + len(new), later=False, grown_before=end - start - len(new), grown_after=0, rule=rule)


def _later_steps(later: Revision) -> Iterator[_Step]:
    for (start, end), new, rule in later.edits:
        yield _Step(start, end, later=True, grown_before=0, grown_after=len(new) - (end - start), rule=rule)


def _overlapping(steps: Iterable[_Step]) -> Iterator[list[_Step]]:
    """Steps in order, those together that share characters of the text between the revisions."""
    group: list[_Step] = []
    end = 0
    for step in steps:
        if group and step.start >= end:
            yield group
            group = []
        end = max(end, step.end) if group else step.end
        group.append(step)
    if group:
        yield group
