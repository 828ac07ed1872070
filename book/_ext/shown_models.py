"""Of a page's widget state what its views need: a notebook makes other models, too, to compute with."""
import json
import re
from collections import defaultdict

REFERENCE = re.compile(r'"(?:IPY_MODEL_|model_id": ")([\w-]+)"')


def shown_models(models, body):
    """Of all models by their ids those that hang together with a view in the page's body: also by a link.

    The runtime's groups.js parts what is left by its views, to make the first one's first.
    """
    near = defaultdict(set)
    for name, model in models.items():
        for other in REFERENCE.findall(json.dumps(model["state"])):
            near[name].add(other)
            near[other].add(name)
    waiting, shown = REFERENCE.findall(body), set()
    while waiting:
        name = waiting.pop()
        if name not in shown:
            shown.add(name)
            waiting += near[name]
    return {name: model for name, model in models.items() if name in shown}
