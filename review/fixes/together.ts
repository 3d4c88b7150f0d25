import type { Element } from '../../language/model/index.js';
import type { Finding } from '../assessment.js';
import { collide, type Fix, type TextEdit } from '../fix.js';
import type { Draft } from './controls.js';
import { intoBody } from './write.js';

/** One fix that makes several of a finding; undefined where there are not several, or where two would write at one place. */
export function together(finding: Finding, drafts: readonly Draft[]): Fix | undefined {
  if (drafts.length < 2) return undefined;
  const statements = new Map<Element, string[]>();
  const edits: TextEdit[] = [];
  for (const { fix, element, statement } of drafts) {
    if (statement === undefined) edits.push(...fix.edits);
    else statements.set(element, [...(statements.get(element) ?? []), statement]);
  }
  for (const [element, added] of statements) edits.push(intoBody(element, ...added));
  if (edits.some((edit, index) => edits.slice(0, index).some((other) => collide(edit, other)))) return undefined;
  const words = drafts.map(({ fix }) => (fix.closes?.what ?? '').replaceAll('-', ' '));
  const bringsIntoScope = [...new Set(drafts.flatMap(({ fix }) => fix.bringsIntoScope))];
  const toFill = drafts.some(({ fix }) => fix.kind === 'evidence') ? ', with evidence left to fill' : '';
  const then = bringsIntoScope.length === 0 ? '' : `; it brings ${bringsIntoScope.join(', ')} into scope`;
  return {
    title: `Add all ${drafts.length} that are missing: ${[...new Set(words)].join(', ')}${toFill}${then}`,
    kind: 'all',
    preferred: false,
    finding: finding.id,
    closes: undefined,
    edits,
    bringsIntoScope,
  };
}
