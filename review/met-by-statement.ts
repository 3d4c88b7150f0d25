import type { Assessment, Result } from './assessment.js';

/**
 * Whether a requirement is met by a statement alone: a control that it needs is there through nothing but a bare `control C`, whether with
 * evidence or without, on the element or on a kind of the workspace's own. Whoever takes the statement away opens it again.
 */
export function isMetByStatement(result: Pick<Result, 'state' | 'proofs'>, assessment: Assessment): boolean {
  return result.state === 'met' && statementsBehind(result, assessment).length > 0;
}

/** The controls of a result that rest on statements alone, and where they stand. */
export function statementsBehind(
  { proofs }: Pick<Result, 'proofs'>,
  { architecture: { catalogue } }: Assessment,
): { readonly control: string; readonly element: string }[] {
  const builtIn = (kind: string): boolean =>
    [catalogue.componentKinds, catalogue.zoneKinds, catalogue.dataClasses, catalogue.services].some(
      (table) => table.get(kind)?.builtIn === true,
    );
  return proofs.flatMap((reason) => {
    if (reason.kind !== 'granted' || reason.sources.length === 0) return [];
    // What a built-in kind has is what the word means, and nobody's claim.
    const claimed = reason.sources.every(({ mechanism, kind }) => mechanism === undefined && (kind === undefined || !builtIn(kind)));
    return claimed ? [{ control: reason.control, element: reason.element }] : [];
  });
}

export function metByStatement(assessment: Assessment): readonly Result[] {
  return assessment.results.filter((result) => isMetByStatement(result, assessment));
}
