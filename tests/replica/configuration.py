"""Addresses of the replica in, sources for the program's configuration out, as TOML."""

from __future__ import annotations

from tests.replica.publication import LEGACY_NEWS, LEGACY_PRESS, STRATEGY

TEMPLATE = """\
[web]
pause_seconds = {pause}

[[sources]]
name = "cancer-fr-presse"
kind = "press_list"
url = "{cancer}/presse?press_list[filters][date_from]=&press_list[filters][date_to]=&search="
item = "^/presse/[^?#]+$"
page_parameter = "page"
since_parameter = "press_list[filters][date_from]"
body = "div.wysiwyg"
local = true

[[sources]]
name = "cancer-fr-catalogue"
kind = "catalogue"
url = "{cancer}/catalogue-des-publications?publications_catalog[filters][search_text]="
body = ".publication-block-resume, .block-bg-light"
local = true

[[sources]]
name = "cancer-fr-plan-du-site"
kind = "sitemap"
url = "{cancer}/sitemap.xml"
item = "{strategy}|^/actualites/"
local = true

[[sources]]
name = "cancer-fr-flux"
kind = "feed"
url = "{cancer}/rss.xml"
local = true

[[sources]]
name = "e-cancer-presse"
kind = "legacy_list"
url = "{legacy}{press}"
local = true

[[sources]]
name = "e-cancer-actualites"
kind = "legacy_list"
url = "{legacy}{news}"
local = true

[[sources]]
name = "e-cancer-flux"
kind = "feed"
url = "{legacy}/rss.xml"
local = true

[[sources]]
name = "data-gouv"
kind = "data_gouv"
url = "{data}/api/1/organizations/institut-national-du-cancer/"
local = true
"""


def write_configuration(cancer: str, legacy: str, data: str, pause_seconds: float) -> str:
    """One source for each list, feed and sitemap."""
    return TEMPLATE.format(
        cancer=cancer,
        legacy=legacy,
        data=data,
        pause=pause_seconds,
        press=LEGACY_PRESS,
        news=LEGACY_NEWS,
        strategy=f"^{STRATEGY}/",
    )
