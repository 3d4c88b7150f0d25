import { draftDesign, questionsFor, serviceIds, type Answers, type Words } from '../../drafts/index.js';

/** Answers to be drafted, and what tells them apart. */
export interface Case {
  readonly name: string;
  readonly answers: Answers;
  readonly text: string;
}

/** No service, all of them, and each alone. */
export const serviceSets: readonly (readonly string[])[] = [[], serviceIds, ...serviceIds.map((service) => [service])];

/** Whether a question is about no protocol and no service. */
export function isAside(id: string): boolean {
  return ['topology', 'commodity', 'country', 'meters', 'name'].includes(id);
}

/** Every topology with every choice of every protocol, the other protocols at their defaults, and every set of services. */
export function casesOf(topology: string, words: Words): Case[] {
  const cases = new Map<string, Case>();
  const add = (answers: Answers) => {
    const name = JSON.stringify(answers);
    cases.set(name, { name, answers, text: draftDesign(answers, words).text });
  };
  for (const services of serviceSets) {
    const asked = { topology: [topology], services };
    add(asked);
    for (const question of questionsFor(asked, words)) {
      if (question.many || isAside(question.id)) continue;
      for (const { id } of question.choices) add({ ...asked, [question.id]: [id] } satisfies Answers);
    }
  }
  return [...cases.values()];
}
