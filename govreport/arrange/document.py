"""x."""


def arrange(): ...
