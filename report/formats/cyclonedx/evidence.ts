import { allElements } from '../../../language/semantics/index.js';
import type { Result } from '../../../review/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { evidenceRef } from './refs.js';

interface Stated {
  readonly element: string;
  readonly control: string;
  readonly ref: string;
  readonly text: string;
}

/** What the design itself names as evidence of its controls. */
function statedEvidence(review: NamedReview): Stated[] {
  return allElements(review.assessment.architecture).flatMap(({ name, controls }) =>
    controls.flatMap(({ control, evidence }, index) =>
      evidence === undefined ? [] : [{ element: name, control, ref: evidenceRef(review, name, index), text: evidence }],
    ),
  );
}

export function evidenceOf(review: NamedReview) {
  return statedEvidence(review).map(({ control, ref, text }) => ({
    'bom-ref': ref,
    propertyName: control,
    data: [{ name: 'As the design states it', contents: { attachment: { contentType: 'text/plain', content: text } } }],
  }));
}

/** Finds the evidence that stands behind a result: that of the controls which it was granted by. */
export function evidenceFinder(review: NamedReview): (result: Result) => string[] {
  const refs = new Map<string, string[]>();
  for (const { element, control, ref } of statedEvidence(review)) {
    refs.set(`${element} ${control}`, [...(refs.get(`${element} ${control}`) ?? []), ref]);
  }
  return ({ proofs }) => [
    ...new Set(
      proofs.flatMap((reason) =>
        reason.kind === 'granted' ? reason.sources.flatMap(({ element, granted }) => refs.get(`${element} ${granted}`) ?? []) : [],
      ),
    ),
  ];
}
