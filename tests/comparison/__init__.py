"""Two versions of govreport beside each other: the same sources, read by both, every difference listed.

`compare` is the command, `sources` draws and finds what is read, `damage` breaks some of it,
`reading` is run under the interpreter of each version, `differences` names what differs.
"""
