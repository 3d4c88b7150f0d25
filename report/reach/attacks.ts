import type { Catalogue } from '../../language/model/index.js';
import { inquiriesOf, type AttackAnswer, type AttackState, type RequirementsAnswer, type StepsAnswer } from '../../reach/index.js';
import type { Assessment, Result } from '../../review/index.js';
import { oneLine } from '../clean.js';
import { listed } from '../words.js';
import { doneWords, stepWords } from './words.js';

/** In the order in which they are told. */
export const attackStates = ['possible', 'perhaps', 'stopped', 'unconcerned'] as const satisfies readonly AttackState[];

export const attackStateWords: Readonly<Record<AttackState, string>> = {
  possible: 'possible',
  perhaps: 'perhaps',
  stopped: 'stopped',
  unconcerned: 'not concerned',
};

/** How an attack stands to a design, in words. */
export interface AttackTold {
  readonly name: string;
  readonly title: string;
  /** As words. */
  readonly state: string;
  /** What it comes to, or why not. */
  readonly why: string;
  /** What the answer rests on. */
  readonly basis: string;
  /** The steps in their order; none where the answer does not rest on steps. */
  readonly way: readonly string[];
}

/** The attacks of the catalogue, what is possible first; of one state in the order of the catalogue. */
export function attacksTold(assessment: Assessment): AttackTold[] {
  const { catalogue } = assessment.architecture;
  const all = inquiriesOf(assessment).attacks.now();
  return attackStates.flatMap((state) => all.filter(({ answer }) => answer.state === state).map((one) => toldOf(one, catalogue)));
}

function toldOf({ attack, answer }: AttackAnswer, catalogue: Catalogue): AttackTold {
  const isBySteps = answer.basis === 'steps';
  return {
    name: attack.name,
    title: oneLine(attack.title ?? attack.name),
    state: attackStateWords[answer.state],
    why: isBySteps ? whyBySteps(answer, catalogue) : whyByRequirements(answer),
    basis: basisWords[answer.basis],
    way: isBySteps ? answer.way.map(stepWords) : [],
  };
}

export const basisWords: Readonly<Record<AttackAnswer['answer']['basis'], string>> = {
  steps: 'its steps',
  named: 'the requirements against it',
  threats: 'the requirements against its threats',
};

function whyBySteps({ state, done, stoppedBy, missing }: StepsAnswer, { steps }: Catalogue): string {
  switch (state) {
    case 'possible':
    case 'perhaps': {
      const figure = done === undefined ? 'nothing stops it' : doneWords(done.figure, done.hold);
      const often = done === undefined || done.isMany ? '' : ', one device at a time';
      return `${figure}${often}${state === 'perhaps' ? ', where what the design leaves open is so' : ''}`;
    }
    case 'stopped':
      return `stopped by ${listed(stoppedBy, 'and')}`;
    case 'unconcerned': {
      const title = oneLine(steps.get(missing!.step)?.title ?? missing!.step);
      return missing!.isNowhere ? `there is no place for the step "${title}"` : `nothing leads to the step "${title}"`;
    }
  }
}

/** So many requirements are named, and of each so many elements. */
const mostNamed = 3;

function whyByRequirements({ basis, state, open, unknown, met }: RequirementsAnswer): string {
  switch (state) {
    case 'stopped':
      return `met: ${namedResults(met)}`;
    case 'unconcerned':
      return `none of ${basisWords[basis]} applies`;
    default: {
      const [what, results] = open.length > 0 ? (['open', open] as const) : (['not known', unknown] as const);
      const asked = open.length + unknown.length + met.length;
      if (basis === 'threats')
        return `${results.length} of ${asked} answers to ${basisWords[basis]} are ${what}; none is known to be against it`;
      return `${what}: ${namedResults(results)}${results.length < asked ? ` (${results.length} of ${asked})` : ''}`;
    }
  }
}

function namedResults(results: readonly Result[]): string {
  const on = new Map<string, string[]>();
  for (const { requirement, element } of results) on.set(requirement, [...(on.get(requirement) ?? []), element]);
  const told = [...on].slice(0, mostNamed).map(([requirement, elements]) => `${requirement} on ${few(elements)}`);
  return [...told, ...(on.size > mostNamed ? [`${on.size - mostNamed} more`] : [])].join('; ');
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed);
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown, 'and');
}

/** `12 possible, 3 perhaps, 20 stopped, 5 not concerned` */
export function attackCounts(told: readonly AttackTold[]): string {
  return attackStates
    .map((state) => `${told.filter((one) => one.state === attackStateWords[state]).length} ${attackStateWords[state]}`)
    .join(', ');
}

export const attacksLegend =
  'Possible: nothing that the design states stops it. Perhaps: it depends on what the design does not say, or only something against one of its threats is open. Not concerned: a step of it has no place here, or no requirement against it applies.';
