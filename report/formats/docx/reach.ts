import type { Assessment } from '../../../review/index.js';
import { harmTitle, harmWords, reachTold } from '../../reach/words.js';
import { documentLimits } from './limits.js';
import { headingAt, paragraph, run, titleWords, type DocumentBlock } from './markup.js';

/** Each harm in a sentence, design by design; nothing where no harm is counted. */
export function reachBlocks(assessments: readonly Assessment[]): DocumentBlock[] {
  const told = assessments
    .map((assessment) => ({ assessment, harms: reachTold(assessment).harms }))
    .filter(({ harms }) => harms.length > 0);
  if (told.length === 0) return [];
  const left = told.length - documentLimits.designs;
  return [
    headingAt(1, 'How far an attacker gets'),
    ...told
      .slice(0, documentLimits.designs)
      .flatMap(({ assessment: { architecture }, harms }): DocumentBlock[] => [
        ...(assessments.length === 1 ? [] : [headingAt(2, architecture.design.title ?? architecture.design.name)]),
        ...harms.map((one) => paragraph('Bullet', run(titleWords(harmTitle(one)), 'Strong'), `\n${harmWords(one)}`)),
      ]),
    ...(left > 0 ? [paragraph('Normal', `${left} further designs are left out here.`)] : []),
  ];
}
