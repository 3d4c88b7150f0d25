import { conditionWords } from '../../../language/semantics/index.js';
import type { Gap, Reason, Result } from '../../../review/index.js';

/** A result in the words of the hand-written matrix. */
export function tell(result: Result): string {
  const applicable = result.computed !== 'not applicable';
  const decided = result.state === 'accepted' || result.state === 'excluded' ? ` -> ${result.state}` : '';
  const hidden = result.reportedBy.length === 0 ? '' : ` (reported by ${result.reportedBy.join(', ')})`;
  const gaps = result.gaps === undefined ? '-' : gapWords(result.gaps);
  return `${result.computed}; ${applicable ? result.severity : '-'}; ${gaps}; ${reasonWords(result)}${hidden}${decided}`;
}

function gapWords(gap: Gap, inner = false): string {
  if (gap.kind === 'control') return `${gap.control}@${gap.element}${gap.across === undefined ? '' : ` across ${gap.across}`}`;
  if (gap.kind === 'condition') return `[${gap.words}]@${gap.element}`;
  const text = gap.gaps.map((part) => gapWords(part, true)).join(gap.kind === 'and' ? ' & ' : ' | ');
  return inner ? `(${text})` : text;
}

function reasonWords(result: Result): string {
  switch (result.computed) {
    case 'not applicable': {
      const decisive = result.reasons.find((reason) => reason.kind === 'condition' && reason.truth === 'false');
      return decisive?.kind === 'condition' ? `[${conditionWords(decisive.condition)}]` : 'no reason';
    }
    case 'met':
      return result.reasons.flatMap(proof).join(', ');
    case 'weak':
      return unique(
        sources(result.gaps)
          .filter((source) => source.state === 'weak')
          .map((source) => source.mechanism ?? 'nothing'),
      ).join(', ');
    case 'planned':
      return unique(sources(result.gaps).flatMap((source) => source.due ?? [])).join(', ');
    case 'unknown':
      return result.reasons
        .flatMap((reason) => (reason.kind === 'unset' ? reason.facts.map((fact) => `${fact.element}.${fact.fact}`) : []))
        .join(', ');
    default:
      return '-';
  }
}

function proof(reason: Reason): string[] {
  if (reason.kind === 'granted') return [`${reason.control}@${reason.element}`];
  return reason.kind === 'holds' ? [`[${conditionWords(reason.condition)}]@${reason.element}`] : [];
}

function sources(gap: Gap | undefined): { state: string; mechanism: string | undefined; due: string | undefined }[] {
  if (gap === undefined || gap.kind === 'condition') return [];
  return gap.kind === 'control' ? [...gap.sources] : gap.gaps.flatMap(sources);
}

const unique = (words: readonly string[]) => [...new Set(words)];
