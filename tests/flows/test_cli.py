"""The command itself: quick to answer, and complete when run as a user runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from flows.cli import main
from tests.conftest import RAW, open_tables

INCA = str(Path(sys.executable).with_name("inca"))
HEAVY = {"prefect", "spacy", "pandas", "pdfplumber", "pydantic", "httpx", "lxml", "rich"}


def test_help_names_every_command_and_the_exit_codes():
    done = subprocess.run([INCA, "--help"], capture_output=True, text=True, check=True)
    for word in ("run", "extract", "serve", "status", "exit codes"):
        assert word in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", ""],
        ["extract", " ", "note.txt"],
        ["extract", "note.txt", "--output", ""],
        ["run", "--raw", ""],
        ["run", "--output="],
        ["run", "--config", ""],
        ["status", "--output", ""],
    ],
)
def test_an_empty_path_is_refused(arguments: list[str], capsys):
    """A variable that was not set must not have all of the folder at hand read, or written to."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "is empty: give a path" in capsys.readouterr().err


def test_a_prefect_server_that_is_away_is_named(tmp_path: Path, unused_port: int):
    address = f"http://127.0.0.1:{unused_port}/api"
    done = subprocess.run(
        [INCA, "run", "--offline", "--raw", str(tmp_path / "raw"), "--output", str(tmp_path / "o")],
        env=environment(tmp_path) | {"PREFECT_API_URL": address},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert f"the Prefect server at {address}" in line
    assert "PREFECT_API_URL" in line


@pytest.fixture
def reader_gone():
    """The end of a pipe that nobody reads."""
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


@pytest.fixture
def note(tmp_path: Path, extract_tables) -> Path:
    """A text, and what was found in it kept in three folders: only the tables are to be made."""
    note = tmp_path / "note.txt"
    note.write_text("Axe 1 : Améliorer… la prévention œuvrée\n", encoding="utf-8")
    extract_tables(note)
    for name in "abc":
        shutil.copytree(tmp_path / "output" / ".extractions", tmp_path / name / ".extractions")
    return note


def test_what_is_done_is_done_whoever_reads_of_it(note: Path, tmp_path: Path, reader_gone: int):
    command = [INCA, "extract", str(note), "--output"]
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    told = {"stderr": subprocess.PIPE, "text": True}
    piped = subprocess.run([*command, str(tmp_path / "a")], stdout=reader_gone, **told)
    assert (piped.returncode, piped.stderr) == (0, "")
    done = [*command, str(tmp_path / "b")]
    plain = subprocess.run(done, stdout=subprocess.PIPE, env=ascii_only, **told)
    assert (plain.returncode, plain.stderr) == (0, "")
    assert "liorer" in plain.stdout
    if Path("/dev/full").exists():
        with Path("/dev/full").open("w") as full:
            done = subprocess.run([*command, str(tmp_path / "c")], stdout=full, **told)
        assert done.returncode == 0
        assert "all is done" in done.stderr
    for each in "abc" if Path("/dev/full").exists() else "ab":
        assert len(open_tables(tmp_path / each)["axes"]) == 1


INTERRUPTED = """
import os, signal
from extractors.documents.apart import ReadingWorkers
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where whoever started us ignores it
try:
    with ReadingWorkers():
        os.killpg(0, signal.SIGINT)
        signal.pause()
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups there")
def test_ctrl_c_while_readers_start_is_told_once():
    """The terminal sends it to every process: those that are just starting say nothing."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, start_new_session=True
    )
    assert (done.stdout, done.stderr) == ("stopped\n", "")


def test_help_imports_nothing_heavy():
    code = "import sys, flows.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


