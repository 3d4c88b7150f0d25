import { severities } from '../../../language/model/index.js';
import type { State } from '../../../review/index.js';
import { meanings } from '../../words.js';
import { headingAt, paragraph, runsOf, type DocumentBlock } from './markup.js';
import { severityRun, stateRun } from './words.js';

/** What the shapes and signs of the report stand for, and what it does not say. */
export function legendBlocks(version: string): DocumentBlock[] {
  const states = Object.keys(meanings) as State[];
  return [
    headingAt(1, 'How to read it'),
    paragraph('Lead', 'Severities from the worst down: ', ...severities.flatMap((severity) => [severityRun(severity), ' '])),
    ...states.map((state) => paragraph('Bullet', runsOf(stateRun(state), `: ${meanings[state]}`))),
    paragraph(
      'Note',
      `Reviewed with Meterlint ${version}. The review sees what the design says; a review without findings does not show that a system is ` +
        'secure, or that it conforms to a standard.',
    ),
  ];
}
