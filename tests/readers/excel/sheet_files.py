"""Workbooks written part by part, to hold what no library writes: results, escapes, damage."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook_bytes(
    *sheets: str,
    styles: str = "",
    texts: tuple[str, ...] = (),
    states: tuple[str, ...] = (),
    properties: str = "",
    extra: dict[str, str] | None = None,
    sheet_relations: str = "",
) -> bytes:
    """Return a workbook of sheets, each given as what stands within its `worksheet` element."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="表{number}" sheetId="{number}" r:id="r{number}"'
        f' state="{states[number - 1] if states else "visible"}"/>'
        for number in numbers
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/worksheet" Target="worksheets/s{number}.xml"/>'
        for number in numbers
    )
    relations += f'<Relationship Id="a" Type="{OFFICE}/styles" Target="styles.xml"/>'
    relations += f'<Relationship Id="b" Type="{OFFICE}/sharedStrings" Target="/xl/texts.xml"/>'
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="m"'
        f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        "xl/texts.xml": f'<sst xmlns="{MAIN}">{"".join(f"<si>{each}</si>" for each in texts)}</sst>',
        **{
            f"xl/worksheets/s{number}.xml": f'<worksheet xmlns="{MAIN}">{content}</worksheet>'
            for number, content in zip(numbers, sheets, strict=True)
        },
        **(extra or {}),
    }
    if sheet_relations:
        parts["xl/worksheets/_rels/s1.xml.rels"] = (
            f'<Relationships xmlns="{PACKAGE}">{sheet_relations}</Relationships>'
        )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def rows(*lines: str) -> str:
    """Return the data of a sheet, a line of cells a row."""
    return "<sheetData>" + "".join(f"<row>{line}</row>" for line in lines) + "</sheetData>"


def inline(text: str) -> str:
    """Return a cell that holds a text itself."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'
