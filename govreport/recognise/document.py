"""x."""


def recognise() -> None:
    """x."""
