"""`INCA_…` variables on top of the configuration's files: `INCA_WEB__PAUSE_SECONDS=2`."""

from __future__ import annotations

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from flows.settings import VARIABLES, Settings


class SettingsWithVariables(Settings, BaseSettings):
    """The same settings, each of which a variable of the environment may say."""

    model_config = SettingsConfigDict(
        extra="forbid",
        env_prefix=VARIABLES,
        env_nested_delimiter="__",
        env_ignore_empty=True,
        frozen=True,
    )

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
