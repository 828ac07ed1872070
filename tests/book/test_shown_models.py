"""A page carries the models of the widgets that it shows, and none that its notebook made on the way."""

from shown_models import shown_models


def model(**state):
    return {"state": state}


MODELS = {
    "shown": model(children=["IPY_MODEL_slider"], layout="IPY_MODEL_layout"),
    "slider": model(value=1),
    "layout": model(),
    "link": model(source=["IPY_MODEL_slider", "value"], target=["IPY_MODEL_readout", "value"]),
    "readout": model(value=1),
    "another": model(children=["IPY_MODEL_its-own"]),
    "its-own": model(value=2),
    "printed": model(outputs=[{"data": {"widget-view": {"model_id": "its-own"}}}]),
}


def test_what_hangs_together_with_a_view_is_kept_and_the_rest_is_not():
    body = '<script>{"version_major": 2, "version_minor": 0, "model_id": "shown"}</script>'
    assert set(shown_models(MODELS, body)) == {"shown", "slider", "layout", "link", "readout"}
    assert shown_models(MODELS, "<p>No widget here.</p>") == {}


def test_an_output_holds_what_it_shows():
    assert set(shown_models(MODELS, '"model_id": "printed"')) == {"printed", "its-own", "another"}
