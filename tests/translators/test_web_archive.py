"""Saved pages and mails: the page with its own style sheets and frames, and nothing lost."""

import base64
import quopri

import pytest

import govreport
from govreport.detection import detect
from govreport.limits import DEFAULT_LIMITS
from govreport.translators.web_archive import translate
from tests.fuzz.seeds import report

PAGE = str(govreport.dumps(report(), "html"))


def part(
    content: str | bytes,
    kind: str = "text/html; charset=utf-8",
    packed: str = "base64",
    **fields: str,
) -> bytes:
    """Return one part of a MIME file; fields' names have `_` for `-`."""
    data = content.encode() if isinstance(content, str) else content
    head = {"Content-Type": kind, "Content-Transfer-Encoding": packed}
    head.update({name.replace("_", "-"): value for name, value in fields.items()})
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items()).encode()
    encode = {
        "base64": base64.encodebytes,
        "quoted-printable": quopri.encodestring,
        "8bit": bytes,
    }
    return lines + b"\r\n" + encode[packed](data)


def saved(*parts: bytes, head: str = "", kind: str = "multipart/related") -> bytes:
    """Return a MIME file of several parts."""
    boundary = f"=_{kind[10:13]}"
    lines = f'{head}MIME-Version: 1.0\r\nContent-Type: {kind}; boundary="{boundary}"\r\n\r\n'
    between = f"\r\n--{boundary}".encode()
    inner = b"".join(between + b"\r\n" + each for each in parts)
    return lines.encode() + inner + between + b"--\r\n"


def quoted(document: govreport.ReportDocument) -> str:
    """Return all that the diagnostics quote."""
    return "\n".join(f"{each.code}: {each.text}" for each in document.diagnostics)


def texts(document: govreport.ReportDocument) -> str:
    """Return all texts of a document as its JSON."""
    return str(govreport.dumps(document, "json"))


@pytest.mark.parametrize("packed", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "utf-16-le"])
def test_a_saved_page_is_the_page_in_it(packed: str, charset: str) -> None:
    if (charset, packed) == ("utf-16-le", "8bit"):
        pytest.skip("lines of UTF-16 cannot stand as they are")
    page = PAGE.replace('<meta charset="utf-8">', "")
    encoding = "gb18030" if charset.startswith("gb") else charset
    data = saved(part(page.encode(encoding), f"text/html; charset={charset}", packed))
    assert detect(data, "page.doc") == "mht"
    assert govreport.loads(data) == report()


def test_a_page_that_is_the_whole_file() -> None:
    data = b"MIME-Version: 1.0\r\n" + part(PAGE)
    assert govreport.loads(data) == report()


def test_the_root_is_the_one_that_the_head_names() -> None:
    head = 'From: <Saved by Blink>\r\nX-None: "a"\r\n'
    data = saved(
        part("<p>FRAME</p>", Content_ID="<frame@x>"),
        part(PAGE, Content_ID="<root@x>"),
        head=head,
        kind='multipart/related; start="<root@x>"',
    )
    document = govreport.loads(data)
    assert document == report()
    assert "page-furniture: FRAME" in quoted(document)


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_style_sheets_stand_where_the_page_links_them(charset: str) -> None:
    page = (
        '<html><head><link media="screen" href="../a.css" rel="stylesheet">'
        "<link rel=icon href=b.css></head><body><p class=甲>x</p></body></html>"
    )
    data = saved(
        part(
            page.encode(charset), f"text/html; charset={charset}", Content_Location="http://a/b/c"
        ),
        part(".甲 { color: red }</style>", "text/css", Content_Location="http://a/a.css"),
    )
    written = translate(data, DEFAULT_LIMITS).data.decode("utf-8-sig")
    assert '<style media="screen">.\\7532  { color: red }<\\/style></style>' in written
    assert "<link rel=icon href=b.css>" in written


