"""The Prefect flow, on a real server, against a real site and the raw store."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.conftest import RAW, open_tables
from tests.press_site import PDF_PATH, PressSite

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("prefect_server")]

CONFIG = """
[web]
reach_seconds = 10.0
pause_seconds = 0.0
retry_seconds = 0.01

[[sources]]
name = "presse"
kind = "press_list"
url = "{address}/presse?press_list[filters][date_from]=&search="
item = "^/presse/[^?#]+$"
body = "div.wysiwyg"
local = true

[[sources]]
name = "local"
kind = "folder"
path = "inbox"
"""


class Workplace:
    """A folder with its own raw store, configuration and output."""

    def __init__(self, folder: Path, address: str) -> None:
        self.raw, self.output = folder / "raw", folder / "output"
        self.config = folder / "inca.toml"
        self.config.write_text(CONFIG.format(address=address), encoding="utf-8")
        shutil.copytree(RAW / "inca", self.raw / "inca")
        (self.raw / "inbox").mkdir()

    def run(self, *options: str) -> int:
        from flows.cli import main

        places = ("--raw", self.raw, "--output", self.output, "--config", self.config)
        return main(["run", *map(str, places), *options])

    def tables(self):
        return open_tables(self.output)

    def digests(self) -> dict[str, str]:
        return {
            str(path.relative_to(self.output)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in self.output.rglob("*")
            if path.is_file() and path.name != "runs.csv" and ".extractions" not in path.parts
        }


@pytest.fixture
def workplace(tmp_path: Path, press_site: PressSite) -> Workplace:
    return Workplace(tmp_path, press_site.address)


def last_run(workplace: Workplace) -> dict[str, str]:
    return workplace.tables()["runs"].iloc[-1].to_dict()


def test_offline_works_from_the_raw_store_alone(workplace: Workplace, press_site: PressSite):
    assert workplace.run("--offline") == 0
    assert press_site.requests == []
    tables = workplace.tables()
    assert len(tables["documents"]) == 2
    assert len(tables["axes"]) == 10
    assert set(tables) == {
        "documents",
        "plans",
        "axes",
        "objectives",
        "actions",
        "item_places",
        "targets",
        "dates",
        "organisation_mentions",
        "organisations",
        "claims",
        "changes",
        "runs",
    }


def test_a_second_run_changes_nothing_but_runs(workplace: Workplace, press_site: PressSite):
    assert workplace.run() == 0
    first = workplace.digests()
    assert len(first) == 12 + 5 + 1  # tables, and the texts of five documents
    asked = len(press_site.requests)
    assert workplace.run() == 0
    assert workplace.digests() == first
    assert len(workplace.tables()["runs"]) == 2
    assert last_run(workplace)["extracted"] == "0"
    assert last_run(workplace)["fetched"] == "0"
    assert len(press_site.requests) == 2 * asked


def test_a_site_and_the_inbox_are_brought_in(
    workplace: Workplace, press_site: PressSite, press_release_pdf: Path
):
    (workplace.raw / "inbox" / "Note de l'été.txt").write_text(
        "Note\nLyon, le 3 mai 2021\nL'Institut national du cancer prépare la feuille de route "
        "d'ici 2030 avec la Haute Autorité de santé, dans les délais prévus par la loi.",
        encoding="utf-8",
    )
    assert workplace.run() == 0
    documents = workplace.tables()["documents"].set_index("file")
    assert set(documents["source"]) == {"inca", "presse", "local"}
    page = documents[documents["url"].str.endswith("/presse/cop-2021-2025")].iloc[0]
    assert page["published_on"] == "2026-05-05"
    assert page["updated_on"] == "2026-05-27"
    assert page["document_type"] == "communique"
    shipped = documents[documents["sha256"].str.startswith("915bae8e")].iloc[0]
    assert shipped["url"] == press_site.address + PDF_PATH
    assert shipped["page_id"] == page["document_id"]
    assert last_run(workplace)["discovered"] == "5"
    assert last_run(workplace)["fetched"] == "4"
    assert last_run(workplace)["failed"] == "0"


def test_one_bad_document_costs_only_itself(workplace: Workplace):
    (workplace.raw / "inbox" / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert workplace.run("--offline") == 3
    tables = workplace.tables()
    broken = tables["documents"].query("status == 'failed'")
    assert len(broken) == 1
    assert "cut short" in broken.iloc[0]["issues"]
    assert len(tables["axes"]) == 10


def test_a_site_that_fails_for_a_moment_is_asked_again(workplace: Workplace, press_site: PressSite):
    press_site.failures["/presse/panorama"] = 1
    assert workplace.run() == 0
    assert press_site.requests.count("/presse/panorama") == 2


def test_a_missing_page_is_reported_and_costs_only_itself(
    workplace: Workplace, press_site: PressSite, capsys
):
    press_site.failures["/presse/panorama"] = 99
    assert workplace.run() == 3
    run = last_run(workplace)
    assert "presse/panorama answered with status 503" in run["issues"]
    assert (run["failed"], run["fetched"]) == ("1", "2")
    assert "answered with status 503" in capsys.readouterr().err


def test_a_pdf_that_its_page_offers_is_fetched_by_a_later_run(
    workplace: Workplace, press_site: PressSite
):
    shutil.rmtree(workplace.raw / "inca")
    press_site.failures[PDF_PATH] = 99
    assert workplace.run() == 3
    assert len(workplace.tables()["documents"]) == 3
    press_site.failures.clear()
    assert workplace.run() == 0
    assert len(workplace.tables()["documents"]) == 4
    assert len(workplace.tables()["axes"]) == 5


def test_an_unreachable_site_is_one_line_and_the_rest_goes_on(
    tmp_path: Path, unused_port: int, capsys
):
    workplace = Workplace(tmp_path, f"http://127.0.0.1:{unused_port}")
    assert workplace.run() == 3
    errors = capsys.readouterr().err.strip().splitlines()
    assert len(errors) == 1
    assert "presse" in errors[0]
    assert "can't be reached" in errors[0]
    assert len(workplace.tables()["axes"]) == 10
    assert workplace.run("--allow-unreachable") == 0


def test_allow_unreachable_forgives_nothing_else(workplace: Workplace, press_site: PressSite):
    press_site.slugs.clear()  # the site answers, but its list has become empty
    assert workplace.run("--allow-unreachable") == 3
    assert "the site may have changed" in last_run(workplace)["issues"]


def test_one_source_and_a_limit(workplace: Workplace, press_site: PressSite):
    assert workplace.run("--source", "presse", "--limit", "1") == 0
    assert last_run(workplace)["fetched"] == "1"
    assert workplace.run("--source", "local") == 0
    assert last_run(workplace)["discovered"] == "0"


def test_nothing_at_all_is_code_1(workplace: Workplace):
    shutil.rmtree(workplace.raw)
    assert workplace.run("--offline") == 1
    assert workplace.tables()["documents"].empty


def test_status_tells_what_is_known(workplace: Workplace, capsys):
    from flows.cli import main

    status = ["status", "--output", str(workplace.output)]
    assert main(status) == 0
    assert "Nothing published" in capsys.readouterr().out
    (workplace.raw / "inbox" / "empty.pdf").write_bytes(b"")
    workplace.run("--offline")
    capsys.readouterr()
    assert main(status) == 0
    said = capsys.readouterr().out
    assert "the file is empty" in said
    assert "Last run" in said
    assert "Next run: none scheduled" in said


def test_a_damaged_record_costs_its_document_alone(workplace: Workplace, capsys):
    damaged = sorted(workplace.raw.rglob("*.json"))[0]
    damaged.write_text("{")
    assert workplace.run("--offline") == 3
    assert len(workplace.tables()["documents"]) == 1
    assert damaged.name in workplace.tables()["runs"]["issues"].iloc[-1]
