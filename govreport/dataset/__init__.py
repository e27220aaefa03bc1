"""Reports as data: three tables of reports, facts and diagnostics, from one file or from millions.

`schema` says what the columns are, `rows` makes plain rows of one source, `arrow` makes Arrow tables
of them, `extraction` does so for any number of sources, part by part, and `targets` writes the parts
as one file of another format.
"""
