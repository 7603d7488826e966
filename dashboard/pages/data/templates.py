"""Templates: a workbook to fill in for each source of ours, so that boroughs share one set of definitions."""

import streamlit as st

from dashboard.data.downloads import may_take, taken
from dashboard.exports.templates import ours, template
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data.preview import XLSX
from loaders.source import Source


def templates(chosen: Selection) -> None:
    """Draw the section."""
    del chosen
    st.header("Workbooks to fill in", anchor=False)
    if not may_take():
        st.info("The event release gives no files. Choose another release, or sign in as somebody who may.")
        return
    st.caption("Headings, drop-downs, an example row, and a sheet that says what each column means.")
    for source in ours():
        _one(source)
    st.markdown(
        "The SSDA903 return needs no template: upload the tables that your case-management system exports, as CSV, "
        "XLSX or XML."
    )


def _one(source: Source) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(source.title)}**")
        st.caption(plain(source.about))
        st.download_button(
            "Download XLSX",
            taken(f"{source.slug}-template.xlsx", lambda: template(source)),
            f"{source.slug}-template.xlsx",
            XLSX,
            key=f"template-{source.slug}",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            help=plain(f"{source.title}: workbook to fill in"),
        )
