"""What is printed on pages, made a stream of paragraphs and tables; it knows no file format."""
