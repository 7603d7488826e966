"""Places on the Irish grid as places on the national grid of Great Britain, so that distances are taken on one.

The ONS Postcode Directory gives Northern Irish postcodes on the Irish grid (ONS Postcode Directory user guide, field
OSEAST1M). Both grids are transverse Mercator projections; from the one to the other it goes by latitude and longitude
and, between the ellipsoids, by the published seven parameters, good to about five metres.

Sources: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B and C; Ordnance Survey Ireland
and Land and Property Services, "The Irish Grid: a description of the co-ordinate reference system", and the
parameters of EPSG 29903, 27700, 1641 and 1314.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


class Ellipsoid(NamedTuple):
    """Half the axes of the figure of the earth, in metres."""

    a: float
    b: float

    @property
    def squared(self) -> float:
        """The eccentricity, squared."""
        return 1 - (self.b / self.a) ** 2


class Grid(NamedTuple):
    """A transverse Mercator grid: scale and place (degrees) of its true origin, and what its numbers are there."""

    ellipsoid: Ellipsoid
    scale: float
    latitude: float
    longitude: float
    easting: float
    northing: float


class Shift(NamedTuple):
    """From a datum to that of satellites (WGS84): metres, parts in a million, seconds of arc (position vector)."""

    x: float
    y: float
    z: float
    scale: float
    about_x: float
    about_y: float
    about_z: float


IRISH: Final = Grid(Ellipsoid(6_377_340.189, 6_356_034.447), 1.000035, 53.5, -8.0, 200_000.0, 250_000.0)
BRITISH: Final = Grid(Ellipsoid(6_377_563.396, 6_356_256.909), 0.9996012717, 49.0, -2.0, 400_000.0, -100_000.0)
FROM_IRISH: Final = Shift(482.5, -130.6, 564.6, 8.15, -1.042, -0.214, -0.631)
FROM_BRITISH: Final = Shift(446.448, -125.157, 542.06, -20.4894, 0.1502, 0.247, 0.8421)
SECOND: Final = np.pi / 180 / 3600
TIMES: Final = 8
"""How often a latitude is found again from the last guess: what is left is less than a millimetre."""


def british(easting: Numbers, northing: Numbers) -> tuple[Numbers, Numbers]:
    """Eastings and northings (metres) of the Irish grid as those of the British one."""
    x, y, z = _in_space(*off_grid(easting, northing, IRISH), IRISH.ellipsoid)
    there = _shifted(*_shifted(x, y, z, FROM_IRISH), Shift(*(-each for each in FROM_BRITISH)))
    return on_grid(*_on_ellipsoid(*there, BRITISH.ellipsoid), BRITISH)


def on_grid(latitude: Numbers, longitude: Numbers, grid: Grid) -> tuple[Numbers, Numbers]:
    """Eastings and northings (metres) of places (radians) on the grid's own ellipsoid."""
    sine, cosine, tangent = np.sin(latitude), np.cos(latitude), np.tan(latitude)
    nu, rho, eta = _radii(latitude, grid)
    t, p = tangent**2, longitude - np.radians(grid.longitude)
    north = (
        nu / 2 * sine * cosine,
        nu / 24 * sine * cosine**3 * (5 - t + 9 * eta),
        nu / 720 * sine * cosine**5 * (61 - 58 * t + t**2),
    )
    east = (
        nu * cosine,
        nu / 6 * cosine**3 * (nu / rho - t),
        nu / 120 * cosine**5 * (5 - 18 * t + t**2 + 14 * eta - 58 * t * eta),
    )
    northing = grid.northing + _arc(latitude, grid) + _sum(north, p, first=2)
    return grid.easting + _sum(east, p, first=1), northing


