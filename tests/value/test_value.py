"""A value is made, compared, hashed and shown as by attrs; only its class is made sooner."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from attrs import field
from hypothesis import given
from hypothesis import strategies as st

from game import value


def classes(frozen: Any) -> tuple[type, ...]:
    """The same classes, made by a decorator."""

    @frozen
    class Empty:
        pass

    @frozen
    class One:
        a: object

    @frozen
    class Some:
        a: object
        b: object = 0
        hidden: object = field(default=0, repr=False)
        apart: object = field(default=0, eq=False)
        unhashed: object = field(default=0, hash=False)

    @frozen
    class Own:
        a: object
        b: object = 0

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and other.a == self.a

        def __hash__(self) -> int:
            return hash(self.a)

        def __repr__(self) -> str:
            return f"<{self.a}>"

    @frozen
    class More(Some):
        c: object = 0

    return Empty, One, Some, Own, More


OURS, THEIRS = classes(value.frozen), classes(attrs.frozen)

SMALL = st.none() | st.integers(0, 2) | st.sampled_from(["", "a", "b\n", (1, 2)])


@st.composite
def values(draw: st.DrawFn) -> tuple[Any, Any]:
    """A value of one of our classes, and the same of attrs'."""
    number = draw(st.integers(0, len(OURS) - 1))
    names = [each.name for each in attrs.fields(OURS[number])]
    given_ = {name: draw(SMALL) for name in names}
    return OURS[number](**given_), THEIRS[number](**given_)


@given(values(), values())
def test_values_are_equal_if_those_of_attrs_are(first: Any, second: Any) -> None:
    """And what is equal has the same hash."""
    (ours, theirs), (other, their_other) = first, second
    assert (ours == other) is (theirs == their_other)
    assert (ours != other) is (theirs != their_other)
    assert ours != theirs
    if ours == other:
        assert hash(ours) == hash(other)


@given(values())
def test_values_are_shown_as_those_of_attrs_are(both: Any) -> None:
    """By their class and their fields."""
    ours, theirs = both
    assert repr(ours) == repr(theirs)


@given(values())
def test_a_value_is_frozen_and_can_be_copied(both: Any) -> None:
    """Nothing of it is set or added; a changed copy differs by what was changed."""
    ours, _ = both
    assert copy.copy(ours) == copy.deepcopy(ours) == attrs.evolve(ours) == ours
    for name in ["new", *(each.name for each in attrs.fields(type(ours)))]:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(ours, name, 1)


def test_what_cannot_be_hashed_says_so() -> None:
    """As a tuple of its fields would."""
    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        hash(OURS[1]([]))
    for some in (OURS[2], THEIRS[2]):
        assert hash(some(1, unhashed=[])) == hash(some(1, unhashed={}))


@value.frozen
class Sent:
    """A value that goes to another process."""

    a: int
    b: tuple[int, ...] = ()


def test_a_value_goes_to_other_processes() -> None:
    """With all its fields."""
    assert pickle.loads(pickle.dumps(Sent(1, (2, 3)))) == Sent(1, (2, 3))


def test_no_class_has_functions_of_its_own_to_compare_by() -> None:
    """That is what makes a class quickly: they are the same for all."""
    assert len({cls.__eq__ for cls in OURS if cls.__name__ != "Own"}) == 1
    assert len({cls.__repr__ for cls in OURS if cls.__name__ != "Own"}) == 1
