import { createHash } from 'node:crypto';
import { formatNamed, type TellingContext } from '../../report/formats/index.js';
import { pathsBelow } from '../../report/locate.js';
import type { Reviewed } from '../../report/problem.js';

export const reportContext: TellingContext = {
  toPath: pathsBelow('file:///ws'),
  version: '1.0.0',
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  textOf: () => undefined,
};

/** A review in a format of the list, as text. */
export function told(format: string, reviewed: Reviewed, context: Partial<TellingContext> = {}): string {
  const found = formatNamed(format);
  if (found === undefined) throw new Error(`no format ${format}`);
  const report = found.write(reviewed, { ...reportContext, ...context });
  return typeof report === 'string' ? report : Buffer.from(report).toString('latin1');
}
