import { parseArgs } from 'node:util';
import type { CheckOptions } from './check.js';
import { nearest, UsageError } from './usage.js';

const formats = ['text', 'json', 'sarif'] as const;
const bars = ['critical', 'high', 'medium', 'low', 'none'] as const;
const colours = ['auto', 'always', 'never'] as const;

const checkOptions = {
  format: { type: 'string' },
  output: { type: 'string' },
  profile: { type: 'string' },
  'fail-on': { type: 'string' },
  date: { type: 'string' },
  color: { type: 'string' },
  redundant: { type: 'boolean' },
} as const;

/** Reads the options of `check`. `today` is `YYYY-MM-DD`. */
export function readCheckOptions(args: readonly string[], today: string): CheckOptions {
  const { values, positionals } = parse(args);
  return {
    paths: positionals.length === 0 ? ['.'] : positionals,
    format: oneOf('--format', values.format ?? 'text', formats),
    output: values.output,
    profile: values.profile,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'high', bars),
    date: dateOf(values.date ?? today),
    redundant: values.redundant ?? false,
    colour: oneOf('--color', values.color ?? 'auto', colours),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: checkOptions, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = /Unknown option '(-[^']*)'/.exec(error instanceof Error ? error.message : '')?.[1];
    if (unknown === undefined) throw new UsageError(error instanceof Error ? error.message.split('. ')[0]! : String(error));
    const near = nearest(
      unknown,
      Object.keys(checkOptions).map((name) => `--${name}`),
    );
    throw new UsageError(`unknown option '${unknown}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}, not '${value}'`);
  return found;
}

function dateOf(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 2026-02-31 for the third of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new UsageError(`--date takes a day such as 2026-11-24, not '${value}'`);
  }
  return value;
}
