import { styleText } from 'node:util';
import type { Paint, Tone } from '../report/text.js';

export type ColourChoice = 'auto' | 'always' | 'never';

const styles: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  critical: ['bold', 'magenta'],
  high: ['bold', 'red'],
  medium: 'yellow',
  low: 'cyan',
  info: 'blue',
  error: ['bold', 'red'],
  warning: 'yellow',
  quiet: 'gray',
  strong: 'bold',
};

/**
 * Colours on a terminal only, unless asked otherwise; a word and a shape always stand beside the colour. What was decided here is not asked of the
 * stream again.
 */
export function painter(choice: ColourChoice, toTerminal: boolean): Paint {
  const wanted = choice === 'always' || (choice === 'auto' && toTerminal && process.stdout.isTTY && !process.env['NO_COLOR']);
  return wanted ? (text, tone) => styleText(styles[tone], text, { validateStream: false }) : (text) => text;
}
