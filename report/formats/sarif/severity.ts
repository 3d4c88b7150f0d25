import type { Severity } from '../../../language/model/index.js';
import type { Finding } from '../../../review/index.js';
import { sizeOf, type AtStake } from '../../../reach/index.js';
import { counted } from '../../../summary/count.js';

export const sarifLevels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** Inside the bands that code scanning makes of them: above 9 critical, from 7 high, from 4 medium. */
export const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0', info: '0.5' };
export const ranks: Readonly<Record<Severity, number>> = { critical: 95, high: 80, medium: 55, low: 20, info: 5 };

/** Within a band: what is wrong in the drawing, then what is left out of it. */
const shown: Readonly<Record<Finding['drawn'], number>> = { wrong: 3.2, 'left out': 1.6, silent: 0 };

/**
 * The rank of a finding: never higher than that of one before it in the one order. Within the band of its severity a fault that is drawn and
 * what hangs on it raise it, and of what is on no way to a harm the number of devices; what is planned or cannot be judged stands below all that is open.
 */
export function sarifRankOf(finding: Finding, atStake: AtStake | undefined): number {
  const rank = ranks[finding.severity];
  if (!counted(finding)) return rank / 25;
  const drawn = shown[finding.drawn];
  const more = atStake === undefined ? 1.5 * part(finding.devices) : 1.5 + 0.1 * part(Math.max(1, sizeOf(atStake.figure)));
  return Math.round((rank + drawn + more) * 1000) / 1000;
}

/** From 0 for one up towards 1, however many there are. */
function part(devices: number): number {
  return 1 - 1 / (1 + Math.log10(devices));
}
