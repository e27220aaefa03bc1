"""The entries that the recogniser's passes hand on, in order, and the marks that bind them."""
