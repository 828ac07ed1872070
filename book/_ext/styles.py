"""One style sheet for the whole book, ``_static/site.css``, in which nothing stands that no page uses.

The theme and the extensions bring 100 kB of style sheets (gzipped) and an icon font of 157 kB, of which the
book uses a fifth and a dozen icons.  When all pages are written, their sheets are put into one, in the order
of the page; in those of others a selector is left out that names a class or an id that stands in no tag of a
page and in no script, and with the last selector its rule.  Those of the book stay whole.  The icons are a
subset of their font (``tools/subset_fonts.py``), and stand in the sheet: nothing is loaded for them.

The font of the formulas is a file; where a browser refuses it, in a frame of nobody's origin, the page asks
for it as a script.

Pages ask for the sheet under a version made from its content.
"""
import base64
import hashlib
import re
from pathlib import Path

FONTAWESOME = "vendor/fontawesome/6.5.2/css/all.min.css"
# Of others, in their order on the page; then the book's own.
OTHERS = (
    "basic.css", "styles/theme.css", "styles/bootstrap.css", "styles/pydata-sphinx-theme.css", FONTAWESOME,
    "pygments.css", "styles/sphinx-book-theme.css", "togglebutton.css", "copybutton.css", "mystnb.*.css",
    "sphinx-design.min.css")
OWN = ("tokens.css", "questions.css", "nn-widgets.css", "book.css", "nn/shared.css")
ICONS = "fonts/icons.woff"
ICON_FACE = ('@font-face{{font-family:"Font Awesome 6 Free";font-weight:900;'
             'src:url(data:font/woff;base64,{font}) format("woff")}}')
FORMULAS = "fonts/formulas"
# A classic script: those load in a sandboxed frame, too.
BROUGHT = """document.fonts.add(new FontFace("Book Formulas Brought",
    Uint8Array.from(atob("{font}"), (letter) => letter.charCodeAt())));
"""
# Weighed anew for a whole cell, and so for an explorer in it, at every change of a number; and for the whole
# page, whenever something is added at the end of anything.  book.css says the same in another way.
LEFT_OUT = re.compile(r"div\.cell:has\(|(li|dd):(first|last)-child > :")
# Made up by a script from a word and a place.
COMPOSED = {"bs-tooltip-auto"}
VERSION = re.compile(r"(_static/site\.css\?v=)\w*")

TAG = re.compile(r"<[a-z][^>]*>")
WORD = re.compile(r"-?[A-Za-z_][\w-]*")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A string, the beginning of a block, its end, or a statement.
PIECE = re.compile(r'(?:"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|url\([^"\')]*\)|[^{};"\'])*[{};]?', re.DOTALL)
NAME = re.compile(r"[.#](-?[A-Za-z_](?:[\w-]|\\.)*)")
VARIABLE = re.compile(r"(?<=[{;])(--[\w-]+):(?:\"[^\"]*\"|\([^()]*\)|[^;{}\"])*;")
SPLIT = re.compile(r",(?![^(\[]*[)\]])")
USED_FOR = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")


def parse(text):
    """A style sheet as a list of statements (text) and blocks (what stands before it, the list inside)."""
    stack, blocks = [], []
    for piece in PIECE.findall(COMMENT.sub("", text)):
        words, mark = (piece[:-1].strip(), piece[-1]) if piece[-1:] in tuple("{};") else (piece.strip(), "")
        if mark == "{":
            stack.append((blocks, words))
            blocks = []
            continue
        if words:
            blocks.append(words)
        if mark == "}":
            inside = blocks
            blocks, head = stack.pop()
            blocks.append((head, inside))
    return blocks


def pruned(blocks, words):
    """Only the blocks that can apply where just these words are names of classes and ids."""
    kept = []
    for block in blocks:
        if isinstance(block, str):
            kept.append(block)
            continue
        head, inside = block
        if head.startswith(("@media", "@supports", "@layer", "@container")):
            inside = pruned(inside, words)
        elif not head.startswith("@"):
            head = ",".join(part for part in SPLIT.split(head) if applies(part, words))
        if head and inside:
            kept.append((head, inside))
    return kept


def applies(selector, words):
    if LEFT_OUT.search(selector):
        return False
    names = NAME.findall(USED_FOR.sub("", re.sub(r"\[[^\]]*\]", "", selector)))
    return all(name.replace("\\", "") in words for name in names)


def text_of(blocks):
    return "".join(f"{block};" if isinstance(block, str) else f"{block[0]}{{{text_of(block[1])}}}\n"
                   for block in blocks)


def without_unused_variables(text, elsewhere):
    """Leave out the custom properties that nothing reads: neither a rule that stays nor a text elsewhere."""
    read = set(re.findall(r"var\(\s*(--[\w-]+)", text)) | set(re.findall(r"--[\w-]+", elsewhere))
    left = VARIABLE.sub(lambda match: match[0] if match[1] in read else "", text)
    return text if left == text else without_unused_variables(left, elsewhere)


def write_sheet(app, error):
    """On `build-finished`: the sheet from the pages that are there, and its version into them."""
    static, pages = Path(app.outdir, "_static"), sorted(Path(app.outdir).glob("**/*.html"))
    if error or app.builder.name != "html" or not (static / FONTAWESOME).exists():
        return
    pages = {page: text_of_file(page) for page in pages if static not in page.parents}
    tags = {tag for text in pages.values() for tag in TAG.findall(text)}
    scripts = "\n".join(text_of_file(script) for script in sorted(static.rglob("*.js"))
                        if not {"vendor", "fonts"} & {*script.parts} and not script.name.startswith("data-"))
    words = {word for tag in tags for word in WORD.findall(tag)} | set(WORD.findall(scripts)) | COMPOSED
    own = "\n".join(text_of_file(static / name) for name in OWN if (static / name).exists())
    others = "".join(text_of(pruned(parse(text_of_file(sheet)), words))
                     for name in OTHERS for sheet in sorted(static.glob(name)))
    # The faces are those of the icons; what is imported is the first of the list.
    others = re.sub(r"@font-face\{[^}]*\}\n?|@import[^;]*;", "", others)
    elsewhere = own + scripts + "".join(tags) + "".join(map(text_of_file, static.glob("nn/*.css")))
    (static / f"{FORMULAS}.js").write_text(
        BROUGHT.format(font=in_letters(static / f"{FORMULAS}.woff2")), encoding="utf-8")
    icons = ICON_FACE.format(font=in_letters(static / ICONS))
    sheet = icons + "\n" + without_unused_variables(others, elsewhere) + own
    (static / "site.css").write_text(sheet, encoding="utf-8")
    version = hashlib.sha256(sheet.encode()).hexdigest()[:8]
    for page, text in pages.items():
        if (new := VERSION.sub(rf"\g<1>{version}", text)) != text:
            page.write_text(new, encoding="utf-8")


def in_letters(path):
    return base64.b64encode(path.read_bytes()).decode()


def text_of_file(path):
    return path.read_text(encoding="utf-8")


def leave_links_out(app, pagename, templatename, context, doctree):
    """On `html-page-context`, after all who add sheets: only those that the book's one does not hold."""
    held = [re.compile(re.escape(f"_static/{name}").replace(r"\*", ".*")) for name in OTHERS + OWN]
    context["css_files"] = [sheet for sheet in context["css_files"]
                            if not any(name.fullmatch(str(sheet.filename)) for name in held)]


def setup(app):
    app.connect("html-page-context", leave_links_out, priority=900)
    app.connect("build-finished", write_sheet, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
