"""Every question of every page, as a reader answers: right, each named mistake, unforeseen, empty, nonsense.

A page is visited once, and a later chapter is tested without a new line here.
"""

import json

import pytest

# In the page: what the script's own functions cannot know, because only events go in and only the document is
# read.
HAND = """void (globalThis.hand = (name) => {
    const question = document.getElementById(`q-${name}`), form = question.querySelector("form");
    const open = (selector) => [...question.querySelectorAll(selector)].map((part) => part.checkVisibility());
    const view = () => document.querySelector(`#${question.dataset.explorer} .nn-view`);
    return {
        say(text) {
            if (question.dataset.kind === "choice") form.querySelectorAll("input")[text].checked = true;
            else if (question.dataset.kind === "mark") form.querySelectorAll("input").forEach((slider, i) => {
                slider.value = text[i];
                slider.dispatchEvent(new Event("input", { bubbles: true }));
            });
            else if (question.dataset.kind === "number") form.querySelector("input").value = text;
            else {
                const outputs = [...view().querySelectorAll("output[data-name]")];
                question.found ??= outputs.map((output) => output.dataset.value);
                outputs.forEach((output, i) => {
                    output.dataset.value = text[output.dataset.name] ?? question.found[i];
                });
            }
            form.requestSubmit();
            return this.look();
        },
        submit() { form.requestSubmit(); return this.look(); },
        show() { question.querySelector(".nn-show").click(); return this.look(); },
        look: () => ({
            verdict: question.querySelector(".nn-verdict").textContent, replies: open(".nn-reply"),
            hints: open(".nn-hint"), answer: open(".nn-answer")[0],
        }),
        near() { view().closest(".nn-explorer").scrollIntoView(); },
        busy: () => view().hasAttribute("aria-busy"),
        reset() {
            const buttons = [...view().querySelectorAll("button")];
            buttons.find((button) => button.textContent === "Reset").click();
        },
        explorer: () => Object.fromEntries(Array.from(view().querySelectorAll("output[data-name]"),
            (output) => [output.dataset.name, Number(output.dataset.value)])),
    };
})"""
QUESTIONS = """Array.from(document.querySelectorAll(".nn-question"), (question) => ({
    ...question.dataset, choices: question.querySelectorAll(".nn-choice").length,
    right: [...question.querySelectorAll(".nn-choice")].findIndex((choice) => "true" in choice.dataset),
    replies: Array.from(question.querySelectorAll(".nn-reply"), (reply) => ({ ...reply.dataset })),
    hints: question.querySelectorAll(".nn-hint").length,
    sides: Array.from(question.querySelectorAll("input[type=range]"),
        (slider) => [slider.min, slider.max].map(Number)),
}))"""


@pytest.fixture
def visit(open_page):
    """`visit(page, **options)`: the page and its questions; skips a page that has none."""

    def visit(name, **options):
        page = open_page(name, **options)
        questions = page.evaluate(QUESTIONS)
        if not questions:
            pytest.skip("no questions")
        page.evaluate(HAND)
        return page, questions

    return visit


def test_every_question_of_a_page(page_name, visit):
    page, questions = visit(page_name)
    for question in questions:
        not_there_at_first(Hand(page, question))
    for question in questions:
        hand = Hand(page, question)
        assert not hand.look()["answer"], question["name"]
        if question["kind"] != "open":
            empty(hand)
            mistakes(hand)
            unforeseen(hand)
            right(hand)
        forget(page)
        assert hand.do("show()")["answer"], question["name"]
    reload_keeps(page, questions)
    export_forget_import(page, questions)


class Hand:
    def __init__(self, page, question):
        self.page, self.question = page, question

    def do(self, deed):
        return self.page.evaluate(f"hand({json.dumps(self.question['name'])}).{deed}")

    def say(self, what):
        return self.do(f"say({json.dumps(what)})")

    def look(self):
        return self.do("look()")


def not_there_at_first(hand):
    """A state to reach is none that the explorer opens with; that it can be reached, `right` shows."""
    if hand.question["kind"] == "reach":
        settle(hand)
        assert "Not there yet" in hand.do("submit()")["verdict"], hand.question["name"]
        forget(hand.page)


