import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { review, type Result } from '../../review/index.js';
import { createWorkspace, root } from '../support/workspace.js';
import { headOf, pairOf, type ReferenceHead } from './reference.js';

/** A design of a folder, with what the head of its file says of its review and what the review says. */
export interface ExpectedCase {
  readonly file: string;
  readonly head: ReferenceHead;
  readonly design: string;
  /** What does not stand as it should in the text. */
  readonly mistakes: readonly string[];
  /** The pairs that are told, information too. */
  readonly told: readonly string[];
  readonly results: readonly Result[];
  readonly requirements: readonly string[];
}

/** The designs of a folder, each reviewed in a workspace of its own and against its own profiles. */
export async function expectedCases(folder: string, date: string): Promise<ExpectedCase[]> {
  const at = path.join(root, folder);
  const files = readdirSync(at).filter((file) => file.endsWith('.meter'));
  return Promise.all(
    files.sort().map(async (file): Promise<ExpectedCase> => {
      const text = readFileSync(path.join(at, file), 'utf8');
      const workspace = await createWorkspace({ [file]: text });
      const [architecture] = workspace.shared.meter.Designs.all();
      const { results, findings, requirements } = review(architecture!, date);
      const mistakes = workspace.mistakes(file).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
      const design = architecture!.design.name;
      return { file, head: headOf(text), design, mistakes, told: findings.map(pairOf), results, requirements };
    }),
  );
}

/** What a head expects and is not told, and what it forbids and is. */
export function wrongIn({ file, head, told }: Pick<ExpectedCase, 'file' | 'head' | 'told'>): string[] {
  return [
    ...head.expected.filter((pair) => !told.includes(pair)).map((pair) => `${file}: ${pair} is not told`),
    ...told
      .filter((pair) => head.forbidden.some((what) => pair === what || pair.startsWith(`${what} on `)))
      .map((pair) => `${file}: ${pair} is told`),
  ];
}
