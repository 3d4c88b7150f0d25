import type { KnownFinding } from '../history/baseline.js';
import type { Assessment } from '../review/index.js';
import type { Placing } from './locate.js';

/** The path of the file that states the design, which tells two designs of one name apart. */
export function homePath({ architecture }: Assessment, { toPath }: Pick<Placing, 'toPath'>): string {
  return toPath(architecture.files[0]!);
}

/**
 * What tools follow a finding by over time: its id and the file of its design. It holds no line and no running number, so that another file
 * with a design of the same name moves nobody else's.
 */
export function identityOf(id: string, assessment: Assessment, placing: Pick<Placing, 'toPath'>): string {
  return `${id}\n${homePath(assessment, placing)}`;
}

/** The same of a finding that a baseline tells of, which may be of a version that wrote no files down. */
export function knownIdentity({ id, file }: KnownFinding): string {
  return file === undefined ? id : `${id}\n${file}`;
}