def off_grid(easting: Numbers, northing: Numbers, grid: Grid) -> tuple[Numbers, Numbers]:
    """Latitudes and longitudes (radians) on the grid's own ellipsoid of eastings and northings (metres)."""
    foot = np.radians(grid.latitude) + np.zeros_like(northing)
    for _ in range(TIMES):
        foot = foot + (northing - grid.northing - _arc(foot, grid)) / (grid.ellipsoid.a * grid.scale)
    nu, rho, eta = _radii(foot, grid)
    t, sec, x = np.tan(foot) ** 2, 1 / np.cos(foot), easting - grid.easting
    up = np.tan(foot) / (2 * rho * nu)
    latitude = foot - up * x**2 * (
        1 - x**2 / (12 * nu**2) * (5 + 3 * t + eta - 9 * t * eta) + x**4 / (360 * nu**4) * (61 + 90 * t + 45 * t**2)
    )
    along = (
        x * sec / nu
        - x**3 * sec / (6 * nu**3) * (nu / rho + 2 * t)
        + x**5 * sec / (120 * nu**5) * (5 + 28 * t + 24 * t**2)
        - x**7 * sec / (5040 * nu**7) * (61 + 662 * t + 1320 * t**2 + 720 * t**3)
    )
    return latitude, np.radians(grid.longitude) + along


def _sum(terms: tuple[Numbers, ...], of: Numbers, *, first: int) -> Numbers:
    """Sum of a series whose powers rise by two."""
    return np.sum([term * of ** (2 * i + first) for i, term in enumerate(terms)], axis=0)


def _radii(latitude: Numbers, grid: Grid) -> tuple[Numbers, Numbers, Numbers]:
    """Radii of curvature across and along the meridian, scaled, and how much the one exceeds the other."""
    left = 1 - grid.ellipsoid.squared * np.sin(latitude) ** 2
    nu = grid.ellipsoid.a * grid.scale / np.sqrt(left)
    rho = nu * (1 - grid.ellipsoid.squared) / left
    return nu, rho, nu / rho - 1


def _arc(latitude: Numbers, grid: Grid) -> Numbers:
    """Length of the meridian from the true origin, scaled."""
    a, b = grid.ellipsoid
    n, origin = (a - b) / (a + b), np.radians(grid.latitude)
    apart, both = latitude - origin, latitude + origin
    return (
        b
        * grid.scale
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * apart
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * np.sin(apart) * np.cos(both)
            + 15 / 8 * (n**2 + n**3) * np.sin(2 * apart) * np.cos(2 * both)
            - 35 / 24 * n**3 * np.sin(3 * apart) * np.cos(3 * both)
        )
    )


def _in_space(latitude: Numbers, longitude: Numbers, ellipsoid: Ellipsoid) -> tuple[Numbers, Numbers, Numbers]:
    """Places at the ellipsoid's surface as metres from the middle of the earth."""
    nu = ellipsoid.a / np.sqrt(1 - ellipsoid.squared * np.sin(latitude) ** 2)
    out = nu * np.cos(latitude)
    return out * np.cos(longitude), out * np.sin(longitude), nu * (1 - ellipsoid.squared) * np.sin(latitude)


def _shifted(x: Numbers, y: Numbers, z: Numbers, by: Shift) -> tuple[Numbers, Numbers, Numbers]:
    size = 1 + by.scale / 1e6
    rx, ry, rz = (each * SECOND for each in (by.about_x, by.about_y, by.about_z))
    return by.x + size * x - rz * y + ry * z, by.y + rz * x + size * y - rx * z, by.z - ry * x + rx * y + size * z


def _on_ellipsoid(x: Numbers, y: Numbers, z: Numbers, ellipsoid: Ellipsoid) -> tuple[Numbers, Numbers]:
    """Latitudes and longitudes (radians) of places in space, their heights left out."""
    out = np.hypot(x, y)
    latitude = np.arctan2(z, out * (1 - ellipsoid.squared))
    for _ in range(TIMES):
        nu = ellipsoid.a / np.sqrt(1 - ellipsoid.squared * np.sin(latitude) ** 2)
        latitude = np.arctan2(z + ellipsoid.squared * nu * np.sin(latitude), out)
    return latitude, np.arctan2(y, x)
