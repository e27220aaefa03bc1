"""A web service: a report of any format is posted, its canonical JSON form is the answer.

pip install 'govreport[examples]' uvicorn
uvicorn --app-dir examples service:app
curl --data-binary @report.docx http://127.0.0.1:8000/reports
"""

import json
from importlib import resources
from typing import Annotated, Any

from fastapi import Body, FastAPI, Response
from fastapi.responses import JSONResponse

import govreport

SCHEMA: dict[str, Any] = json.loads(
    (resources.files("govreport") / "schema" / "report-document-1.json").read_bytes()
)
"""The form of the answer, which the description of the service refers to."""

LIMITS = govreport.Limits(input_bytes=20_000_000)
"""What one request may cost: a stranger chooses what is sent."""

app = FastAPI(title="govreport")


@app.post(
    "/reports",
    response_class=Response,
    responses={
        200: {
            "description": "The report",
            "content": {"application/json": {"schema": {"$ref": "/schema"}}},
        },
        422: {"description": "The source is damaged, too large, or in no format that is read"},
    },
)
def read_report(
    data: Annotated[bytes, Body(media_type="application/octet-stream")],
    normalize: bool = False,
) -> Response:
    """Return the report that the body holds; with `normalize` its text is repaired first.

    It is no coroutine, so that reading, which takes a processor, does not hold up other requests.
    """
    try:
        document = govreport.loads(data, limits=LIMITS)
        if normalize:
            document = govreport.normalize(document).document
    except govreport.ReportError as error:
        return JSONResponse({"detail": str(error)}, status_code=422)
    return Response(govreport.dumps(document, "json"), media_type="application/json")


@app.get("/schema")
def schema() -> dict[str, Any]:
    """Return the JSON Schema of the answers."""
    return SCHEMA
