import { severities } from '../../language/model/index.js';
import type { Badge } from '../scene/scene.js';

export const themeNames = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Each colour that a picture is made of; a page may set `--meterlint-NAME` and have its own. */
export const colourNames = [
  'sheet',
  'ink',
  'soft',
  'line',
  'box',
  'zone',
  'outside',
  'safe',
  'open',
  ...severities,
  'planned',
  'unknown',
] as const;
type Colour = Exclude<(typeof colourNames)[number], Badge['what']> | Badge['what'];

/** Of words on what they stand on at least 4.5 to 1, of lines and shapes 3 to 1; all of it once more by word, shape or dash. */
export const themes: Readonly<Record<ThemeName, Readonly<Record<Colour, string>>>> = {
  light: {
    sheet: '#ffffff',
    ink: '#16202a',
    soft: '#4d5a66',
    line: '#7b8894',
    box: '#ffffff',
    zone: '#f3f6f8',
    outside: '#fbf5e9',
    safe: '#12343b',
    open: '#a3195b',
    critical: '#a3195b',
    high: '#b3261e',
    medium: '#8a5a00',
    low: '#00677d',
    info: '#3a5ba0',
    planned: '#3a5ba0',
    unknown: '#4d5a66',
  },
  dark: {
    sheet: '#181a1f',
    ink: '#eceff2',
    soft: '#b3bcc6',
    line: '#7f8a96',
    box: '#262a31',
    zone: '#1f2228',
    outside: '#332d20',
    safe: '#9ad5df',
    open: '#ff8fc0',
    critical: '#ff8fc0',
    high: '#ff9d8f',
    medium: '#e8b84a',
    low: '#5fc9e0',
    info: '#9db8f5',
    planned: '#9db8f5',
    unknown: '#b3bcc6',
  },
  contrast: {
    sheet: '#000000',
    ink: '#ffffff',
    soft: '#ffffff',
    line: '#ffffff',
    box: '#000000',
    zone: '#000000',
    outside: '#000000',
    safe: '#ffffff',
    open: '#ffff00',
    critical: '#ff80ff',
    high: '#ff9a8a',
    medium: '#ffff00',
    low: '#00ffff',
    info: '#ffffff',
    planned: '#ffffff',
    unknown: '#ffffff',
  },
};
