"""Names that Streamlit would read as more than a name, each of which must be seen as it is written."""

from typing import Final

NAMES: Final = (
    *("[Click me](http://example.org/)", ":red[Alert] Care", "$cost$ Care $100", "*Star* _Under_", "<b>Bold</b> Care"),
    *(":material/home:", ":material_home: Care", ":smile: Homes", ":+1:", ":streamlit: Care", "# Head", "- item"),
    *("+ item", "1. One", "2) Two", "> quote", "A -> B", "A <-> B", "a -- b", "x >= y", "x <= y", "x ~= y"),
    *("http://example.org/a", "HTTPS://X.ORG", "see www.care.co.uk now", "mail me@care.org.uk", "<http://auto.org>"),
    *("`code`", "```", "~~gone~~ ~x~", "a&amp;b &copy; &#65;", "[x]: http://e.org", "![img](http://e.org/x.png)"),
    *("[^1] foot", "::hr", "A:x[lost]{y=1} end", "12:30 and a:b", "$$x$$", "\\*star\\*", "C:\\Users\\x", "---", "***"),
    *("___", "__init__ x", "<script>alert(1)</script>", "<!-- c -->", "a*b*c", "5 * 3 * 2", ":help[x]", "=", "~", "\\"),
    *(":small[]", ":blue-background[hi]", "it's :green-badge[OK]", "- [ ] task", "|a|b|", "a@b.c @x", "**bold**", "*"),
    *("EAL_2026_episodes.csv", "Tom & Jerry's <3", "[c] hidden, [u] few", "Acorn Care (North) Ltd."),
)
