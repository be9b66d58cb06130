"""The configuration: defaults.toml, the user's own file on top, then `INCA_…` variables.

A file's path in, checked `Settings` out, or `ConfigurationError` in one line.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from extractors.documents.limits import ReadingLimits
from extractors.files import AnyPath, place_of
from extractors.sources.configuration import FolderSource, HostRule, Place, Source
from extractors.sources.politeness import Politeness

DEFAULTS = Path(__file__).with_name("defaults.toml")
VARIABLES = "INCA_"  # how those begin that go before any file


class ConfigurationError(Exception):
    """The configuration, or an option, is wrong; the message says where and how."""


class PipelineSettings(BaseModel):
    """Which spaCy pipeline to build on, and whether persons are published."""

    model_config = ConfigDict(extra="forbid")

    base: str = ""
    people: bool = False

    @property
    def on_request(self) -> tuple[str, ...]:
        """The tables to publish beyond the usual ones."""
        return ("people",) if self.people else ()


class Settings(BaseModel):
    """Everything a run can be told."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    raw: Place
    output: Place
    extracted: Place
    limit: int = Field(ge=0)
    pipeline: PipelineSettings
    reading: ReadingLimits
    web: Politeness
    sources: tuple[Source, ...]
    chosen: tuple[str, ...] = ()  # names of sources; empty for all

    @field_validator("sources")
    @classmethod
    def _names_differ(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        names = [source.name for source in sources]
        if len(set(names)) < len(names):
            raise ValueError("two sources have the same name")
        return sources

    def with_options(
        self,
        raw: str | None = None,
        output: str | None = None,
        limit: int | None = None,
        sources: Sequence[str] = (),
    ) -> Settings:
        """The settings with a command's options on top; `sources` are the names to keep."""
        known = {source.name: source for source in self.sources}
        unknown = [name for name in sources if name not in known]
        if unknown:
            raise ConfigurationError(
                f"no source is named {unknown[0]!r}: the configuration has {', '.join(known)}"
            )
        return self.model_copy(
            update={
                "raw": place_of(raw) if raw else self.raw,
                "output": place_of(output) if output else self.output,
                "limit": self.limit if limit is None else limit,
                "chosen": tuple(sources) or self.chosen,
            }
        )

    def sources_at_work(self, offline: bool = False) -> list[Source]:
        """The sources to harvest, in their order, folders at their place in the raw store."""
        chosen = [each for each in self.sources if not self.chosen or each.name in self.chosen]
        return [
            each.model_copy(update={"path": self._place_in_raw(each.path)})
            if isinstance(each, FolderSource)
            else each
            for each in chosen
            if isinstance(each, FolderSource) or not offline
        ]

    def _place_in_raw(self, place: AnyPath) -> AnyPath:
        """A folder source's place: one that is no whole path starts at the raw store."""
        is_whole = place.is_absolute() or not isinstance(place, Path)
        return place if is_whole else self.raw / str(place)

    def host_rules(self) -> dict[str, HostRule]:
        """The hosts that may be asked: those of all sources, since sites offer each other's."""
        rules: dict[str, HostRule] = {}
        for source in self.sources:
            if not isinstance(source, FolderSource):
                for host, rule in source.host_rules().items():
                    known = rules.get(host, HostRule())
                    rules[host] = HostRule(rule.local or known.local, rule.ca_file or known.ca_file)
        return rules


def load_settings(path: Path | None = None) -> Settings:
    """Read the defaults and, on top, the file at `path` and the environment."""
    values = _read(DEFAULTS)
    for key, value in (_read(path) if path else {}).items():
        default = values.get(key)
        values[key] = (
            default | value if isinstance(default, dict) and isinstance(value, dict) else value
        )
    try:
        return _checked(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(f"{path or DEFAULTS}: {where}: {first['msg']}") from error


def _checked(values: dict[str, Any]) -> Settings:
    """The settings of these values, with what the environment's variables say on top."""
    if not any(name.upper().startswith(VARIABLES) for name in os.environ):
        return Settings(**values)
    from flows.variables import (
        SettingsWithVariables,
    )  # its library is slow: only where there are any

    return SettingsWithVariables(**values)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: not a TOML file: {error}") from error
