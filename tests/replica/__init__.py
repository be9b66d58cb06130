"""A replica of www.cancer.fr, www.e-cancer.fr and data.gouv.fr on this machine, with their faults.

Some four hundred documents of three years, the same ones each time; `python -m tests.replica`
serves them until it is interrupted. Nothing here asks the real sites.
"""

from tests.replica.editing import Touched
from tests.replica.expected import Expected
from tests.replica.publication import Pdf, Place, Publication
from tests.replica.replica import Replica
from tests.replica.request_log import Request, RequestLog

__all__ = [
    "Expected",
    "Pdf",
    "Place",
    "Publication",
    "Replica",
    "Request",
    "RequestLog",
    "Touched",
]
