"""The configuration as text: what stands in it, and which values are refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.build.route_plan import finished_routes
from casebook.cli import main
from casebook.config.site_config import SiteConfig
from casebook.deploy.nginx_config import Server, UnwritableError, configuration, quoted
from casebook.outputs.registry import all_outputs

SITE = Path("/srv/site")
HANGING = SiteConfig("", "", "https://www.example.gov.cn/anli/")

ROUTES = finished_routes(all_outputs())


def lines(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines() if line.strip()]


def lines_with(word: str, said: str) -> list[str]:
    return [line for line in lines(said) if line.startswith(f"{word} ")]


def test_without_a_certificate_it_speaks_plainly():
    said = configuration(Server(SITE), HANGING, ROUTES, ())
    ipv6 = "listen [::]:80; # 没有 IPv6 的服务器请删去这一行"
    assert lines_with("listen", said) == ["listen 80;", ipv6]
    assert lines_with("server_name", said) == ["server_name www.example.gov.cn;"]
    assert lines_with("alias", said)[0] == 'alias "/srv/site/";'
    assert "ssl_" not in said


def test_with_a_certificate_it_leads_everybody_to_https():
    server = Server(SITE, "*.example.gov.cn", Path("/etc/ssl/a b.pem"), Path('/etc/ssl/"key".pem'))
    said = configuration(server, HANGING, ROUTES, ())
    assert [line.split(" #")[0] for line in lines_with("listen", said)] == [
        "listen 80;",
        "listen [::]:80;",
        "listen 443 ssl http2;",
        "listen [::]:443 ssl http2;",
    ]
    assert lines_with("server_name", said) == ["server_name *.example.gov.cn;"] * 2
    assert lines_with("ssl_certificate", said) == ['ssl_certificate "/etc/ssl/a b.pem";']
    assert lines_with("ssl_certificate_key", said) == [
        'ssl_certificate_key "/etc/ssl/\\"key\\".pem";'
    ]
    assert "return 301 https://$host$request_uri;" in lines(said)


def test_a_module_that_is_not_there_is_not_asked_for():
    assert "brotli" not in configuration(Server(SITE, has_brotli=False), HANGING, ROUTES, ())
    assert "brotli_static on;" in lines(configuration(Server(SITE), HANGING, ROUTES, ()))


def test_headers_stand_in_one_place():
    """One in a location would take away all others there."""
    said = configuration(Server(SITE), HANGING, ROUTES, (("a/", "b/"),))
    assert re.search(r"^ *location", said, re.MULTILINE).start() > said.rindex(" add_header ")
    assert all(line.endswith(" always;") for line in lines_with("add_header", said))


def test_people_read_it_in_chinese():
    said = configuration(Server(SITE, "", Path("/a"), Path("/b")), HANGING, ROUTES, (("a/", "b/"),))
    comments = re.findall(r"(?<!\$)# (.*)", said)
    assert len(comments) > 10
    assert [comment for comment in comments if not re.search(r"[\u4e00-\u9fff]", comment)] == []


@pytest.mark.parametrize("value", ["", "a b", 'a"b', "a\\", "a;}", "\\n", "案例"])
def test_a_quoted_text_ends_where_it_should(value):
    inside = quoted(value)[1:-1]
    assert re.fullmatch(r'(?:[^"\\]|\\["\\])*', inside)
    assert re.sub(r"\\(.)", r"\1", inside) == value


@pytest.mark.parametrize("name", ["a b", "a;", "a$b", "", '"', "http://a.cn", "a.cn/", "a\n"])
def test_what_is_no_host_is_refused(name):
    if not name:  # nobody gave one, and nobody said where the site stands
        said = configuration(Server(SITE, name), SiteConfig("", "", ""), ROUTES, ())
        assert lines_with("server_name", said) == ["server_name _;"]
        return
    with pytest.raises(UnwritableError) as refusal:
        configuration(Server(SITE, name), HANGING, ROUTES, ())
    assert (refusal.value.reason, refusal.value.value) == ("host", name)


@pytest.mark.parametrize("path", ["/srv/$site", "/srv/a\nb"])
def test_paths_that_nginx_cannot_write_are_refused(path):
    with pytest.raises(UnwritableError) as refusal:
        configuration(Server(Path(path)), HANGING, ROUTES, ())
    assert (refusal.value.reason, refusal.value.value) == ("path", path)


# The command


def test_the_command_prints_it(project, capsys):
    (project / "mkdocs.yml").write_text("site_url: https://www.example.gov.cn/anli/\n")
    assert main(["nginx"]) == 0
    expected = configuration(Server(project / "site"), HANGING, ROUTES, ())
    assert capsys.readouterr().out == expected
    options = ["--site-dir", "/srv/site", "--server-name", "a.cn", "--no-brotli"]
    assert main(["nginx", *options, "--certificate", "/c.pem", "--key", "/k.pem"]) == 0
    server = Server(SITE, "a.cn", Path("/c.pem"), Path("/k.pem"), has_brotli=False)
    assert capsys.readouterr().out == configuration(server, HANGING, ROUTES, ())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--key", "k"], "--certificate 和 --key 要一起写：前者是证书文件，后者是私钥文件。\n"),
        (
            ["--site-dir", "/a$b"],
            "路径“/a$b”里有 nginx 不能写的字符（$ 或换行）。请把文件放到别的路径。\n",
        ),
        (
            ["--server-name", "a b"],
            "“a b”不是主机名。请写成 www.example.gov.cn 这样。\n",
        ),
    ],
)
def test_the_command_says_what_to_write_instead(project, capsys, options, said):
    assert main(["nginx", *options]) == 2
    assert capsys.readouterr() == ("", said)


def test_the_command_needs_sound_content(project, capsys):
    (case,) = list(project.glob("cases/*/01.md"))[:1]
    case.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert main(["nginx"]) == 1
    expected = "案例里有错误，不知道哪些网址搬走了。请先运行 casebook check 并改正。\n"
    assert capsys.readouterr() == ("", expected)
