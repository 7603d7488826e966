"""The Irish grid brought to the British one, held against published places."""

import numpy as np
import pytest

from loaders.grids import BRITISH, IRISH, british, off_grid, on_grid


def degrees(of: int, minutes: int, seconds: float) -> float:
    return of + minutes / 60 + seconds / 3600


def test_the_worked_example_of_the_ordnance_survey():
    """A guide to coordinate systems in Great Britain, annex C: 52 39 27.2531 N, 1 43 4.5177 E."""
    place = np.radians([degrees(52, 39, 27.2531)]), np.radians([degrees(1, 43, 4.5177)])
    easting, northing = on_grid(*place, BRITISH)
    assert (easting[0], northing[0]) == (pytest.approx(651_409.903, abs=0.001), pytest.approx(313_177.270, abs=0.001))
    back = off_grid(easting, northing, BRITISH)
    assert back == (pytest.approx(place[0], abs=1e-9), pytest.approx(place[1], abs=1e-9))


def test_the_true_origin_of_the_irish_grid():
    latitude, longitude = off_grid(np.array([200_000.0]), np.array([250_000.0]), IRISH)
    assert np.degrees([latitude[0], longitude[0]]).tolist() == pytest.approx([53.5, -8.0])


def test_belfast_city_hall_on_the_british_grid():
    """Irish grid J 3385 7400; 54.5965 N, 5.9301 W, which is some 146.3, 529.5 km on the British grid."""
    easting, northing = british(np.array([333_850.0]), np.array([373_997.0]))
    assert (easting[0], northing[0]) == (pytest.approx(146_255, abs=10), pytest.approx(529_468, abs=10))
