"""What each element of a page begins and ends, as functions on one `state.PageState`.

A handler is called where its element begins and returns what is done where it ends. `kinds` picks
the handler of an element; `blocks`, `tables` and `left_out` hold them.
"""
