"""Chinese text: the lowest layer, which knows nothing of reports.

`script` (traditional and simplified), `glosses` (pinyin in brackets), `numerals` and `periods`. Each
definition stands here once; where two differ on purpose, the module says how.
"""
