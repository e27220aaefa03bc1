"""Reports as data: three tables of reports, facts and diagnostics, from one file or from millions.

`schema` defines the columns, `rows` makes plain rows from one source, `arrow` makes Arrow tables
from them, `extraction` does so for any number of sources, part by part, and `targets` writes the
parts as one file of another format.
"""
