"""What the passes of the recogniser hand on: texts and tables in order, and the marks that bind them."""
