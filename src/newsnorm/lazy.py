"""A part that is made once, when it is first asked for; what it is made of is said where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class part(Generic[Value]):  # noqa: N801 (a decorator, as `property` is)
    """`functools.cached_property` as it is from Python 3.12 on: without the lock, which costs more than most parts.

    Two threads that ask at once may both make the part; parts are pure, so either is right.
    """

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self.make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...
    def __get__(self, instance: object | None, owner: type) -> Value | Self:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.make(instance)
        return value
