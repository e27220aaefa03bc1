"""The steps of normalising, one module each.

`driver.py` above runs the steps in their order. A step that repairs several kinds of damage has a
module for each kind as well: `noise` has `mojibake`, `lookalikes` and `adverts`, `spaces`
has `breaks`, `script` has `taiwan`.
"""
