"""The screens in front of which the tests sit: options of a browser context."""

WIDE = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
CALM = {"reduced_motion": "reduce"}
# Where a thing stands is measured while nothing moves by itself.
LAPTOP, CALM_PHONE = {"viewport": {"width": 1280, "height": 720}} | CALM, PHONE | CALM
