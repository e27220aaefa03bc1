"""The doors through which bytes come in, each with a harness."""

DOORS = (
    *("docx", "html", "pipe", "tab", "json", "doc", "odt", "pdf", "mht", "wordxml", "xlsx"),
    *("detection", "normalising"),
)
