import { conditionWords } from '../language/semantics/index.js';
import type { Assessment, Reason, Result, Spared } from '../review/index.js';
import { failsWords, holdsWords } from './conditions.js';
import { evidenceWords } from './evidence.js';
import { factWords } from './facts.js';
import { closingSentences, openSentence, weaknesses } from './message.js';
import { capital, controlWords, listed } from './words.js';

/** Why a pair has its state, in one sentence for people: what is open, what shows that it is met, what keeps it from applying. */
export function stateReason(result: Result, assessment: Assessment): string {
  const { decision, computed } = result;
  const found = `${computedReason(result, assessment)}${evidenceSentence(result, assessment)}`;
  const reported = result.reportedBy.length === 0 ? '' : ` Reported with ${listed(result.reportedBy, 'and')}.`;
  if (decision === undefined) return `${found}${reported}`;
  const until = decision.until === undefined ? '' : ` until ${decision.until}`;
  const by = decision.by === undefined ? '' : ` (${decision.by})`;
  const because = decision.because === undefined ? 'No reason is given' : sentence(decision.because);
  const without = `Without the decision: ${computed}.`;
  return `${capital(result.state)}${until}: ${because}${by}. ${without} ${found}`;
}

function evidenceSentence(result: Result, { architecture }: Assessment): string {
  const words = evidenceWords(result, architecture);
  return words === '' ? '' : ` Evidence: ${sentence(words)}.`;
}

function computedReason(result: Result, assessment: Assessment): string {
  const { computed, gaps, element, reasons, situations } = result;
  switch (computed) {
    case 'not applicable':
      return `${capital(notAskedWords(reasons))}.`;
    case 'met':
      return `${capital(metWords(reasons))}.`;
    case 'missing':
    case 'weak':
    case 'planned':
    case 'unknown': {
      if (gaps === undefined) return `${capital(computed)}: nothing that would close it is known.`;
      const opening = { state: computed, gaps, element, reasons, situations };
      return [`${openSentence(opening, assessment)}.`, ...closingSentences(opening, assessment), ...weaknesses(opening)].join(' ');
    }
  }
}

/** `not asked: it has an end that is no metering-node (end hes)` */
function notAskedWords(reasons: readonly Reason[]): string {
  const told = reasons.flatMap((reason) => {
    if (reason.kind !== 'condition') return [];
    const facts = reason.facts.length === 0 ? '' : ` (${reason.facts.map((fact) => factWords(fact, ' ')).join(', ')})`;
    if (reason.truth === 'unknown') return [`it is not known whether it ${holdsWords(reason.condition)}${facts}`];
    return [`it ${reason.truth === 'false' ? failsWords(reason.condition) : holdsWords(reason.condition)}${facts}`];
  });
  return told.length === 0 ? 'not asked here' : `not asked: ${told.join('; ')}`;
}

/**
 * `message integrity on link plc by g3-plc; encryption by tls-1.3`, the controls that count; else what holds. On the element
 * that is asked about, where one is given, nothing has to say where.
 */
export function metWords(reasons: readonly Reason[], subject?: string): string {
  const granted = reasons.flatMap((reason) => {
    if (reason.kind !== 'granted') return [];
    const by = [...new Set(reason.sources.map(({ mechanism }) => mechanism))];
    const sources = by.map((one) => one ?? 'a statement of the design');
    const where = reason.element === subject ? '' : ` on ${reason.element}`;
    if (reason.spared !== undefined)
      return [`no step is left that ${controlWords(reason.control)}${where} could protect: ${sparedWords(reason.spared)}`];
    return [`${controlWords(reason.control)}${where}${sources.length === 0 ? '' : ` by ${listed(sources, 'and')}`}`];
  });
  const holds = reasons.flatMap((reason) => (reason.kind === 'holds' ? [`it ${holdsWords(reason.condition)}`] : []));
  const told = [...new Set([...granted, ...holds])];
  return told.length === 0 ? 'everything that it needs is there' : told.join('; ');
}

function sparedWords(spared: readonly Spared[]): string {
  return listed(
    spared.map((one) => (one === 'person' ? 'a person stands at it' : 'both ends may read everything')),
    'or',
  );
}

/** A text of the user's as a part of a sentence: without the stop at its end. */
function sentence(text: string): string {
  return text.trim().replace(/\.$/, '');
}

/** Reasons in short words, for tables. */
export function reasonWords(reasons: readonly Reason[]): string {
  return reasons
    .map((reason) => {
      switch (reason.kind) {
        case 'condition': {
          const words = conditionWords(reason.condition);
          const told = reason.truth === 'true' ? words : `${reason.truth === 'false' ? 'not true' : 'unknown'}: ${words}`;
          return reason.facts.length === 0 ? told : `${told} (${reason.facts.map((fact) => factWords(fact)).join(', ')})`;
        }
        case 'granted': {
          if (reason.spared !== undefined)
            return `${reason.control} on ${reason.element} (no step to protect: ${sparedWords(reason.spared)})`;
          const by = [...new Set(reason.sources.map((source) => source.mechanism ?? 'declared'))].join(', ');
          return `${reason.control} on ${reason.element} (${by})`;
        }
        case 'holds':
          return `${conditionWords(reason.condition)} holds of ${reason.element}`;
        case 'unset':
          return `not stated: ${reason.facts.map(({ element, fact }) => `${fact} of ${element}`).join(', ')}`;
      }
    })
    .join('; ');
}
