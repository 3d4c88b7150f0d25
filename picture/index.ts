// The room `picture/`: how a design and its review are drawn: an architecture and an assessment go in, SVG comes out, the same bytes each
// time. No browser.
// May import `review`, `language/model`, `language/semantics`, `report/clean`, `elkjs/*`.

export { sceneOf } from './scene/scene-of.js';
export { servicesScene } from './scene/services.js';
export { mostBoxes, type Filter, type Fold, type PictureOptions } from './scene/options.js';
export * from './scene/scene.js';
export { layOut } from './layout/lay-out.js';
export type * from './layout/laid-out.js';
export { formerOf, type Former } from './layout/former.js';
export { svgOf } from './svg/svg-of.js';
export { themeNames, type ThemeName } from './svg/themes.js';
export type { IconName } from './icons/icon-name.js';
