// Sliders, finished: names and values for those who do not see them, a mark at zero, a typed minus that is read.

/** Does nothing to a view that is not a slider. */
export function finishSlider(view) {
  if (!view.$slider) return;
  let bound;
  const finish = () => {
    const slider = view.$slider.noUiSlider;
    if (slider !== bound) {
      // Also after a change of orientation, for which ipywidgets makes a new slider.
      bound = slider;
      slider.on('update', (values) => say(view, values));
    }
    say(view, [slider.get()].flat());
    markZero(view);
  };
  readMinus(view);
  finish();
  view.listenTo(view.model, 'change', finish);
}

/** What the control is called: its description as text, without a closing colon. */
export function nameOf(model) {
  const description = model.get('description') ?? '';
  const text = model.get('description_allow_html')
    ? new DOMParser().parseFromString(description, 'text/html').body.textContent
    : description;
  const kind = model.name.replace(/Model$/, '').replace(/\B([A-Z])/g, ' $1');
  return text.trim().replace(/:$/, '') || model.get('tooltip') || kind;
}

function say(view, values) {
  const { model, readout, $slider } = view;
  const name = nameOf(model);
  const handles = [...$slider.querySelectorAll('.noUi-handle')];
  const { min, max } = $slider.noUiSlider.options.range;
  handles.forEach((handle, i) => {
    const range = handles.length > 1;
    handle.setAttribute('aria-label', range ? `${name}, ${i ? 'upper' : 'lower'}` : name);
    handle.setAttribute('aria-valuetext', range ? wordsOf(model, values[i]) : readout.textContent);
    // noUiSlider rounds these three to one decimal.
    handle.setAttribute('aria-valuemin', i ? values[i - 1] : min);
    handle.setAttribute('aria-valuemax', values[i + 1] ?? max);
    handle.setAttribute('aria-valuenow', values[i]);
    handle.toggleAttribute('aria-disabled', false);
    if (model.get('disabled')) handle.setAttribute('aria-disabled', 'true');
  });
  const editable = readout.contentEditable === 'true';
  for (const [key, value] of [['role', 'textbox'], ['aria-label', `${name}, value`], ['inputmode', 'text']]) {
    if (editable) readout.setAttribute(key, value);
    else readout.removeAttribute(key);
  }
}

const wordsOf = (model, value) => model.get('_options_labels')?.[value] ?? model.readout_formatter(value);

/** A range with both signs shows where zero is, instead of a bar that starts at the least value. */
function markZero({ model, $slider }) {
  const { min, max } = $slider.noUiSlider.options.range;
  const signed = min < 0 && max > 0 && !model.get('base');
  $slider.classList.toggle('nn-signed', signed);
  $slider.classList.toggle('nn-range', Array.isArray(model.get('value')));
  $slider.style.setProperty('--nn-zero', `${(100 * -min) / (max - min)}%`);
}

/** Readouts are written with a true minus sign, which `parseFloat` does not know when it is typed over. */
function readMinus(view) {
  const parse = view.stringToValue;
  if (parse) view.stringToValue = (text) => parse.call(view, text?.replaceAll('−', '-'));
}
