"""The rearrangements, a module for each kind; importing this enters them all."""

from tests.shapes.families import (
    foreign_columns,
    foreign_rows,
    furniture,
    labels,
    numbers,
    orders,
    places,
    reshaped,
    split,
)

__all__ = [
    "foreign_columns",
    "foreign_rows",
    "furniture",
    "labels",
    "numbers",
    "orders",
    "places",
    "reshaped",
    "split",
]
