"""The catalogue in Chinese: every English message of the package, and what it is in Chinese.

The fields of the English templates are described in `govreport.wording.localization`. The words of
the statute are Chinese in both languages and stand in `govreport.model.statute`.
"""

from govreport.wording.chinese.commands import COMMANDS
from govreport.wording.chinese.diagnostics import DIAGNOSTICS
from govreport.wording.chinese.documents import DOCUMENTS
from govreport.wording.chinese.files import FILES
from govreport.wording.chinese.forms import FORMS
from govreport.wording.chinese.kinds_of_files import KINDS_OF_FILES
from govreport.wording.chinese.places import PLACES
from govreport.wording.chinese.summing import SUMMING
from govreport.wording.chinese.system import SYSTEM
from govreport.wording.chinese.terminal import TERMINAL

PARTS = (
    *(DIAGNOSTICS, PLACES, FILES, KINDS_OF_FILES),
    *(DOCUMENTS, COMMANDS, FORMS, SUMMING, TERMINAL, SYSTEM),
)
"""The parts of the catalogue; no message stands in two of them."""

CHINESE: dict[str, str] = {english: text for part in PARTS for english, text in part.items()}
"""Every message: in Chinese, by its English template."""
