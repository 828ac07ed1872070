// Sliders, finished: exact numbers, names and values for those who do not see them, a mark at zero.
import { nameOf } from './names.js';

/**
 * The slider view with what ipywidgets leaves out.
 *
 * Its sliders round what they are given to their step and write that back: a trained weight would
 * change by being shown. Here only the reader's hand writes. And 0.1 + 0.2 is written as 0.3.
 */
export const finishSlider = (View) =>
  class extends View {
    createSlider() {
      this.quietly(() => {
        super.createSlider();
        this.$slider.noUiSlider.on('update', (values) => say(this, values));
      });
    }

    update(options) {
      this.quietly(() => super.update(options));
      const shown = this.model.get('value') ?? this.model.get('index');
      // A logarithmic slider counts in exponents.
      say(this, this.model.get('base') ? [this.$slider.noUiSlider.get()] : [shown].flat());
      markZero(this);
    }

    updateSliderOptions(event) {
      this.quietly(() => super.updateSliderOptions(event));
    }

    updateSliderValue(...change) {
      this.quietly(() => super.updateSliderValue(...change));
    }

    handleSliderChanged(values, handle) {
      if (!this.quiet) super.handleSliderChanged(values, handle);
    }

    quietly(run) {
      const before = this.quiet;
      this.quiet = true;
      run();
      this.quiet = before;
    }

    _validate_slide_value(value) {
      return Number(super._validate_slide_value(value).toPrecision(12));
    }

    // Readouts are written with a true minus sign, which `parseFloat` does not know.
    stringToValue(text) {
      return super.stringToValue(text?.replaceAll('−', '-'));
    }
  };

function say({ model, readout, $slider }, values) {
  const name = nameOf(model);
  const handles = [...$slider.querySelectorAll('.noUi-handle')];
  const { min, max } = $slider.noUiSlider.options.range;
  const range = handles.length > 1;
  handles.forEach((handle, i) => {
    handle.setAttribute('aria-label', range ? `${name}, ${i ? 'upper' : 'lower'}` : name);
    handle.setAttribute('aria-valuetext', range ? wordsOf(model, values[i]) : readout.textContent);
    // noUiSlider rounds these three to one decimal.
    handle.setAttribute('aria-valuemin', i ? values[i - 1] : min);
    handle.setAttribute('aria-valuemax', values[i + 1] ?? max);
    handle.setAttribute('aria-valuenow', values[i]);
    handle.setAttribute('aria-disabled', Boolean(model.get('disabled')));
  });
  readout.setAttribute('role', 'textbox');
  readout.setAttribute('aria-label', `${name}, value`);
  readout.setAttribute('aria-disabled', readout.contentEditable !== 'true');
}

const wordsOf = (model, value) =>
  model.get('_options_labels')?.[value] ?? model.readout_formatter?.(value) ?? value;

/** A range with both signs shows where zero is, instead of a bar that starts at the least value. */
function markZero({ model, $slider }) {
  const { min, max } = $slider.noUiSlider.options.range;
  const signed = min < 0 && max > 0 && !model.get('base');
  $slider.classList.toggle('nn-signed', signed);
  $slider.classList.toggle('nn-range', Array.isArray(model.get('value')));
  $slider.style.setProperty('--nn-zero', `${(100 * -min) / (max - min)}%`);
}
