import { fonts } from '../layout/content.js';
import type { TextStyle } from '../layout/laid-out.js';
import { badgeOrder } from '../scene/badges.js';
import { themes, type ThemeName } from './themes.js';

/**
 * The sheet inside of a picture. Each colour stands there twice: as it is, for programs that know no variables, and as a variable that the
 * page around may set. Every class begins with `ml-`: a page may hold several pictures and classes of its own.
 */
export function styleOf(theme: ThemeName): string {
  const colours = themes[theme];
  const paint = (property: 'fill' | 'stroke', colour: keyof typeof colours) =>
    `${property}:${colours[colour]};${property}:var(--meterlint-${colour},${colours[colour]})`;
  const rules: [string, string][] = [
    ['text', `font-family:"Segoe UI","Noto Sans","Helvetica Neue",Arial,"DejaVu Sans",sans-serif;${paint('fill', 'ink')}`],
    ...(Object.keys(fonts) as TextStyle[]).map((style): [string, string] => [
      `.ml-${style}`,
      `font-size:${fonts[style][0]}px;font-weight:${fonts[style][1] ? 600 : 400}`,
    ]),
    ['.ml-kind,.ml-row', paint('fill', 'soft')],
    ['.ml-flow', 'font-style:italic'],
    ['.ml-sheet', paint('fill', 'sheet')],
    // Lines end where words begin: nothing has to be covered, and the ground only takes clicks.
    ['.ml-bare', 'fill:none;pointer-events:all'],
    ['.ml-box', `${paint('fill', 'box')};${paint('stroke', 'ink')};stroke-width:1.4`],
    ['.ml-area', `${paint('fill', 'zone')};${paint('stroke', 'line')};stroke-width:1.2`],
    ['.ml-foreign', `${paint('fill', 'outside')};stroke-dasharray:7 3`],
    ['.ml-icon,.ml-sign', `fill:none;${paint('stroke', 'ink')};stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round`],
    ['.ml-way', `fill:none;${paint('stroke', 'safe')};stroke-width:1.8;stroke-linejoin:round`],
    ['.ml-double', 'stroke-width:6'],
    ['.ml-core', `fill:none;${paint('stroke', 'sheet')};stroke-width:2.4;stroke-linejoin:round`],
    ['.ml-weak', `${paint('stroke', 'open')};stroke-dasharray:11 4 2 4`],
    ['.ml-none', `${paint('stroke', 'open')};stroke-dasharray:3 5`],
    ['.ml-head', paint('fill', 'ink')],
    // What is aside has to be read as well where somebody asked for contrast.
    ['.ml-aside', `opacity:${theme === 'contrast' ? '.7' : '.45'}`],
    ...badgeOrder.map((what): [string, string] => [`.ml-${what}`, `${paint('fill', what)};${paint('stroke', what)};stroke-width:1.6`]),
    ['.ml-hollow', 'fill:none'],
  ];
  return rules.map(([selector, body]) => `${scoped(selector)}{${body}}`).join('\n');
}

function scoped(selector: string): string {
  return selector
    .split(',')
    .map((one) => `.ml-picture ${one}`)
    .join(',');
}
