import type { Answers, DraftQuestion } from './answers.js';
import { questionsFor, type Words } from './questions.js';

/** What a command line says of a new design, in names instead of in the answers to questions. */
export interface DraftOptions {
  /** `concentrator`, `gateway`, `hub`, `mesh`, `cellular`, `lorawan`, `battery-cellular` or `drive-by`. */
  readonly topology?: string;
  /**
   * Choices of protocols in any order, such as `g3-psk` or `nb-iot+private-apn`. A bare choice answers the first question
   * that offers it and has no answer yet; `QUESTION=CHOICE`, such as `home=zigbee-cbke`, names the question.
   */
  readonly protocols?: readonly string[];
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

function protocolQuestions(questions: readonly DraftQuestion[]): DraftQuestion[] {
  return questions.filter(({ id }) => id !== 'topology' && id !== 'services');
}

function idsOf({ choices }: DraftQuestion): string[] {
  return choices.map(({ id }) => id);
}
