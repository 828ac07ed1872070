// Sliders, finished: exact numbers, names and values for those who do not see them, a mark at zero.
import { nameOf } from "./names.js";
import { numberIn, openReadout } from "./readout.js";

const SNAP = 5; // pixels around zero within which a drag means zero
const ROUND = [1, 1.5, 2, 3, 5, 8, 10]; // where a range may end, times a power of ten

/**
 * The slider view with what ipywidgets leaves out.
 *
 * Its sliders round what they are given to their step and write that back: a trained weight would
 * change by being shown. Here only the reader's hand writes. And 0.1 + 0.2 is written as 0.3.
 * Zero can be hit; a number can be typed; and the range of a slider with the class `nn-grows` grows
 * when a number beyond it is asked for.
 */
export const finishSlider = (View) =>
  class extends View {
    createSlider() {
      this._validate_slide_value = this._validate_slide_value.bind(this); // it is passed on by itself
      this.quietly(() => {
        super.createSlider();
        this.$slider.noUiSlider.on("update", (values) => say(this, values));
      });
      this.$slider.addEventListener("pointerdown", () => this.drag(), true);
      leaveTrackToScrolling(this.$slider);
      this.el.addEventListener("nn:restored", () => this.shrink());
    }

    drag() {
      this.dragged = true;
      const end = () =>
        setTimeout(() => {
          this.dragged = false;
          const value = this.model.get("value");
          if (value === 0) this.quietly(() => this.$slider.noUiSlider.set(value)); // the handle, too
        });
      addEventListener("pointerup", end, { once: true });
      addEventListener("pointercancel", end, { once: true });
    }

    update(options) {
      if (isNumber(this)) {
        this.complain ??= openReadout(this);
        this.grow(this.model.get("value"));
      }
      this.quietly(() => super.update(options));
      const shown = this.model.get("value") ?? this.model.get("index");
      // A logarithmic slider counts in exponents.
      say(this, this.model.get("base") ? [this.$slider.noUiSlider.get()] : [shown].flat());
      markZero(this);
    }

    updateSliderOptions(event) {
      this.quietly(() => super.updateSliderOptions(event));
    }

    updateSliderValue(...change) {
      this.grow(this.model.get("value"));
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
      const exact = Number(super._validate_slide_value(value).toPrecision(12));
      const { min, max } = this.$slider.noUiSlider?.options.range ?? {};
      if (!this.dragged || !(min < 0 && max > 0)) return exact;
      const pixels = (Math.abs(exact) / (max - min)) * this.$slider.clientWidth;
      return pixels < SNAP ? 0 : exact;
    }

    // As far as the number wants, to a round one; the other end, too, where the range was even.
    grow(value) {
      const [min, max] = [this.model.get("min"), this.model.get("max")];
      if (
        !this.el.classList.contains("nn-grows") ||
        !Number.isFinite(value) ||
        (value >= min && value <= max)
      )
        return;
      const end = roundAbove(Math.abs(value));
      const even = min === -max;
      this.first ??= { min, max };
      this.model.set({ min: value < min || even ? -end : min, max: value > max || even ? end : max });
      this.touch();
    }

    // Back to the first range, or as near to it as the number allows.
    shrink() {
      if (!this.first) return;
      this.model.set(this.first);
      this.grow(this.model.get("value"));
      this.touch();
    }

    handleTextChange() {
      if (!isNumber(this)) return super.handleTextChange();
      const { model, readout } = this,
        typed = readout.textContent;
      const shown = () => (readout.textContent = this.valueToString(model.get("value")));
      if (typed === this.valueToString(model.get("value"))) return undefined;
      const value = numberIn(typed);
      const whole = model.name.startsWith("Int");
      if (Number.isNaN(value) || (whole && !Number.isInteger(value))) {
        shown();
        return this.complain(
          `“${typed.trim()}” is no ${whole ? "whole " : ""}number: it stays ${readout.textContent}.`,
        );
      }
      this.grow(value);
      const [min, max] = [model.get("min"), model.get("max")];
      const within = Math.min(max, Math.max(min, value));
      if (within !== value) this.complain(`From ${this.valueToString(min)} to ${this.valueToString(max)}.`);
      model.set("value", within);
      this.touch();
      shown();
      delete readout.dataset.editing;
      return undefined;
    }

    // Readouts are written with a true minus sign, which `parseFloat` does not know.
    stringToValue(text) {
      return super.stringToValue(text?.replaceAll("−", "-"));
    }
  };

/** A finger moves a slider by its handle alone: a tap or a swipe on the track is meant for the page. */
function leaveTrackToScrolling(slider) {
  let finger = false;
  slider.addEventListener("pointerdown", ({ pointerType }) => (finger = pointerType === "touch"), true);
  for (const start of ["touchstart", "mousedown"])
    slider.addEventListener(
      start,
      (event) => finger && !event.target.closest(".noUi-handle") && event.stopPropagation(),
      { capture: true, passive: true },
    );
}

/** One number, not a range, a choice or an exponent. */
function isNumber({ model }) {
  return typeof model.get("value") === "number" && !model.get("base") && !model.get("_options_labels");
}

function roundAbove(size) {
  const magnitude = 10 ** Math.floor(Math.log10(size));
  return Number(
    (magnitude * ROUND.find((round) => round * magnitude >= 1.2 * size || round === 10)).toPrecision(3),
  );
}

function say({ model, readout, $slider, el }, values) {
  const name = nameOf(model);
  const handles = [...$slider.querySelectorAll(".noUi-handle")];
  const { min, max } = $slider.noUiSlider.options.range;
  const range = handles.length > 1;
  const says = el.dataset.says ? `: ${el.dataset.says}` : ""; // what the number means there, by who shows it
  handles.forEach((handle, i) => {
    handle.setAttribute("aria-label", range ? `${name}, ${i ? "upper" : "lower"}` : name);
    handle.setAttribute("aria-valuetext", range ? wordsOf(model, values[i]) : readout.textContent + says);
    // noUiSlider rounds these three to one decimal.
    handle.setAttribute("aria-valuemin", i ? values[i - 1] : min);
    handle.setAttribute("aria-valuemax", values[i + 1] ?? max);
    handle.setAttribute("aria-valuenow", values[i]);
    handle.setAttribute("aria-disabled", Boolean(model.get("disabled")));
  });
  readout.setAttribute("role", "textbox");
  readout.setAttribute("aria-label", `${name}, value`);
  readout.setAttribute("aria-disabled", readout.contentEditable !== "true");
}

const wordsOf = (model, value) =>
  model.get("_options_labels")?.[value] ?? model.readout_formatter?.(value) ?? value;

/** A range with both signs shows where zero is, instead of a bar that starts at the least value. */
function markZero({ model, $slider }) {
  const { min, max } = $slider.noUiSlider.options.range;
  const signed = min < 0 && max > 0 && !model.get("base");
  $slider.classList.toggle("nn-signed", signed);
  $slider.classList.toggle("nn-range", Array.isArray(model.get("value")));
  $slider.style.setProperty("--nn-zero", `${(100 * -min) / (max - min)}%`);
}
