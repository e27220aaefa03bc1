"""A page's own styles: whether and how its text is shown (CSS 2.2 and the later modules).

`sheets` parses style sheets and `style` attributes, `selectors` finds the elements that a rule
selects, `cascade` decides between rules, and `properties` derives how the text is shown, with
`lengths` and `concealment`.
Style sheets in other files are not fetched.
"""
