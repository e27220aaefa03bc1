"""Make `govreport/normalise/words.txt` again from the dictionary of jieba.

pip install jieba
python -m tests.normalise.make_words
"""

from importlib import import_module
from pathlib import Path

import govreport

TARGET = Path(govreport.__file__).parent / "normalise" / "words.txt"
LEAST = {1: 1, 2: 20, 3: 50, 4: 50}
"""How often a word of so many characters must have been counted to be kept."""


def is_mainland(word: str) -> bool:
    try:
        return all(each >= "\u3400" and each.encode("gb2312") for each in word)
    except UnicodeEncodeError:
        return False


def main() -> None:
    path = Path(str(import_module("jieba").__file__)).parent / "dict.txt"
    rows: dict[int, list[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        word, count, kind = line.split()
        # Names of people make a word of any two characters.
        name = kind.startswith("nr") and len(word) > 1
        if int(count) >= LEAST.get(len(word), 10**9) and is_mainland(word) and not name:
            rows.setdefault(int(count).bit_length(), []).append(word)
    lines = [f"{weight}\t{' '.join(sorted(words))}" for weight, words in sorted(rows.items())]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
