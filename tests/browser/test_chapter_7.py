"""What only chapter 7 has: steps before the pictures are there, the mistakes behind a cell of the table."""

from playwright.sync_api import expect

CHAPTER = "book/07-working-model"


def test_one_step_is_one_step_and_a_cell_opens_its_pictures(explorers):
    pets = explorers(CHAPTER)[0]
    steps = pets.element.get_by_role("group", name="Train").locator("output[data-name='steps']")
    for count in ("1 step", "2 steps"):
        pets.button("One step").click()
        expect(steps).to_have_text(count, timeout=30_000)  # the first waits for the pictures
    pets.settle()
    expect(steps).to_have_text("2 steps")
    cells = pets.element.get_by_role("button", name=": show them")
    expect(cells).to_have_count(4)
    for chosen in range(4):
        cells.nth(chosen).click()
        pressed = [cells.nth(cell).get_attribute("aria-pressed") for cell in range(4)]
        assert pressed == ["true" if cell == chosen else "false" for cell in range(4)]
