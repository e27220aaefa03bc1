"""The ground floor for Chinese text, which knows nothing of reports and is used by all who do.

`script` (traditional and simplified), `glosses` (pinyin in brackets), `numerals` and `periods`. Each
definition stands here once; where two differ on purpose, the module says how.
"""
