"""The `>>>` examples of the language modules and of the statements are true."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import briefgen.extract.statements
import briefgen.language

_MODULES = [
    f"{package.__name__}.{module.name}"
    for package in (briefgen.language, briefgen.extract.statements)
    for module in pkgutil.iter_modules(package.__path__)
]


@pytest.mark.parametrize("name", _MODULES)
def test_examples_are_true(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
