"""Fetch pages with requests, repair what scraping and mirrors did to them, and keep the report.

pip install 'govreport[examples]'
python examples/normalise_pages.py pages https://www.example.gov.cn/report-2023.html
"""

import sys
from pathlib import Path

import requests

import govreport


def normalised(response: requests.Response) -> govreport.Normalization:
    """Return the report of a response, repaired; `ReportError` where it holds none to be read.

    The bytes are handed over, not `response.text`: requests takes a page for ISO 8859-1 where its
    header names no encoding, while the page itself says which one it is in.
    """
    response.raise_for_status()
    return govreport.normalize(govreport.loads(response.content))


def main(folder: Path, addresses: list[str]) -> None:
    """Write the report of each address as JSON and Word into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with requests.Session() as session:
        for address in addresses:
            try:
                result = normalised(session.get(address, timeout=30))
            except (govreport.ReportError, requests.RequestException) as error:
                print(f"{address}: {error}", file=sys.stderr)
                continue
            name = address.rstrip("/").rpartition("/")[2].partition(".")[0]
            govreport.write(result.document, folder / f"{name}.json")
            govreport.write(result.document, folder / f"{name}.docx")
            print(f"{address}: {len(result.changes)} changes, {len(result.findings)} left")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
