"""What is done at the begin and end of each element, as functions on one `state.PageState`.

A handler is called where its element begins and returns what is done where it ends. `kinds` picks
the handler of an element; `blocks`, `tables` and `left_out` hold them.
"""
