// The controls of the book's own explorers and their like: sliders, menus, buttons, boxes, text.
// `nn-widgets-every.js` has all others too, for a page that shows one of them.
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_bool.js";
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_box.js";
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_button.js";
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_description.js";
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_float.js";
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_int.js";
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_link.js";
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_selection.js";
export * from "../node_modules/@jupyter-widgets/controls/lib/widget_string.js";
