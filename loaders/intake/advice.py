"""What to do about each finding of how a file was opened."""

from typing import Final

ADVICE: Final = {
    "copied-row": "Nothing, if one sheet is a copy of the other. Otherwise delete the rows that do not belong.",
    "hidden-sheet": "Nothing, if they are drafts. If their rows count, unhide them, save and upload it again.",
    "hidden-rows": "Nothing, if they belong. Delete those that do not, save and upload the workbook again.",
    "odd-quotes": "Look at names with quotes in them. An export as an Excel workbook (.xlsx) has no such trouble.",
    "sheets-together": "Nothing, if all of them count. Otherwise delete or hide those that do not, and upload again.",
    "sheet-lacks": "If its rows count, give the sheet what it lacks, save and upload the workbook again.",
    "uncalculated": "Open the workbook in Excel, save it and upload it again.",
}
"""Code of the finding to what the person who uploads the file can do."""