def empty(hand):
    if hand.question["kind"] != "reach":
        seen = hand.do("submit()")
        assert "first" in seen["verdict"] and not seen["answer"] and not any(seen["replies"]), hand.question[
            "name"
        ]
    if hand.question["kind"] == "number":
        seen = hand.say("seven and a bit")
        assert "cannot be read" in seen["verdict"] and not seen["answer"] and not any(seen["hints"])


def mistakes(hand):
    """Each named mistake gets its own reply, whether written with a point or a comma, and no other."""
    question = hand.question
    for number, reply in enumerate(question["replies"]):
        forget(hand.page)
        if number == question["right"]:
            continue
        for said in ways(question, number, reply):
            seen = hand.say(said)
            assert seen["replies"] == [i == number for i in range(len(question["replies"]))], (
                question["name"],
                said,
                seen,
            )
            assert seen["answer"] == (question["ask"] == "predict"), (question["name"], said)
            if question["ask"] == "predict":
                forget(hand.page)
    forget(hand.page)


def ways(question, number, reply):
    if question["kind"] == "number":
        return written(json.loads(reply["values"]))
    if question["kind"] == "mark":
        return [json.loads(reply["values"])]
    return [number] if question["kind"] == "choice" else [state_of(json.loads(reply["goal"]))]


def written(values):
    """A number, or a few, as different people write them."""

    def with_sign(text):
        return text.replace("-", "−")

    if len(values) == 1:
        return [repr(values[0]), with_sign(repr(values[0])).replace(".", ","), f"  {values[0]} "]
    texts = [repr(value) for value in values]
    return [
        f"({', '.join(texts)})",
        with_sign(" × ".join(texts)),
        with_sign("; ".join(texts)).replace(".", ","),
    ]


def state_of(goal):
    """Numbers of an explorer that fulfil the conditions."""
    state = {}
    for name in {name for name, _, _ in goal}:
        low = max((number for other, sign, number in goal if other == name and sign[0] in ">="), default=None)
        high = min(
            (number for other, sign, number in goal if other == name and sign[0] in "<="), default=None
        )
        if low is None or high is None:
            far = abs(high or low or 0) + 1
            state[name] = low + (far if "==" not in str(goal) else 0) if high is None else high - far
        else:
            state[name] = (low + high) / 2
    return state


def unforeseen(hand):
    """Hint after hint, and at last the solution."""
    question = hand.question
    if question["ask"] == "predict" or question["kind"] not in ("number", "mark"):
        return
    forget(hand.page)
    count = len(json.loads(question["values"]))
    for hints in range(1, question["hints"] + 1):
        seen = hand.say(strange(question, count, hints))
        assert seen["hints"] == [i < hints for i in range(question["hints"])], question["name"]
        assert not seen["answer"] and not any(seen["replies"])
    assert question["hints"] == 2, f"{question['name']}: wanted two hints"
    assert hand.say(strange(question, count, 9))["answer"]


def strange(question, count, number):
    if question["kind"] == "mark":
        return [low + 1e-3 * number for low, _ in question["sides"]]
    return ", ".join([f"{987654 + number}"] * count)


def right(hand):
    question = hand.question
    forget(hand.page)
    if question["kind"] == "reach":
        hand.do("show()")  # sets the explorer
        settle(hand)
        forget(hand.page)
        goal = json.loads(question["goal"])
        seen = hand.do("submit()")
        assert "Right" in seen["verdict"] and seen["answer"], (question["name"], goal, hand.do("explorer()"))
        return
    values = question["right"] if question["kind"] == "choice" else json.loads(question["values"])
    for said in written(values) if question["kind"] == "number" else [values]:
        seen = hand.say(said)
        assert seen["answer"] and ("Right" in seen["verdict"] or "And so it is" in seen["verdict"]), (
            question["name"],
            seen,
        )
        forget(hand.page)
    if "set" in question:
        hand.do("reset()")
        settle(hand)
        before = json.dumps(hand.do("explorer()"))  # as text, for which the order of rows counts too
        hand.do("show()")
        settle(hand)
        assert json.dumps(hand.do("explorer()")) != before, question["name"]


def settle(hand):
    """The explorer has painted, and what it must train for that, when it is near, is trained."""
    hand.do("near()")
    hand.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    hand.page.wait_for_function(f"() => !hand({json.dumps(hand.question['name'])}).busy()", timeout=120_000)


def forget(page):
    page.evaluate("[...document.querySelectorAll('.nn-answers button')].at(-1).click()")


