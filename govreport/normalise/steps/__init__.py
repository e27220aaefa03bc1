"""What normalising does to a text, a module a step.

`driver.py` above runs the steps in their order. A step that repairs several kinds of damage has a
module for each kind beside its own: `noise` has `mojibake`, `lookalikes` and `adverts`, `spaces`
has `breaks`, `script` has `taiwan`.
"""