def test_a_frame_is_read_where_it_is_shown() -> None:
    root = "<html><body><p>BEFORE</p><iframe src='cid:f@x'></iframe><p>AFTER</p></body></html>"
    data = saved(
        part(root), part("<p>INSIDE 甲</p><iframe src='cid:f@x'></iframe>", Content_ID="<f@x>")
    )
    found = texts(govreport.loads(data))
    assert found.index("BEFORE") < found.index("INSIDE 甲") < found.index("AFTER")


def test_what_has_no_place_in_the_page_is_quoted() -> None:
    alternative = saved(part("PLAIN", "text/plain"), part(PAGE), kind="multipart/alternative")
    data = saved(
        alternative,
        part("SECOND PAGE<script>x</script>"),
        part("SECOND TEXT", "text/plain"),
        part(b"\0\1", "application/pdf", Content_Disposition='attachment; filename="年报.pdf"'),
        head="From: a@example.invalid\r\nTo: b@example.invalid\r\nSubject: =?utf-8?b?5bm05oql?=\r\n",
        kind="multipart/mixed",
    )
    document = govreport.loads(data)
    assert document == report()
    found = quoted(document)
    for each in ("SECOND PAGE", "SECOND TEXT", "image: 年报.pdf", "Subject: 年报", "From: a@"):
        assert each in found
    assert "PLAIN" not in found  # the same content for programs that show no pages
    assert "\nx" not in found


def test_a_mail_of_text_alone_is_read_as_text() -> None:
    text = str(govreport.dumps(report(), "pipe"))
    data = saved(part(text, "text/plain; charset=utf-8"), kind="multipart/mixed")
    assert govreport.loads(data) == govreport.loads(text)


def test_a_mail_without_text_names_what_it_holds() -> None:
    attachment = part(
        b"\0", "application/msword", Content_Disposition='attachment; filename="a.doc"'
    )
    with pytest.raises(govreport.UnreadableSourceError, match=r"but a\.doc; save the report"):
        govreport.loads(saved(attachment, kind="multipart/mixed"))


def test_parts_are_counted_before_they_are_read() -> None:
    parts = saved(*[part("x", "text/plain", "8bit")] * 60)
    with pytest.raises(govreport.LimitExceededError, match="archive_members"):
        govreport.loads(parts, limits=govreport.Limits(archive_members=20))
    nested = part("<p>x</p>")
    for number in range(150):
        boundary = f"b{number}"
        head = f"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary={boundary}\r\n\r\n"
        nested = f"{head}--{boundary}\r\n".encode() + nested + f"\r\n--{boundary}--\r\n".encode()
    with pytest.raises(govreport.LimitExceededError, match="hold parts"):
        govreport.loads(nested)


@pytest.mark.parametrize(
    "text", ["标题: 甲\n\n一、总体情况\n", "Date: 2023\nSubject: 年报\n\n| 1 | 2 |\n"]
)
def test_a_text_that_begins_like_a_mail_is_none(text: str) -> None:
    assert detect(text.encode()) != "mht"


def test_a_field_with_bytes_beyond_ascii_is_text() -> None:
    mail = (
        b"To: \xff\xfe office\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
    )
    document = govreport.loads(mail, "mht")
    assert any("office" in each.text for each in document.diagnostics)


@pytest.mark.parametrize("kind", ["text/html; charset=g\0k", "text/html; charset*=g\0k''utf%208"])
def test_an_encoding_whose_name_holds_a_nul_is_none(kind: str) -> None:
    assert govreport.loads(saved(part(PAGE, kind)), "mht") == report()


def test_a_file_name_in_an_encoding_whose_name_holds_a_nul_is_quoted() -> None:
    stated = "attachment; filename*=g\0k''table%20one.xls"
    attached = part(b"1", "application/vnd.ms-excel", Content_Disposition=stated)
    assert "table%20one.xls" in quoted(govreport.loads(saved(part(PAGE), attached), "mht"))
