import type { HarmFigure, TimelineSpan } from '../../history/timeline.js';
import { figureWords, yieldWords } from '../reach/words.js';
import { capital } from '../words.js';
import { countedSeverities, exposedSeverities, exposureWords, phaseWords } from './words.js';

/** `Homes switched`: what the harm is counted in, else what it is. */
export function harmTitleOf({ harm }: HarmFigure): string {
  return harm.counts === undefined ? (harm.title ?? harm.name) : capital(yieldWords[harm.counts.hold]);
}

/** The heads of the table of a timeline; every span of a design is asked for the same harms. */
export function timelineHeads({ harms }: Pick<TimelineSpan, 'harms'>): string[] {
  return [
    'From',
    'Phase',
    'Days',
    ...countedSeverities.map(capital),
    ...exposedSeverities.map((one) => `Device-days, ${one}`),
    ...harms.map(harmTitleOf),
  ];
}

export function rowOf(span: TimelineSpan): string[] {
  const { from, days, counts, harms, isNow } = span;
  return [
    from,
    `${phaseWords(span)}${isNow ? ' (now)' : ''}`,
    days === undefined ? '' : String(days),
    ...countedSeverities.map((severity) => String(counts[severity])),
    ...exposedSeverities.map((severity) => exposureWords(severity, span)),
    ...harms.map(({ figure }) => figureWords(figure)),
  ];
}
