"""The model of a report: the document, its blocks, and the statute's layout.

Of govreport it imports only the errors, the expressions and the wording.
"""
