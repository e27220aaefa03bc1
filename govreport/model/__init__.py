"""What a report is, whatever it was read from: the document, its blocks, and the statute's layout.

Nothing in this package imports anything of govreport outside it but the errors.
"""
