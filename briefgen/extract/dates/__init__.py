"""An article -> its dates in ISO 8601, with the year worked out where the text leaves it to the reader."""

from briefgen.extract.dates.find import find_dates

__all__ = ["find_dates"]
