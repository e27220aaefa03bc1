"""Where each number of a statutory table belongs: by its labels in a grid that has its places."""
