"""What a published page says to programs: a schema.org `Dataset` as JSON-LD, carrying the figures.

Vocabulary: https://schema.org/Dataset, DataDownload, PropertyValue and DataCatalog.
"""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from govreport.model.document import ReportDocument
from govreport.wording import phrase

_CONTEXT = "https://schema.org"
MEDIA_TYPES: dict[str, str] = {
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "csv": "text/csv",
}
"""The media type of each file that is published, by its suffix."""

_DOWNLOADS = ("csv", "json", "docx")


def dataset(document: ReportDocument, year: int, base: str = "") -> dict[str, Any]:
    """Return a report of a year as a `Dataset`: who, when, where the files are, every number.

    `base` is the address of the folder with a stroke at its end; without it addresses are
    relative. A number is that of `Fact.value`, one with a fraction as a string, to stay exact; a
    cell that states none is left out, for blank is not zero.
    """
    title = document.title or f"{document.agency or ''}{year}"
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": title,
        "description": phrase("site:description", "zh", title=title),
        "url": f"{base}{year}.html",
        "inLanguage": "zh-CN",
        "temporalCoverage": f"{year}-01-01/{year}-12-31",
        "isAccessibleForFree": True,
        "keywords": [phrase("site:kicker", "zh"), "政府信息公开", "依申请公开"],
        "includedInDataCatalog": {"@type": "DataCatalog", "url": f"{base}index.html"},
        "distribution": downloads(str(year), _DOWNLOADS, base),
        "variableMeasured": list(_measured(document)),
    }
    if document.agency:
        found["creator"] = {"@type": "GovernmentOrganization", "name": document.agency}
    if document.source.publisher:
        found["publisher"] = {
            "@type": "GovernmentOrganization",
            "name": document.source.publisher,
        }
    if document.source.publication_date is not None:
        found["datePublished"] = document.source.publication_date.isoformat()
    return found


def catalogue(
    agency: str, reports: Sequence[tuple[int, ReportDocument]], base: str = ""
) -> dict[str, Any]:
    """Return the reports of an office as a `DataCatalog` that names each year's `Dataset`."""
    listed = []
    for year, document in reports:
        one = dataset(document, year, base)
        listed.append(
            {key: one[key] for key in one if key not in ("@context", "variableMeasured")}
        )
    return {
        "@context": _CONTEXT,
        "@type": "DataCatalog",
        "name": f"{agency}{phrase('site:kicker', 'zh')}",
        "url": f"{base}index.html",
        "inLanguage": "zh-CN",
        "creator": {"@type": "GovernmentOrganization", "name": agency},
        "distribution": downloads("series", ("csv",), base),
        "dataset": listed,
    }


def downloads(name: str, suffixes: Iterable[str], base: str) -> list[dict[str, str]]:
    """Return files of one name as `DataDownload`s."""
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": MEDIA_TYPES[suffix],
            "contentUrl": f"{base}{name}.{suffix}",
        }
        for suffix in suffixes
    ]


def script(data: dict[str, Any]) -> str:
    """Return JSON-LD as the element that carries it; no text of a report can end it."""
    printed = json.dumps(data, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":
        printed = printed.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">\n{printed}\n</script>'


def _measured(document: ReportDocument) -> Iterable[dict[str, Any]]:
    for fact in document.facts():
        if fact.value is None:
            continue
        value = str(fact.value) if isinstance(fact.value, Decimal) else fact.value
        yield {
            "@type": "PropertyValue",
            "propertyID": f"{fact.table}/{fact.row}/{fact.column}",
            "name": " / ".join(fact.labels),
            "alternateName": ", ".join(fact.english_labels),
            "value": value,
            "unitText": fact.unit,
        }
