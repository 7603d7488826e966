"""Check the licence of everything that is installed for users: `python deploy/licences.py requirements.txt`.

A package is fine where its metadata names a licence of the list below, or where the table of exceptions says what its
own repository says. Anything else is named, and fails the check.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

FREE: Final = (
    "MIT",
    "BSD",
    "APACHE",
    "ISC",
    "PSF",
    "PYTHON SOFTWARE FOUNDATION",
    "MOZILLA PUBLIC LICENSE 2.0",
    "MPL-2.0",
    "HPND",
    "UNLICENSE",
    "CC0",
    "ZLIB",
    "0BSD",
    "LGPL",
    "LESSER GENERAL PUBLIC",
    "HISTORICAL PERMISSION",
    "MIT-CMU",
    "OGL-UK",
)
"""Licences under which a council may run, and we may name as a dependency, without a further question."""

EXCEPTIONS: Final = {
    "dataframely": "BSD-3-Clause, in the file LICENSE of github.com/Quantco/dataframely; its metadata name none",
}
"""Packages whose metadata say nothing: what their repository says."""

PIN: Final = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^]]*\])?==", re.MULTILINE)


def main() -> int:
    """Say which packages have no licence that is known to be free; 1 where that is any."""
    names = PIN.findall(Path(sys.argv[1]).read_text())
    found = {name: licence_of(name) for name in names}
    unknown = {name: said for name, said in found.items() if said is not None and not is_free(name, said)}
    for name, said in unknown.items():
        print(f"{name}: licence not known to be free: {said or 'none named'}")
    print(f"Licences: {len(names)} packages, {len(unknown)} to look at.")
    return 1 if unknown else 0


def licence_of(name: str) -> str | None:
    """Give what a package's metadata say of its licence; None where this machine does not need the package."""
    try:
        return "; ".join(filter(None, said_by(distribution(name))))
    except PackageNotFoundError:
        return None


def said_by(package: Distribution) -> list[str]:
    """Give each thing that a package says of its licence, the short ones whole."""
    about = package.metadata
    classifiers = [each for each in about.get_all("Classifier") or [] if each.startswith("License ::")]
    named = [each.strip().partition("\n")[0][:100] for each in about.get_all("License") or []]
    return [*(about.get_all("License-Expression") or []), *named, *classifiers]


def is_free(name: str, said: str) -> bool:
    """Say whether a package may be used, by its metadata or by the table of exceptions."""
    return name in EXCEPTIONS or any(each in said.upper() for each in FREE)


if __name__ == "__main__":
    sys.exit(main())
