"""What every row that a borough uploads carries."""

import dataframely as dy


class Handed(dy.Schema):
    """What every row of a borough's return carries; `row` is its number in the file, as a spreadsheet shows it."""

    borough = dy.String(nullable=False)
    return_year = dy.Int16(nullable=False)
    row = dy.Int32(nullable=True)


class OfChild(Handed):
    """A row about one child; `child` is the borough's own identifier with the borough's code before it."""

    child = dy.String(nullable=False)
