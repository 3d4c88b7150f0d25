import type { SourceMap } from '../../language/source/index.js';
import type { Element } from '../../language/model/index.js';
import { intoBody, touch, type Edit } from '../../language/writing/index.js';
import type { Finding } from '../assessment.js';
import type { Fix } from '../fix.js';

/** Edits that make several fixes at once. Of two that write at one place the first is made; the others are `left`. */
export function merged<F extends Pick<Fix, 'edits' | 'adds'>>(
  fixes: readonly F[],
  sources: SourceMap,
): { readonly edits: readonly Edit[]; readonly left: readonly F[] } {
  const bodies = new Map<string, { readonly element: Element; readonly fixes: F[] }>();
  const edits: Edit[] = [];
  const left: F[] = [];
  const take = (wanted: readonly Edit[], of: readonly F[]) => {
    if (wanted.some((edit) => edits.some((other) => touch(edit, other)))) left.push(...of);
    else edits.push(...wanted);
  };
  for (const fix of fixes) {
    if (fix.adds === undefined) {
      take(fix.edits, [fix]);
      continue;
    }
    // Of an element that two designs share, each has its own copy.
    const { uri, startOffset } = sources.rangeOf(fix.adds.element);
    const key = `${uri} ${startOffset}`;
    const body = bodies.get(key);
    if (body === undefined) bodies.set(key, { element: fix.adds.element, fixes: [fix] });
    else body.fixes.push(fix);
  }
  for (const { element, fixes: adding } of bodies.values()) {
    take(intoBody(sources.sourceOf(element), ...new Set(adding.map(({ adds }) => adds!.statement))), adding);
  }
  return { edits, left };
}

/**
 * One fix that makes several of a finding; undefined where there are not several, or where two would write at one place. `asked` counts what
 * the finding lacks besides, for people to answer.
 */
export function jointFix(finding: Finding, fixes: readonly Fix[], asked: number, sources: SourceMap): Fix | undefined {
  if (fixes.length < 2) return undefined;
  const { edits, left } = merged(fixes, sources);
  if (left.length > 0) return undefined;
  return {
    kind: 'all',
    controls: [...new Set(fixes.map(({ closes }) => closes?.what ?? ''))],
    count: fixes.length,
    questions: asked,
    preferred: true,
    finding: finding.id,
    closes: undefined,
    edits,
    bringsIntoScope: [...new Set(fixes.flatMap((fix) => fix.bringsIntoScope))],
  };
}
