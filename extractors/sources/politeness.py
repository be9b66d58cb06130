"""How the client behaves towards sites, as the configuration says it: durations in seconds."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Politeness(BaseModel):
    """The client's name, and how long, how often and how much it may ask; sizes in bytes.

    `contact` is told to the sites beside the name. `pause_seconds` lie between two requests to one
    host; `retry_seconds` and more before the second of `tries`, unless the server says when, which
    is heeded up to `longest_wait_seconds`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    user_agent: str = Field(min_length=3)
    contact: str = ""
    reach_seconds: float = Field(default=8.0, gt=0, le=10)
    read_seconds: float = Field(default=30.0, gt=0)
    document_seconds: float = Field(default=600.0, gt=0)
    pause_seconds: float = Field(default=1.0, ge=0)
    retry_seconds: float = Field(default=1.0, ge=0)
    longest_wait_seconds: float = Field(default=60.0, ge=0)
    tries: int = Field(default=3, ge=1)
    requests_a_run: int = Field(default=5000, ge=1)
    largest_bytes: int = Field(default=200_000_000, gt=0)
    concurrency: int = Field(default=8, ge=1, le=32)

    @field_validator("user_agent", "contact")
    @classmethod
    def _may_be_sent(cls, text: str) -> str:
        if not text.isascii() or not text.isprintable():
            raise ValueError("letters without accents only, since it is sent to sites")
        return text

    @property
    def full_user_agent(self) -> str:
        """What sites are told: the name, and whom to write to."""
        return f"{self.user_agent} (contact: {self.contact})" if self.contact else self.user_agent

    @property
    def product(self) -> str:
        """The name that robots.txt files know a program by."""
        return self.user_agent.split("/")[0].split(" ")[0]
