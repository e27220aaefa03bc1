"""Words that identify a row of table 3 even if an office words its label in its own way."""

from govreport.expressions import expression

_WORDINGS: tuple[tuple[str, str, str], ...] = (
    ("new_received", "申请", r"(?:本年度?|当年|今年)?新(?:接?收|增|受理).{0,14}申请.{0,4}"),
    ("carried_over", "年", r"(?:.{0,2}上一?年度?|往年).{0,4}(?:结转|遗留|未办结).{0,14}"),
    ("carried_forward", "年", r".{0,6}(?:结转|转入).{0,4}(?:下一?年|次年).{0,12}"),
    ("partially_granted", "部分", r"(?:予以)?部分(?:予以)?公开.{0,6}"),
    ("state_secret", "国家秘密", r".{0,6}国家秘密.{0,8}"),
    ("prohibited_by_law", "禁止", r".{0,4}(?:法律|法规).{0,8}禁止.{0,8}"),
    (
        "security_and_stability",
        "安全",
        r".{0,4}(?:危及|影响|涉及).{0,6}(?:三安全|国家安全|公共安全).{0,18}",
    ),
    ("third_party_rights", "第三", r"(?:属于|涉及|涉|因)?(?:保护)?第三(?:方|人).{0,12}"),
    ("internal_affairs", "内部", r".{0,6}内部(?:事务|管理).{0,8}"),
    ("process_information", "过程性", r".{0,6}过程性.{0,8}"),
    ("enforcement_file", "案卷", r"(?:属于)?(?:行政)?(?:执法)?案卷.{0,6}"),
    ("administrative_inquiry", "查询", r".{0,6}查询(?:类)?事项.{0,4}"),
    ("not_held", "不", r"(?:(?:本|我|该).{1,4})?不(?:掌握|持有).{0,12}"),
    ("needs_creation", "", r".{0,4}(?:没有|无)?现成.{0,14}|.{0,12}另行制作.{0,6}"),
    ("still_unclear", "不", r"(?:.{0,4}补正后|.{0,8}内容).{0,8}不(?:明确|清楚|清).{0,4}"),
    ("petition_or_complaint", "信访", r".{0,4}信访.{0,4}(?:举报|投诉|类).{0,10}"),
    ("repeated_request", "重复", r".{0,6}重复(?:提出|提交)?.{0,2}申请.{0,6}"),
    ("publication_request", "公开出版物", r".{0,10}公开出版物.{0,8}"),
    (
        "excessive_requests",
        "申请",
        r".{0,8}(?:大量.{0,2}反复|反复.{0,2}大量|大量|反复).{0,4}申请.{0,4}",
    ),
    (
        "confirm_or_reissue",
        "出具",
        r".{0,10}(?:确认|重新)出具.{0,14}|.{0,10}确认或.{0,4}出具.{0,14}",
    ),
    ("overdue_correction", "逾期", r".{0,14}逾期(?:不|未).{0,2}补正.{0,30}"),
    ("overdue_fee", "逾期", r".{0,14}逾期.{0,12}缴.{0,30}"),
)
"""Each row with a word that its wordings hold, by which most labels are told to be none of them."""
_PATTERNS = tuple((row, word, expression(pattern)) for row, word, pattern in _WORDINGS)


def row_worded(key: str) -> str | None:
    """Return the only row of table 3 whose identifying words a label's ideographs hold."""
    found = [row for row, word, pattern in _PATTERNS if word in key and pattern.fullmatch(key)]
    return found[0] if len(found) == 1 else None
