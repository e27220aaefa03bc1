"""The description of a dataset: a Frictionless Data Package (specs.frictionlessdata.io)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from govreport.dataset.schema import FIELDS, VERSION, WRITTEN, Kind

_TYPES: dict[Kind, str] = {
    "text": "string",
    "code": "string",
    "integer": "integer",
    "decimal": "number",
    "date": "date",
    "boolean": "boolean",
    "list": "string",
}


def data_package(paths: Mapping[str, str | Sequence[str]], release: str) -> str:
    """Return the `datapackage.json` of a dataset; `paths` gives the files of each table."""
    resources = [
        {
            "name": table,
            "path": paths[table],
            "schema": {"fields": [_field(field) for field in FIELDS[table]]},
        }
        for table in WRITTEN
        if table in paths
    ]
    package = {
        "name": "government-information-disclosure-reports",
        "title": "政府信息公开工作年度报告：报告、数据、诊断",
        "version": str(VERSION),
        "created_by": f"govreport {release}",
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _field(field: Any) -> dict[str, str]:
    return {
        "name": field.name,
        "type": _TYPES[field.kind],
        "title": field.chinese,
        "description": field.english,
    }
