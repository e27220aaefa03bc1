"""Finds the cell that each number of a statutory table belongs to, by the number's labels.

The way through is `claims.build_table`:

1. Rows, where a source prints a run of cells or turns its rows: `sequences`, with `split_labels`,
   `row_openers`, `labels_last`, `counters`, `detached_numbers`; `lists`, `headed_rows` and
   `years_of_rows` for tables of another shape.
2. Labels: what a text names (`naming`, `damaged_labels`), and lines parted into headers and the rows
   below them (`named_lines`, `sheets`, `labels_beside`, `part_labels`).
3. Columns: a header in place (`headers`), or in printed order (`header_labels`,
   `header_trees`, `by_structure`, `unknown_columns`), or none (`headless`).
4. Numbers: a row in place (`rows`, `cell_columns`, `unheaded_numbers`) or restored (`restoring`, `evidence`,
   `totals`), unless the whole part is in doubt (`order_doubts`, `place_doubts`).
5. The table: each number claimed by what its labels name together (`parts`, `found`).

`leaves` and `table_part` are the values that these hand on.
"""
