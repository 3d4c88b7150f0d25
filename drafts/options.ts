import type { Answers, DraftQuestion } from './answers.js';
import { meterCount } from './commodities.js';
import { questionsFor, type Words } from './questions.js';
import { topologyOf } from './topologies.js';

/** What a command line says of a new design, in names instead of in the answers to questions. */
export interface DraftOptions {
  /** `concentrator`, `gateway`, `hub`, `mesh`, `cellular`, `lorawan`, `battery-cellular` or `drive-by`. */
  readonly topology?: string;
  /**
   * Choices of protocols in any order, such as `g3-psk` or `nb-iot+private-apn`. A bare choice answers the first question
   * that offers it and has no answer yet; `QUESTION=CHOICE`, such as `home=zigbee-cbke`, names the question.
   */
  readonly protocols?: readonly string[];
  readonly commodity?: string;
  /** A profile of the catalogue. */
  readonly profile?: string;
  /** How many meters there are. */
  readonly meters?: string;
  /** Names of services of the catalogue; an empty list for a design that names none. */
  readonly services?: readonly string[];
}

/** Turns options into answers; tells what is no answer to any question, with what there is. */
export function answersFrom(options: DraftOptions, words: Words): { readonly answers: Answers; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const answers: Record<string, readonly string[]> = {};
  const [first] = questionsFor({}, words);
  if (options.topology !== undefined) {
    if (idsOf(first!).includes(options.topology)) answers.topology = [options.topology];
    else problems.push(`there is no topology '${options.topology}': choose ${idsOf(first!).join(', ')}`);
  }
  for (const [id, value] of [
    ['commodity', options.commodity],
    ['country', options.profile],
  ] as const) {
    if (value === undefined) continue;
    const question = questionsFor(answers, words).find((one) => one.id === id);
    const known = question === undefined ? [...topologyOf(answers).commodities] : idsOf(question);
    if (known.includes(value)) answers[id] = [value];
    else problems.push(`with topology '${topologyOf(answers).id}' there is no ${id} '${value}': choose ${known.join(', ')}`);
  }
  if (options.meters !== undefined) {
    if (meterCount(options.meters) === undefined) problems.push(`'${options.meters}' is no number of meters: write one such as 10000`);
    else answers.meters = [options.meters];
  }
  if (options.services !== undefined) {
    const known = idsOf(questionsFor({}, words).find(({ id }) => id === 'services')!);
    for (const name of options.services) {
      if (!known.includes(name)) problems.push(`there is no service '${name}' to begin with: choose of ${known.join(', ')}`);
    }
    answers.services = options.services.filter((name) => known.includes(name));
  }
  const asked = protocolQuestions(questionsFor(answers, words));
  for (const written of options.protocols ?? []) {
    const [question, choice] = written.includes('=') ? written.split('=', 2) : [undefined, written];
    const offering = asked.filter(({ id, choices }) => (question ?? id) === id && choices.some((one) => one.id === choice));
    const open = offering.find(({ id }) => answers[id] === undefined);
    if (open !== undefined) answers[open.id] = [choice];
    else if (offering.length > 0) problems.push(`'${written}' answers '${offering[0]!.id}', which is answered already`);
    else problems.push(`no question takes '${written}': ${asked.map((one) => `${one.id} takes ${idsOf(one).join(', ')}`).join('; ')}`);
  }
  return { answers, problems };
}

const aside: ReadonlySet<string> = new Set(['topology', 'commodity', 'country', 'services', 'meters', 'name']);

function protocolQuestions(questions: readonly DraftQuestion[]): DraftQuestion[] {
  return questions.filter(({ id }) => !aside.has(id));
}

function idsOf({ choices }: DraftQuestion): string[] {
  return choices.map(({ id }) => id);
}
