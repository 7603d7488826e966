"""Which London boroughs lie side by side."""

from typing import Final

_NEIGHBOURS: Final = """
Barking and Dagenham: Bexley, Greenwich, Havering, Newham, Redbridge
Barnet: Brent, Camden, Enfield, Haringey, Harrow
Bexley: Barking and Dagenham, Bromley, Greenwich, Havering
Brent: Barnet, Camden, Ealing, Hammersmith and Fulham, Harrow, Kensington and Chelsea, Westminster
Bromley: Bexley, Croydon, Greenwich, Lambeth, Lewisham, Southwark
Camden: Barnet, Brent, City of London, Haringey, Islington, Westminster
City of London: Camden, Hackney, Islington, Lambeth, Southwark, Tower Hamlets, Westminster
Croydon: Bromley, Lambeth, Merton, Southwark, Sutton
Ealing: Brent, Hammersmith and Fulham, Harrow, Hillingdon, Hounslow
Enfield: Barnet, Haringey, Waltham Forest
Greenwich: Barking and Dagenham, Bexley, Bromley, Lewisham, Newham, Tower Hamlets
Hackney: City of London, Haringey, Islington, Newham, Tower Hamlets, Waltham Forest
Hammersmith and Fulham: Brent, Ealing, Hounslow, Kensington and Chelsea, Richmond upon Thames, Wandsworth
Haringey: Barnet, Camden, Enfield, Hackney, Islington, Waltham Forest
Harrow: Barnet, Brent, Ealing, Hillingdon
Havering: Barking and Dagenham, Bexley, Redbridge
Hillingdon: Ealing, Harrow, Hounslow
Hounslow: Ealing, Hammersmith and Fulham, Hillingdon, Richmond upon Thames
Islington: Camden, City of London, Hackney, Haringey
Kensington and Chelsea: Brent, Hammersmith and Fulham, Wandsworth, Westminster
Kingston upon Thames: Merton, Richmond upon Thames, Sutton, Wandsworth
Lambeth: Bromley, City of London, Croydon, Merton, Southwark, Wandsworth, Westminster
Lewisham: Bromley, Greenwich, Southwark, Tower Hamlets
Merton: Croydon, Kingston upon Thames, Lambeth, Sutton, Wandsworth
Newham: Barking and Dagenham, Greenwich, Hackney, Redbridge, Tower Hamlets, Waltham Forest
Redbridge: Barking and Dagenham, Havering, Newham, Waltham Forest
Richmond upon Thames: Hammersmith and Fulham, Hounslow, Kingston upon Thames, Wandsworth
Southwark: Bromley, City of London, Croydon, Lambeth, Lewisham, Tower Hamlets
Sutton: Croydon, Kingston upon Thames, Merton
Tower Hamlets: City of London, Greenwich, Hackney, Lewisham, Newham, Southwark
Waltham Forest: Enfield, Hackney, Haringey, Newham, Redbridge
Wandsworth: Hammersmith and Fulham, Kensington and Chelsea, Kingston upon Thames, Lambeth, Merton, \
Richmond upon Thames, Westminster
Westminster: Brent, Camden, City of London, Kensington and Chelsea, Lambeth, Wandsworth
"""


def _read(lines: str) -> dict[str, frozenset[str]]:
    rows = [line.split(": ") for line in lines.strip().splitlines()]
    return {borough: frozenset(names.split(", ")) for borough, names in rows}


NEIGHBOURS: Final = _read(_NEIGHBOURS)
"""Each London borough to those whose boundary it shares, to the middle of the Thames as in the local authority
boundaries of the Office for National Statistics (extent of the realm). Authorities outside London are none.

Checked against the postcodes of the ONS Postcode Directory (November 2025), not read from the boundary file: away
from the Thames, neighbours have postcodes within 260 metres of each other, but for Havering and Redbridge (620).
"""
