"""Print constraints for pip that pin each dependency of pyproject.toml to its lower bound."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
extras = project["optional-dependencies"]
for each in (*project["dependencies"], *(one for name in extras for one in extras[name])):
    if bound := re.fullmatch(r"([\w-]+)(?:\[\w+\])?>=([\d.]+)", each):
        print(f"{bound[1]}=={bound[2]}")
