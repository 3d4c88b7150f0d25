import { closable, evaluatorOf, type Assessment, type Finding } from '../../review/index.js';

/** What is open on one element, whatever has been decided about it. */
export type Opening = Pick<Finding, 'state' | 'gaps' | 'element' | 'reasons' | 'situations'>;

/** The same with what can be done about it alone: without alternatives that cannot be where they would stand. */
export function withWhatCloses(opening: Opening, assessment: Assessment): Opening {
  const { state, element, situations } = opening;
  return {
    state,
    element,
    situations,
    gaps: closable(opening.gaps, evaluatorOf(assessment)),
    // Found when somebody asks for them.
    get reasons() {
      return opening.reasons;
    },
  };
}
