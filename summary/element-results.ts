import { isOpen, type Assessment, type Finding, type Reason, type Result } from '../review/index.js';

/** How every requirement stands on one element, each state with what is behind it. */
export interface ElementResults {
  /** In the one order. */
  readonly open: readonly Finding[];
  /** Open, and reported with another requirement. */
  readonly elsewhere: readonly Result[];
  readonly decided: readonly (Result & { readonly state: 'accepted' | 'excluded' })[];
  readonly met: readonly Result[];
  /** With the condition that keeps it away; without one where nothing here is what it asks for. */
  readonly notApplicable: readonly { readonly requirement: string; readonly because: ConditionReason | undefined }[];
}

type ConditionReason = Extract<Reason, { kind: 'condition' }>;

export function resultsOfElement(element: string, assessment: Assessment): ElementResults {
  const results = assessment.results.filter((result) => result.element === element);
  const open = assessment.findings.filter((finding) => finding.element === element);
  const found = new Set(open.map(({ requirement }) => requirement));
  return {
    open,
    elsewhere: results.filter(({ state, requirement }) => isOpen(state) && !found.has(requirement)),
    decided: results.filter((result): result is ElementResults['decided'][number] => isDecided(result)),
    met: results.filter(({ state }) => state === 'met'),
    notApplicable: results
      .filter(({ state }) => state === 'not applicable')
      .map(({ requirement, reasons: [first] }) => ({ requirement, because: first?.kind === 'condition' ? first : undefined })),
  };
}

function isDecided({ state }: Result): boolean {
  return state === 'accepted' || state === 'excluded';
}
