"""Serves the replica until it is interrupted: `python -m tests.replica --help`.

Faults may be named with their paths, as in `--fault status_503=/presse --fault slow`.
"""

from __future__ import annotations

import argparse
import threading
from contextlib import suppress

from tests.replica import Replica
from tests.replica.publication import LEGACY_NEWS, LEGACY_PRESS


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.replica", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="1 for some 400 documents")
    parser.add_argument("--crawl-delay", type=float, help="seconds that robots.txt asks for")
    parser.add_argument(
        "--fault", action="append", default=[], metavar="NAME[=PATH]", help="what is to go wrong"
    )
    return parser.parse_args()


def main() -> None:
    """Serve, and say where."""
    arguments = read_arguments()
    with Replica(scale=arguments.scale, crawl_delay=arguments.crawl_delay) as replica:
        for fault in arguments.fault:
            name, _, path = fault.partition("=")
            replica.break_with(name, [path] if path else None)
        print(f"# {len(replica.documents())} documents; interrupt to stop")
        for address in (
            f"{replica.cancer}/presse",
            f"{replica.cancer}/actualites",
            f"{replica.cancer}/catalogue-des-publications",
            f"{replica.cancer}/rss.xml",
            f"{replica.cancer}/sitemap.xml",
            f"{replica.legacy}{LEGACY_PRESS}",
            f"{replica.legacy}{LEGACY_NEWS}",
            f"{replica.legacy}/rss.xml",
            f"{replica.data}/api/1/organizations/institut-national-du-cancer/",
            *(each for each in (replica.secure, replica.expired) if each),
        ):
            print(f"# {address}")
        if replica.ca_file:
            print(f"# ca_file: {replica.ca_file}")
        print(f"\n{replica.configuration()}", flush=True)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
