"""The lake put where other engines read it: a bucket or a folder of another machine."""

from pathlib import Path

from store.place import Place
from store.snapshot import OURS, lake


def publish(folder: Path, to: str) -> str:
    """Copy a version's lake to `to`/<version>, its manifest last, and remove other versions there. Gives its place.

    A version that is there whole is not copied again. Others go, so that none holds rows that were purged. Raises
    StoreError where the place cannot be reached or written.
    """
    place, version = Place.of(to), folder.parent.name
    if not place.holds(f"{version}/{lake.MANIFEST}"):
        place.write_folder(folder, version, last=lake.MANIFEST)
    for name in place.folders():
        if OURS.fullmatch(name) and name != version:
            place.remove(name)
    return f"{place.address}/{version}"
