"""The configuration: defaults.toml, the user's own file on top, then `INCA_…` variables.

A file's path in, checked `Settings` out, or `ConfigurationError` in one line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)
from upath import UPath

from extractors.sources import HostRule, Hosts, Politeness, Source
from extractors.sources.folder import FolderSource

if TYPE_CHECKING:
    from extractors.documents.apart import ReadingLimits

DEFAULTS = Path(__file__).with_name("defaults.toml")


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


class WebSettings(BaseModel):
    """How to behave towards sites; durations in seconds."""

    model_config = ConfigDict(extra="forbid")

    user_agent: str = Field(min_length=3)
    contact: str
    reach_seconds: float = Field(gt=0, le=10)
    read_seconds: float = Field(gt=0)
    document_seconds: float = Field(gt=0)
    pause_seconds: float = Field(ge=0)
    retry_seconds: float = Field(ge=0)
    longest_wait_seconds: float = Field(ge=0)
    tries: int = Field(ge=1)
    requests_a_run: int = Field(ge=1)
    largest_bytes: int = Field(gt=0)
    concurrency: int = Field(ge=1, le=32)

    @field_validator("user_agent", "contact")
    @classmethod
    def _may_be_sent(cls, text: str) -> str:
        if not text.isascii() or not text.isprintable():
            raise ValueError("letters without accents only, since it is sent to sites")
        return text

    def politeness(self) -> Politeness:
        """The same, for the client that keeps to it."""
        values = self.model_dump(exclude={"contact"})
        if self.contact:
            values["user_agent"] = f"{self.user_agent} (contact: {self.contact})"
        return Politeness(**values)


class ReadingSettings(BaseModel):
    """What reading one document may cost."""

    model_config = ConfigDict(extra="forbid")

    seconds: float = Field(gt=0)
    seconds_a_page: float = Field(ge=0)
    page_seconds: float = Field(gt=0)
    memory_bytes: int = Field(ge=300_000_000)
    file_bytes: int = Field(gt=0)
    unpacked_bytes: int = Field(gt=0)
    pages: int = Field(gt=0)
    workers: int = Field(ge=0)

    @property
    def means(self) -> str:
        """What a document that could not be read well is read with: more may do better."""
        ocr = find_spec("ocrmypdf") is not None and which("tesseract") is not None
        return f"{self.model_dump_json(exclude={'workers'})} ocr={ocr}"

    def limits(self) -> ReadingLimits:
        """The same, for the readers that keep to it."""
        from extractors.documents.apart import ReadingLimits  # not before there is work: it is slow

        return ReadingLimits(**self.model_dump())


class Settings(BaseSettings):
    """Everything a run can be told."""

    model_config = SettingsConfigDict(
        extra="forbid",
        env_prefix="INCA_",
        env_nested_delimiter="__",
        env_ignore_empty=True,
        frozen=True,
    )

    raw: UPath
    output: UPath
    extracted: UPath
    limit: int = Field(ge=0)
    pipeline: PipelineSettings
    reading: ReadingSettings
    web: WebSettings
    sources: tuple[Source, ...]
    chosen: tuple[str, ...] = ()  # names of sources; empty for all

    @field_validator("sources")
    @classmethod
    def _names_differ(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        names = [source.name for source in sources]
        if len(set(names)) < len(names):
            raise ValueError("two sources have the same name")
        return sources

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Variables over files: the files come in as the initial values."""
        return env_settings, init_settings

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
                "raw": UPath(raw) if raw else self.raw,
                "output": UPath(output) if output else self.output,
                "limit": self.limit if limit is None else limit,
                "chosen": tuple(sources) or self.chosen,
            }
        )

    def sources_at_work(self, offline: bool = False) -> list[Source]:
        """The sources to harvest, in their order, folders at their place in the raw store."""
        chosen = [each for each in self.sources if not self.chosen or each.name in self.chosen]
        return [
            each.model_copy(update={"path": self.raw / each.path})
            if isinstance(each, FolderSource)
            else each
            for each in chosen
            if isinstance(each, FolderSource) or not offline
        ]

    def hosts(self) -> Hosts:
        """The hosts that may be asked: those of all sources, since sites offer each other's."""
        rules: dict[str, HostRule] = {}
        for source in self.sources:
            if not isinstance(source, FolderSource):
                for host, rule in source.host_rules().items():
                    known = rules.get(host, HostRule())
                    rules[host] = HostRule(rule.local or known.local, rule.ca_file or known.ca_file)
        return Hosts(rules)


def load_settings(path: Path | None = None) -> Settings:
    """Read the defaults and, on top, the file at `path` and the environment."""
    values = _read(DEFAULTS)
    for key, value in (_read(path) if path else {}).items():
        default = values.get(key)
        values[key] = (
            default | value if isinstance(default, dict) and isinstance(value, dict) else value
        )
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(f"{path or DEFAULTS}: {where}: {first['msg']}") from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: not a TOML file: {error}") from error
