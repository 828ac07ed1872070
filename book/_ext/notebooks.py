"""The notebook of a chapter: found beside it, read, and offered to whoever wants to run it.

A chapter ``NN-slug.md`` has its code in ``NN-slug.ipynb`` in the same folder.  Its page opens with
one line that offers the notebook and says how to run it, and the theme's download menu has it too.
The theme's launch buttons (``launch_buttons`` in ``_config.yml``) open it as well, but only once
``repository: url:`` says where it is online.
"""
import json
import re
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import SphinxError


class NotebookError(SphinxError):
    category = "Notebook error"


def beside(env, docname):
    """Where the notebook of a page is, or would be."""
    return Path(env.doc2path(docname)).with_suffix(".ipynb")


def code_cells(path):
    """The code cells of a notebook: number, label or None, tags, source without the label's line.

    A `NotebookError` says that there is none, or what is wrong with it.
    """
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except FileNotFoundError:
        raise NotebookError(f"there is no notebook {path.name} beside the chapter") from None
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError(f"{path.name} is not a notebook in valid JSON: {error}") from None
    for number, cell in enumerate(cells, start=1):
        if cell["cell_type"] == "code":
            source = "".join(cell["source"])
            label = re.match(r"#\|\s*label:\s*(\S+)[^\n]*\n?", source)
            yield {
                "number": number,
                "label": label and label[1],
                "tags": cell["metadata"].get("tags", []),
                "source": source[label.end():] if label else source,
            }


def offer_notebook(app, doctree):
    """On `doctree-read`: the notebook to download and the way to run it, where the first section begins.

    Below the title it would stand before the picture with which a chapter opens.
    """
    env = app.env
    path = beside(env, env.docname)
    if not path.exists():
        return
    # The theme shows launch buttons on pages that name a kernel.
    kernel = {"name": "python3", "display_name": "Python 3"}
    env.metadata[env.docname].setdefault("kernelspec", kernel)
    download = addnodes.download_reference(
        "", "", nodes.literal(text=path.name), reftarget=f"/{env.docname}.ipynb", refdoc=env.docname
    )
    page = next(doctree.findall(nodes.title)).parent
    section = page.first_child_matching_class(nodes.section)
    page.insert(len(page) if section is None else section, nodes.paragraph(
        "", "", nodes.Text("Run this page: download its notebook, "), download,
        nodes.Text(", or type "), nodes.literal(text="make lab"),
        nodes.Text(" in your copy of the book and open it there."), classes=["nn-run"],
    ))


def offer_in_menu(app, pagename, templatename, context, doctree):
    """On `html-page-context`, after the theme: the notebook first in the theme's download menu."""
    notebook = app.env.dlfiles.get(f"{pagename}.ipynb")
    for menu in context.get("header_buttons", []) if notebook else []:
        if menu.get("label") == "download-buttons":
            # With launch buttons the theme offers a notebook of its own, made from the page.
            menu["buttons"] = [button for button in menu["buttons"] if button["text"] != ".ipynb"]
            menu["buttons"].insert(0, {
                "type": "link", "url": context["pathto"](f"_downloads/{notebook[1]}", 1),
                "text": ".ipynb", "tooltip": "Download notebook file", "icon": "fas fa-code",
                "label": "download-notebook-button",
            })


def no_launch_without_repository(app, config):
    """The theme would stop at a launch button that has nowhere to lead."""
    if not config.html_theme_options.get("repository_url"):
        config.html_theme_options.pop("launch_buttons", None)


def setup(app):
    app.connect("config-inited", no_launch_without_repository)
    app.connect("doctree-read", offer_notebook, priority=400)  # before downloads are collected
    app.connect("html-page-context", offer_in_menu, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
