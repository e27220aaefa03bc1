"""Chinese words and how common they are, to tell one word that was split from two words.

`words.txt` holds a line per weight: the number of binary digits of how often a word was counted,
a tab, and the words of that weight, of one to four characters of GB 2312. It is derived from the
dictionary of jieba (https://github.com/fxsjy/jieba, MIT licence); the names of people are left out.
It is loaded when damage is suspected, so clean texts do not load it.
"""

from functools import lru_cache
from importlib.resources import files

from govreport.expressions import expression

_LONGEST = 4
_TOTAL = 26
"""The binary digits of all words counted together."""
_UNKNOWN = -2.0
"""The weight of a character that the table does not have."""
_AROUND = 8
"""The characters examined on each side of a place; no word reaches further."""
_IDEOGRAPHS = expression("[\u4e00-\u9fff]+")


@lru_cache(maxsize=1)
def _weights() -> dict[str, int]:
    weights: dict[str, int] = {}
    for line in files(__package__).joinpath("words.txt").read_text("utf-8").splitlines():
        weight, _, words = line.partition("\t")
        weights.update(dict.fromkeys(words.split(" "), int(weight)))
    return weights


def weight(text: str) -> int:
    """Return how common a word is, in binary digits of its count; 0 if it is none."""
    return _weights().get(text, 0)


def segmented(run: str) -> list[str]:
    """Return the words of a run of ideographs: the likeliest way to split it.

    A character that belongs to no word is by itself.
    """
    weights = _weights()
    # The likelihood of the best split of each beginning, and where its last word begins.
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        choices = []
        for start in range(max(0, end - _LONGEST), end):
            word = run[start:end]
            if word in weights:
                choices.append((best[start][0] + weights[word] - _TOTAL, start))
            elif end - start == 1:
                choices.append((best[start][0] + _UNKNOWN - _TOTAL, start))
        best.append(max(choices))
    words = []
    end = len(run)
    while end:
        start = best[end][1]
        words.append(run[start:end])
        end = start
    return words[::-1]


def cuts_word(before: str, after: str) -> bool:
    """Whether a place between two texts is within a word.

    The texts are those on either side; only the ideographs that touch the place count.
    """
    first, last = _touching(before[::-1][:_AROUND])[::-1], _touching(after[:_AROUND])
    if not first or not last:
        return False
    position = 0
    for word in segmented(first + last):
        if position < len(first) < position + len(word):
            return True
        position += len(word)
    return False


def _touching(text: str) -> str:
    match = _IDEOGRAPHS.match(text)
    return match[0] if match else ""


def covered(text: str) -> tuple[int, int]:
    """Return how many ideographs of a text stand in words of several characters, and how many
    it has.
    """
    runs = _IDEOGRAPHS.findall(text)
    known = sum(len(word) for run in runs for word in segmented(run) if len(word) > 1)
    return known, sum(map(len, runs))


def likelihood(run: str) -> float:
    """Return how likely a run of ideographs is as written Chinese, in binary digits: the higher."""
    weights = _weights()
    return sum(weights.get(word, _UNKNOWN) - _TOTAL for word in segmented(run))
