"""Children aged 0 to 17 by borough, London and England (ONS mid-year estimates, real figures)."""

from typing import Final

FIRST: Final = 2019
LAST: Final = 2024
CARRIED_TO: Final = 2026
"""Mid-years after the last estimate carry it forward until ONS publishes."""

ESTIMATES: Final = """
Brent                   76041 75204 73031 73504 74382 75001
Ealing                  82302 81735 80133 80716 81959 82360
Hammersmith and Fulham  33009 32513 31820 32057 31920 31955
Harrow                  59158 59032 58105 59101 59925 60452
Hillingdon              72159 71978 71143 72945 74488 75524
Hounslow                66841 66981 66046 66509 67540 67554
Kensington and Chelsea  24304 23802 22879 23093 23037 22555
Westminster             32706 31851 30607 30499 30255 29834
London                  1937275 1926950 1894099 1902276 1911649 1916086
England                 11790492 11787794 11762878 11901267 12059476 12183016
"""


def rows() -> list[list[object]]:
    """Authority, mid-year and children, one row each."""
    found: list[list[object]] = []
    for line in ESTIMATES.strip().splitlines():
        name, counts = line[:24].strip(), line[24:].split()
        counts += [counts[-1]] * (CARRIED_TO - LAST)
        for place, count in enumerate(counts):
            found.append([name, FIRST + place, count])
    return found
