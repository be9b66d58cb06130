"""The command `inca`. Only argparse is imported up front, so that `inca --help` answers at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from flows.settings import Settings

DONE, NOTHING_DONE = 0, 1


class FlowParameters(TypedDict):
    """What the flow is called with, as plain as its server wants it."""

    config: str | None
    raw: str | None
    output: str | None
    sources: list[str] | None
    offline: bool
    limit: int | None
    since: str | None


EXIT_CODES = (
    "exit codes: 0 done; 1 nothing to work on, or nothing could be published; "
    "2 wrong use or configuration; 3 done, but some documents or sources failed"
)

# Prefect's own defaults would log every task to the terminal and report usage to its makers.
PREFECT_ENVIRONMENT = {
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without accents gets the words without
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    if options.debug:
        from flows.faults import show_debugging

        show_debugging()
    try:
        return options.command(options)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return NOTHING_DONE
    except BrokenPipeError:  # whoever read the output has seen enough
        _say_no_more()
        return DONE
    except Exception as error:
        from flows.faults import tell_fault

        return tell_fault(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inca",
        description="France's cancer policy, read from INCa's documents into tables.",
        epilog=EXIT_CODES,
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--debug", action="store_true", help="say of each fault where in the program it arose"
    )

    run = commands.add_parser(
        "run", parents=[common], help="discover, fetch what is new, extract, publish"
    )
    run.set_defaults(command=_run)
    _add_run_options(run)
    run.add_argument(
        "--allow-unreachable",
        action="store_true",
        help="end with 0 where nothing failed but sites that can't be reached",
    )

    extract = commands.add_parser(
        "extract", parents=[common], help="read files and folders, no network"
    )
    extract.set_defaults(command=_extract)
    extract.add_argument("paths", nargs="+", type=_path, metavar="PATH")
    extract.add_argument(
        "--output", type=_place, metavar="DIR", help="where the tables go (default: extracted)"
    )
    tables = extract.add_mutually_exclusive_group()
    tables.add_argument("--add", action="store_true", help="keep the documents of its tables too")
    tables.add_argument(
        "--replace", action="store_true", help="leave only these documents in its tables"
    )
    extract.add_argument("--config", type=_path, metavar="FILE", help="a TOML file")

    serve = commands.add_parser(
        "serve", parents=[common], help="register the scheduled run, and run it when due"
    )
    serve.set_defaults(command=_serve)
    _add_run_options(serve)
    schedule = serve.add_mutually_exclusive_group()
    schedule.add_argument(
        "--cron", default="0 6 * * *", help="when, Europe/Paris (default: every day at 06:00)"
    )
    schedule.add_argument("--every", type=float, metavar="SECONDS", help="instead: how often")

    status = commands.add_parser(
        "status", parents=[common], help="what is known, and what failed and why"
    )
    status.set_defaults(command=_status)
    status.add_argument("--output", type=_place, metavar="DIR", help="where the tables are")
    status.add_argument("--config", type=_path, metavar="FILE", help="a TOML file")
    return parser


def _add_run_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--raw", type=_place, metavar="DIR", help="the raw store: a folder, or s3://…"
    )
    parser.add_argument(
        "--output", type=_place, metavar="DIR", help="where the tables go: a folder, or s3://…"
    )
    parser.add_argument("--config", type=_path, metavar="FILE", help="a TOML file")
    parser.add_argument(
        "--source", nargs="+", action="extend", default=[], metavar="NAME", help="only these"
    )
    parser.add_argument("--offline", action="store_true", help="no network: work from --raw alone")
    parser.add_argument(
        "--since", type=_day, metavar="DATE", help="what was published since a day, YYYY-MM-DD"
    )
    parser.add_argument(
        "--limit", type=_count, metavar="N", help="new documents a source may add; 0 for all"
    )


def _place(text: str) -> str:
    """A path as it was given: an empty one is a variable that was not set, not this folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty: give a path (`.` is this folder)")
    return text


def _path(text: str) -> Path:
    return Path(_place(text))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2022-04-27") from error


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return number


def _flow_parameters(options: argparse.Namespace) -> FlowParameters:
    """The options as the flow's parameters, after a check that they make a configuration."""
    from flows.settings import load_settings

    load_settings(options.config).with_options(sources=options.source)
    return {
        "config": str(options.config) if options.config else None,
        "raw": options.raw,
        "output": options.output,
        "sources": options.source,
        "offline": options.offline,
        "limit": options.limit,
        "since": options.since.isoformat() if options.since else None,
    }


def _settings(options: argparse.Namespace) -> Settings:
    from flows.settings import load_settings

    return load_settings(options.config).with_options(output=options.output)


def _set_prefect_environment() -> None:
    for name, value in PREFECT_ENVIRONMENT.items():
        os.environ.setdefault(name, value)


def _show(show: Callable[[], None]) -> None:
    """Show what was done: it is done, whatever becomes of the words about it."""
    try:
        show()
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
    except OSError as error:
        _say_no_more()
        print(
            f"inca: all is done, but the summary can't be written: {error.strerror}",
            file=sys.stderr,
        )


def _say_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(options: argparse.Namespace) -> int:
    from extractors.versions import released_version

    parameters = _flow_parameters(options)
    settings = _settings(options)
    released_version(settings.pipeline.base)  # fails before the flow starts where it is not there
    _set_prefect_environment()
    from flows.console import show_outcome
    from flows.pipeline import run_pipeline

    outcome = run_pipeline(**parameters)
    _show(lambda: show_outcome(outcome, settings.output))
    return outcome.exit_code(options.allow_unreachable)


def _extract(options: argparse.Namespace) -> int:
    from flows.settings import load_settings

    settings = load_settings(options.config)
    settings = settings.with_options(output=options.output or str(settings.extracted))
    from flows.console import show_outcome
    from flows.files import extract_files

    outcome = extract_files(options.paths, settings, options.add, options.replace)
    _show(lambda: show_outcome(outcome, settings.output))
    return outcome.exit_code()


def _serve(options: argparse.Namespace) -> int:
    parameters = _flow_parameters(options)
    _set_prefect_environment()
    from flows.serving import make_schedule, serve_pipeline

    serve_pipeline(make_schedule(options.cron, options.every), parameters)
    return DONE


def _status(options: argparse.Namespace) -> int:
    settings = _settings(options)
    from flows.status import show_status

    show_status(settings.output)
    return DONE


if __name__ == "__main__":
    sys.exit(main())
