"""What is worked out when it is first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class worked_out_once(Generic[T]):  # noqa: N801 - it is used as a decorator, like the `cached_property` that it stands for
    """`functools.cached_property` without its lock: taking that costs more than most of what is worked out here.

    Python 3.12 does without it too.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name under which the value is kept, from where it is found the next time."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "worked_out_once[T]": ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> "T | worked_out_once[T]":
        """Work the value out and keep it."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work(instance)
        return value
