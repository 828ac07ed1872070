// The part of @lumino/widgets that these controls use, from the sources in the published package. Its
// bundle brings docks, menus and split panels with it: 27 kB gzipped that no control needs.
export { Panel } from "../node_modules/@lumino/widgets/src/panel";
export { PanelLayout } from "../node_modules/@lumino/widgets/src/panellayout";
export { Widget } from "../node_modules/@lumino/widgets/src/widget";
