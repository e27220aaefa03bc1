"""Make a dataset of a folder of reports, and ask it a question with pandas.

pip install 'govreport[examples]'
python examples/dataset.py reports dataset
"""

import sys
from pathlib import Path

import pandas

import govreport


def applications_by_year(folder: str) -> pandas.DataFrame:
    """Return the applications received, one row an agency, one column a year.

    A number that a report does not state stays missing: it is not zero.
    """
    facts = pandas.read_parquet(Path(folder) / "facts", dtype_backend="pyarrow")
    received = facts[
        (facts["table"] == "applications")
        & (facts["row"] == "new_received")
        & (facts["column"] == "total")
    ]
    return received.pivot_table(
        index="agency", columns="year", values="value", aggfunc="first", observed=True
    )


if __name__ == "__main__":
    source, target = sys.argv[1:]
    done = govreport.extract(govreport.find_sources([source]), target, processes=2)
    print(f"{done.sources} sources, {done.quarantined} set aside")
    print(applications_by_year(target).to_string())
