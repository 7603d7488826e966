"""Children by what came of looking their provider's URN up."""

from typing import Final

EPISODES: Final = """
    child | started    | placement_type  | urn     | urn_status
    1     | 2024-01-01 | Children's home | SC1     | In the register
    2     | 2024-01-01 | Children's home | SC1     | In the register
    3     | 2024-01-01 | Children's home |         | Not given
    4     | 2024-01-01 | Health setting  | XXXXXXX | Not registered with Ofsted
    5     | 2024-01-01 | Health setting  | XXXXXXX | Not registered with Ofsted
    6     | 2024-01-01 | IFA foster      | SC9     | Not in the register
    7     | 2024-01-01 | IFA foster      | SC9     | Not in the register
    8     | 2024-01-01 | IFA foster      | SC9     | Not in the register
    9     | 2024-01-01 | With parents    |         | Not given
    10    | 2024-01-01 | Other placement |         | Not given
"""
