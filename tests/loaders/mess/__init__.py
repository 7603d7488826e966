"""Known rows written as boroughs write them: every mess that is known from real files, at random."""

from tests.loaders.mess.known import known
from tests.loaders.mess.written import FORMS, Written, written

__all__ = ["FORMS", "Written", "known", "written"]
