"""Parts of a screen that several pages share: figures, tables, headers, filters, links."""
