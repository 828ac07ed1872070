"""The controls of a question, the browser's own, and what the script in the page compares answers with."""
import json
import math
from html import escape
from numbers import Real

from docutils import nodes
from question_plane import check_plane, draw, sliders

BUTTONS = {"predict": "This is my guess", "question": "Check", "exercise": "Check"}


def within(value, tolerance=None):
    """A number or a list of numbers as data for the script: the values, and how far off still counts."""
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(number, Real) and math.isfinite(number) for number in values):
        raise ValueError(f"wanted a finite number or a few, got {value}")
    allowed = tolerance if isinstance(tolerance, list) else [
        _usual(number) if tolerance is None else tolerance for number in values]
    return {"values": json.dumps(values), "within": json.dumps(allowed), "text": answer_text(value)}


def _usual(number):
    """Whole numbers exactly; others as rounded to two significant digits."""
    return 1e-9 if float(number).is_integer() else 10 ** (math.floor(math.log10(abs(number))) - 1) / 2


def answer_text(value):
    """A number with three significant digits and a true minus sign; a few of them in brackets."""
    if isinstance(value, list):
        return f"({', '.join(map(answer_text, value))})"
    text = f"{value:.0f}" if float(value).is_integer() else f"{value:.3g}"
    return text.replace("-", "−")


def tell_apart(right, wrong):
    """ValueError where two named answers are so close that a reply could be the wrong one."""
    named = [("the answer", right), *wrong]
    for i, (first, one) in enumerate(named):
        for second, other in named[i + 1:]:
            a, b = json.loads(one["values"]), json.loads(other["values"])
            within = json.loads(one["within"]), json.loads(other["within"])
            allowed = [p + q for p, q in zip(*within, strict=False)]
            if len(a) == len(b) and all(abs(p - q) <= more
                                        for p, q, more in zip(a, b, allowed, strict=False)):
                raise ValueError(f"{first} and {second} cannot be told apart: {one['text']} and "
                                 f"{other['text']}")


def goal_of(conditions, value):
    """[name, sign, number] for each condition."""
    goal = [[name, sign, value(expression)] for name, sign, expression in conditions]
    if not all(isinstance(number, Real) for *_, number in goal):
        raise ValueError(f"wanted numbers in a condition, got {goal}")
    return goal


def form(node, parts, value):
    """Put text, controls, replies and answer of a question in their order."""
    name, kind, ask = node["name"], node["data"]["kind"], node["kind"]
    label = escape(node["options"].get("label", "Your answer"))
    title, (text,) = node[0], parts["text"]
    node.clear()
    node += [title, text]
    if code := node["options"].get("check"):
        node += _raw('<p class="nn-in-notebook">In the notebook: its '
                     f'<code>check("{escape(code)}", …)</code> tries what you write on random inputs, and '
                     "says what it thinks went wrong.</p>")
    controls = {
        "choice": [_raw('<fieldset><legend class="nn-unseen">Choose</legend>'), *parts["choice"],
                   _raw("</fieldset>")],
        "number": [_raw(f'<label class="nn-said">{label} <input type="text" autocomplete="off" '
                        'spellcheck="false"></label>')],
        "mark": [_raw(_plane(node["options"], value))] if kind == "mark" else [],
    }.get(kind, [])
    for choice in parts["choice"]:
        choice["group"] = f"q-{name}-choice"
    check = "" if kind == "open" else (
        f'<button type="submit">{"Check the explorer" if kind == "reach" else BUTTONS[ask]}</button>')
    show = "Just show me" if check else "Show the solution"
    # For who hears a list of buttons; an exercise has its number.
    whose = title.astext() + ("" if ask == "exercise" else f", {name.replace('-', ' ')}")
    which = escape(f"{show}: {whose}")
    node += [_raw('<form class="nn-form">'), *controls,
             _raw(f'<p class="nn-ask">{check}<button type="button" class="nn-show" '
                  f'aria-label="{which}">{show}</button></p>'
                  '</form>'),
             _raw('<div class="nn-replies" aria-live="polite"><p class="nn-verdict"></p>'), *parts["reply"],
             *parts["right"], *parts["hint"], _raw("</div>"), *parts["answer"]]


def _plane(options, value):
    plane, answer = value(options["plane"]), value(options["answer"])
    curves = [value(options[name]) if name in options else None for name in ("curve", "after")]
    return draw(plane, answer, *curves) + sliders(check_plane(plane, answer))


def _raw(html):
    return nodes.raw("", html, format="html")
