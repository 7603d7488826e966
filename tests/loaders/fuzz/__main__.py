"""`python -m tests.loaders.fuzz [INPUTS] [FIRST]`: damage and read many files on two processes, print the figures."""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.loaders.fuzz.run import Account, run

A_PART = 250


def main(inputs: int = 20_000, first: int = 0) -> int:
    """Run all; 1 where anything was not as it must be."""
    begun = time.perf_counter()
    parts = [range(first + at, first + min(at + A_PART, inputs)) for at in range(0, inputs, A_PART)]
    whole = Account()
    with ProcessPoolExecutor(2, get_context("spawn")) as workers:
        for part in workers.map(run, parts):
            whole.add(part)
    _tell(whole, time.perf_counter() - begun)
    return int(bool(whole.faults))


def _tell(whole: Account, seconds: float) -> None:
    rows = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in whole.rows.items())
    sys.stdout.write(
        f"{whole.inputs:,} damaged files in {seconds:.0f} s: {whole.read:,} read, {whole.refused:,} refused in words\n"
        f"{rows}\nslowest {whole.worst:.2f} s; {len(whole.sources) - 1} sources; {len(whole.faults)} faults\n"
    )
    for fault in whole.faults[:40]:
        sys.stdout.write(f"  {fault}\n")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
