// And what tabs and accordions use.
export * from "./lumino.js";
export { TabBar } from "../node_modules/@lumino/widgets/src/tabbar";
