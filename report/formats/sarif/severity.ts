import type { Severity } from '../../../language/model/index.js';

export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** Inside the bands that code scanning makes of them: above 9 critical, from 7 high, from 4 medium. */
export const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0', info: '0.5' };
export const ranks: Readonly<Record<Severity, number>> = { critical: 95, high: 80, medium: 55, low: 20, info: 5 };
