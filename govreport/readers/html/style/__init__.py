"""What a page's own styles say of whether and how its text shows (CSS 2.2 and the later modules).

`sheets` takes style sheets and `style` attributes apart, `selectors` finds the elements of which a
rule speaks, `cascade` decides between rules, and `properties` tells what follows for the text, with
`lengths` and what in `concealment` takes an element out of sight.
Style sheets in other files are not fetched.
"""
