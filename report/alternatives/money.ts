import type { CostTold } from '../../history/costs.js';
import { countWord } from '../reach/numbers.js';

/** `12,500.00 EUR` of 1250000; a currency without smaller units, such as JPY, has no point. */
export function moneyWords(amount: number, currency: string): string {
  const digits = digitsOf(currency);
  const plain = String(amount).padStart(digits + 1, '0');
  const whole = countWord(Number(plain.slice(0, plain.length - digits)));
  return `${whole}${digits === 0 ? '' : `.${plain.slice(-digits)}`} ${currency}`;
}

function digitsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 0;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** What nobody says is unknown, and never nothing. */
export function costWords({ low, high, currency }: CostTold): string {
  if (currency === undefined) return high === 0 ? '0' : 'unknown';
  return `${high === undefined ? 'at least ' : ''}${moneyWords(low, currency)}`;
}
