// The part of @lumino/widgets that the controls use, from the sources in the published package. Its bundle
// brings docks, menus and split panels with it: a third of the weight of the whole runtime.
export { Panel } from '../node_modules/@lumino/widgets/src/panel';
export { PanelLayout } from '../node_modules/@lumino/widgets/src/panellayout';
export { TabBar } from '../node_modules/@lumino/widgets/src/tabbar';
export { Widget } from '../node_modules/@lumino/widgets/src/widget';
