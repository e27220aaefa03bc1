"""Crawl pages with Scrapy; an item pipeline makes each one a repaired report and its figures.

pip install 'govreport[examples]'
python examples/scrapy_pipeline.py figures.jsonl https://www.example.gov.cn/report-2023.html
"""

import sys
from collections.abc import Iterator
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.exceptions import DropItem
from scrapy.http import Response

import govreport


class ReportSpider(scrapy.Spider):
    """Gives the bytes of each page, and does not look into them."""

    name = "reports"

    def parse(self, response: Response) -> Iterator[dict[str, Any]]:
        """Yield the page as an item."""
        yield {"url": response.url, "body": response.body}


class ReportPipeline:
    """Replaces the bytes of an item by what the report in them states."""

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """Return the item with the report's figures; drop one that holds no report."""
        try:
            document = govreport.normalize(govreport.loads(item["body"])).document
        except govreport.ReportError as error:
            raise DropItem(f"{item['url']}: {error}") from error
        if any(each.code == "not-a-report" for each in document.diagnostics):
            raise DropItem(f"{item['url']}: no report")
        return {
            "url": item["url"],
            "agency": document.agency,
            "year": document.year,
            # A blank is None, not zero.
            "values": {
                f"{fact.table}.{fact.row}.{fact.column}": fact.value for fact in document.facts()
            },
            "warnings": [
                each.message for each in document.diagnostics if each.severity == "warning"
            ],
        }


def crawl(target: str, addresses: list[str]) -> None:
    """Write a line of JSON for the report of each address."""
    process = CrawlerProcess(
        {
            "ITEM_PIPELINES": {ReportPipeline: 100},
            "FEEDS": {target: {"format": "jsonlines", "encoding": "utf-8", "overwrite": True}},
            "LOG_LEVEL": "WARNING",
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    process.crawl(ReportSpider, start_urls=addresses)
    process.start()


if __name__ == "__main__":
    crawl(sys.argv[1], sys.argv[2:])
