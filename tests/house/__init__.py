"""How the package is built, in numbers: `measure` prints the table of docs/house.md."""
