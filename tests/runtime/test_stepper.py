"""The stepper wants of a network what its loss takes; a small page will do for it."""

import pytest
from playwright.sync_api import expect

from nnbasics.explorers import StepperExplorer


@pytest.mark.parametrize("ending, wanted", [(1, [1, 0]), (3, [1, 0])], ids=["cross-entropy", "softmax"])
def test_wanted_follows_the_loss(show, ending, wanted):
    page = show(StepperExplorer())
    page.locator(".nn-view output").first.wait_for()
    page.get_by_role("combobox", name="output, loss").select_option(index=ending)
    slider = page.get_by_role("slider", name="wanted y₁")
    slider.focus()
    page.keyboard.press("End")  # 3, which is no probability
    expect(slider).to_have_attribute("aria-valuenow", "1")
    page.get_by_text("As code", exact=True).click()
    code = page.locator(".nn-code code")
    expect(code).to_contain_text("wanted = ")
    names = {"print": lambda *anything: None}
    exec(code.text_content(), names)
    assert names["wanted"].ravel().tolist() == wanted[: names["wanted"].size]
    expect(page.locator(".nn-notice")).to_have_count(0)
    assert page.context.errors == []
