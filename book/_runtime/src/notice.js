// What stands in the place of a widget that cannot be shown: a sentence, so that the reader knows.
import { DOMWidgetModel, DOMWidgetView } from '@jupyter-widgets/base';

export function notice(message) {
  const paragraph = document.createElement('p');
  paragraph.className = 'nn-notice';
  paragraph.setAttribute('role', 'note');
  paragraph.textContent = message;
  return paragraph;
}

/** Keeps the state of a widget whose module this page does not carry. */
export class UnknownModel extends DOMWidgetModel {}

/** Says which module is missing. */
export class UnknownView extends DOMWidgetView {
  render() {
    const needs = this.model.get('_view_module') ?? this.model.module;
    this.el.replaceChildren(
      notice(`This widget needs the module ${needs} (${this.model.name}), which this page does not carry.`),
    );
  }
}