def progress(page):
    return page.locator(
        "nav.bd-docs-nav .current > a .nn-answered, nav.bd-docs-nav a.current .nn-answered"
    ).first.inner_text()


def said_everywhere(page, questions):
    return [page.evaluate(f"hand({json.dumps(question['name'])}).look()") for question in questions]


def reload_keeps(page, questions):
    forget(page)
    for question in questions:
        hand = Hand(page, question)
        if question["kind"] == "number":
            hand.say("0,123456")
        else:
            hand.do("show()")
    before = said_everywhere(page, questions)
    page.reload()
    page.evaluate(HAND)
    after = said_everywhere(page, questions)
    for one, other in zip(before, after, strict=True):
        assert {**one, "verdict": ""} == {**other, "verdict": ""}
        assert one["verdict"] == other["verdict"] or one["verdict"] == "Here it is."


def export_forget_import(page, questions):
    before, shown = said_everywhere(page, questions), progress(page)
    page.locator(".nn-answers summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    path = download.value.path()
    file = json.loads(path.read_text(encoding="utf-8"))
    assert file["book"] == "Neural network basics" and len(file["answers"]) == 1
    assert download.value.suggested_filename == "neural-network-basics-answers.json"
    take, status = page.locator(".nn-answers input[type=file]"), page.locator(".nn-answers [role=status]")
    for content, words in (
        ("{ no json", "cannot be read"),
        (json.dumps(file | {"book": "Cooking"}), "no file of answers"),
        (json.dumps(file | {"answers": {"book/x": {"y": {"said": 3}}}}), "no file of answers"),
    ):
        status.evaluate("status => { status.textContent = ''; }")
        take.set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": content.encode()})
        page.wait_for_function("() => document.querySelector('.nn-answers [role=status]').textContent")
        assert words in status.inner_text() and "Nothing was changed" in status.inner_text()
        assert said_everywhere(page, questions) == before
    page.get_by_role("button", name="Forget all").click()
    assert not any(seen["answer"] for seen in said_everywhere(page, questions)) and progress(
        page
    ).strip().startswith("0/")
    assert page.evaluate("localStorage.length") == 0 or "answers" not in page.evaluate(
        "Object.keys(localStorage).join()"
    )
    take.set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": path.read_bytes()})
    page.wait_for_function(
        "() => /Taken/.test(document.querySelector('.nn-answers [role=status]').textContent)"
    )
    assert said_everywhere(page, questions) == before and progress(page) == shown


def test_where_storage_is_refused_all_works_and_a_sentence_says_so(offline_context, book):
    context = offline_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('refused', 'SecurityError'); } })"
    )
    page = context.new_page()
    page.goto(f"{book}/book/01-artificial-neuron.html")
    page.evaluate(HAND)
    assert page.evaluate("hand('1-1').say('0,3775').answer")
    assert "keeps nothing for this page" in page.locator(".nn-answers").text_content()
    assert [error for error in context.errors if "refused" in error and "questions" in error] == []


def test_without_javascript_and_on_paper_all_of_it_stands(page_name, offline_context, visit, book):
    _, questions = visit(page_name)
    for options, media in (({"java_script_enabled": False}, "screen"), ({}, "print")):
        page = offline_context(**options).new_page()
        page.goto(f"{book}/{page_name}.html")
        page.emulate_media(media=media)
        for part in ("answer", "hint", "reply", "right"):
            assert not page.locator(f".nn-{part}:not(:visible)").count(), (media, part)
        assert not page.locator(".nn-form :is(button, input):visible").count(), media


def test_a_link_into_something_folded_opens_it(open_page, book):
    page = open_page("book/01-artificial-neuron")
    page.evaluate("document.querySelector('#q-1-3 .nn-answer').id = 'folded'; location.hash = '#folded'")
    page.wait_for_function("() => document.querySelector('#folded').checkVisibility()")
    page.goto("about:blank")


def test_by_keyboard_alone(open_page):
    page = open_page("book/01-artificial-neuron")
    page.locator("#q-1-1 input").focus()
    page.keyboard.type("-0.5")
    page.keyboard.press("Enter")
    assert page.locator("#q-1-1 .nn-reply").first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "nn-show"
    page.keyboard.press("Enter")
    assert page.locator("#q-1-1 .nn-answer").is_visible()
    assert page.evaluate("document.activeElement.className") == "nn-verdict"
    assert page.locator("#q-1-1 .nn-replies").get_attribute("aria-live") == "polite"
