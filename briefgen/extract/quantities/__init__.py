"""An article -> its figures: number, scale and unit as one value, with what it measures where the text says so."""

from briefgen.extract.quantities.find import find_quantities

__all__ = ["find_quantities"]
