"""What people see and use: pages, filters, charts, panels and exports. The only room with Streamlit."""

import logging
from typing import Final

WITHOUT_MEANING: Final = {
    "streamlit.runtime.caching.cache_data_api": "No runtime found",
    "streamlit.runtime.scriptrunner_utils.script_run_context": "missing ScriptRunContext",
}
"""Warnings of the framework that tell an operator nothing, and fill the log: what is kept between runs is declared
before the server begins, and worked out beside it too."""

for _name, _words in WITHOUT_MEANING.items():
    logging.getLogger(_name).addFilter(lambda record, words=_words: words not in str(record.msg))