def test_reading_files_at_hand_loads_nothing_that_asks_the_web():
    code = (
        "import sys, flows.settings, flows.files, flows.console; flows.settings.load_settings();"
        "import extractors.documents.apart, extractors.finding; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for_the_web = {"httpx", "hishel", "protego", "pyrate_limiter", "lxml", "upath", "fsspec"}
    heavy = {"prefect", "spacy", "pandas", "pdfplumber", "pikepdf"}
    assert not (heavy | for_the_web) & set(done.stdout.split())


def environment(folder: Path) -> dict[str, str]:
    """A user's environment, with Prefect's own files kept in the test's folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return kept | {"PREFECT_HOME": str(folder / "prefect")}


def own_raw(folder: Path) -> str:
    """A raw store with what the project ships, and a manifest of its own."""
    shutil.copytree(RAW / "inca", folder / "raw" / "inca")
    return str(folder / "raw")


class RunByUser:
    """A raw store and an output of its own, and what `inca run` said in the terminal."""

    def __init__(self, folder: Path) -> None:
        self.output = folder / "output"
        self.options = ["--offline", "--raw", own_raw(folder), "--output", str(self.output)]
        self.environment = environment(folder)
        command = [INCA, "run", *self.options]
        self.done = subprocess.run(command, env=self.environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def run_by_user(tmp_path_factory) -> RunByUser:
    return RunByUser(tmp_path_factory.mktemp("run"))


@pytest.mark.network
def test_run_on_the_embedded_server(run_by_user: RunByUser):
    done = run_by_user.done
    assert (done.returncode, done.stderr) == (0, "")
    assert "Améliorer la capacité d'anticipation" in " ".join(done.stdout.split())
    assert len(open_tables(run_by_user.output)["axes"]) == 10


@pytest.mark.network
def test_serve_fires_on_schedule(run_by_user: RunByUser, unused_port: int):
    """The deployment is registered with its schedule, and runs that nobody asked for happen."""
    runs = run_by_user.output / "runs.csv"
    before = count_lines(runs)
    served = subprocess.Popen(
        [INCA, "serve", "--every", "5", *run_by_user.options],
        env=run_by_user.environment | {"PREFECT_SERVER_API_PORT": str(unused_port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    api = f"http://127.0.0.1:{unused_port}/api"
    try:
        deadline = time.monotonic() + 600
        while time.monotonic() < deadline and count_lines(runs) < before + 2:
            assert served.poll() is None, "inca serve stopped by itself"
            time.sleep(0.5)
        (deployment,) = httpx.post(f"{api}/deployments/filter", json={}).json()
        status = subprocess.run(
            [INCA, "status", "--output", str(run_by_user.output)],
            env=run_by_user.environment | {"PREFECT_API_URL": api},
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        served.terminate()
        served.wait(timeout=600)
    assert deployment["name"] == "scheduled"
    assert deployment["schedules"][0]["schedule"]["timezone"] == "Europe/Paris"
    assert count_lines(runs) >= before + 2, "two scheduled runs were to happen"
    assert len(open_tables(run_by_user.output)["axes"]) == 10
    assert "Next run: 20" in status.stdout


def count_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_the_default_schedule_is_daily_in_french_time():
    from flows.cli import _parser
    from flows.serving import make_schedule

    options = _parser().parse_args(["serve"])
    schedule = make_schedule(options.cron, options.every)
    assert (schedule.cron, schedule.timezone) == ("0 6 * * *", "Europe/Paris")


def test_prefect_yaml_deploys_the_same_flow():
    import yaml

    root = Path(__file__).parents[2]
    (deployment,) = yaml.safe_load((root / "prefect.yaml").read_text())["deployments"]
    path, function = deployment["entrypoint"].split(":")
    assert f"def {function}(" in (root / path).read_text(encoding="utf-8")
    assert deployment["schedules"] == [{"cron": "0 6 * * *", "timezone": "Europe/Paris"}]


def test_the_shipped_records_say_what_they_hold():
    for record in RAW.glob("inca/2022/*.json"):
        content = record.with_name(json.loads(record.read_text())["file"])
        assert content.exists()
