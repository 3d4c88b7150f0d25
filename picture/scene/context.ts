import type { Architecture, Component, Element, Flow } from '../../language/model/index.js';
import { knownNames } from '../../language/semantics/index.js';
import { Evaluator, evaluatorOf, type Assessment, type Finding, type State } from '../../review/index.js';
import { devicesOf } from '../../review/devices.js';
import { badgesOf, findingsByElement } from './badges.js';
import { dataBehind, flowsBehind, readersOf, requirementsBehind, stateMarks, statesOf } from './chosen.js';
import type { PictureOptions } from './options.js';
import { outsideMark } from './outside.js';
import type { Badge, Mark } from './scene.js';

/** What of the review is shown on whatever is drawn: one answer for boxes, lines and rows. */
export interface DrawnReview {
  readonly architecture: Architecture;
  readonly evaluator: Evaluator;
  readonly control: string;
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  /** Whether findings are marked. */
  readonly marked: boolean;
  /** The flows that are drawn. */
  readonly flows: ReadonlySet<Flow>;
  /** The flows that links are judged by. */
  readonly judged: ReadonlySet<Flow>;
  readonly devices: (element: Element) => number;
  /** Who else runs a component; undefined of what is ours. */
  readonly outside: (component: Component) => Mark | undefined;
  readonly badges: (elements: readonly string[]) => Badge[];
  /** What was chosen says of some elements, or of a group of them as a whole. */
  readonly marks: (elements: readonly string[], isGroup: boolean) => Mark[];
  /** Whether what was chosen leaves these elements aside; never where nothing was chosen. */
  readonly isAside: (elements: readonly string[]) => boolean;
}

export function contextOf(architecture: Architecture, assessment: Assessment, options: PictureOptions): DrawnReview {
  const { flows: wanted, show, readers, findings: marked = true } = options;
  const isReviewed = architecture === assessment.architecture;
  const evaluator = isReviewed ? evaluatorOf(assessment) : Evaluator.of(architecture, assessment.date, assessment.profiles);
  const requirements = show === undefined ? undefined : requirementsBehind(show, architecture.catalogue);
  const found = findingsByElement(assessment, requirements, options.only?.severities);
  const states: ReadonlyMap<string, State> = requirements === undefined ? new Map() : statesOf(assessment, requirements);
  const data = readers === undefined ? new Set<string>() : dataBehind(readers, architecture);
  const reading = readers === undefined ? new Map<string, 'reads' | 'passes'>() : readersOf(data, evaluator);
  const flows = flowsBehind(wanted, architecture);
  const carrying = readers === undefined ? undefined : flowsBehind([readers], architecture);
  const touched = new Set([...states.keys(), ...reading.keys(), ...data]);
  const followed = [...(Array.isArray(wanted) ? flows : []), ...(carrying ?? [])];
  for (const flow of followed) {
    for (const name of [flow.name, ...flow.stops.flat(), ...flow.hops.flatMap(({ link }) => link ?? [])]) touched.add(name);
  }
  const outside = new Map<Component, Mark | undefined>();
  const isChosen = show !== undefined || readers !== undefined || Array.isArray(wanted);
  return {
    architecture,
    evaluator,
    control: options.control ?? knownNames.encryption,
    found,
    marked,
    flows,
    judged: carrying ?? (Array.isArray(wanted) ? flows : new Set(architecture.flows.values())),
    devices: devicesOf(evaluator.facts),
    outside: (component) => {
      if (!outside.has(component)) outside.set(component, outsideMark(component, evaluator));
      return outside.get(component);
    },
    badges: (elements) => (marked ? badgesOf(elements.flatMap((name) => found.get(name) ?? [])) : []),
    marks: (elements, isGroup) => [
      ...readingMarks(elements, reading, isGroup),
      ...stateMarks(
        elements.flatMap((name) => states.get(name) ?? []),
        isGroup,
      ),
    ],
    isAside: (elements) => isChosen && !elements.some((name) => touched.has(name)),
  };
}

function readingMarks(elements: readonly string[], reading: ReadonlyMap<string, 'reads' | 'passes'>, isGroup: boolean): Mark[] {
  const count = (how: 'reads' | 'passes') => elements.filter((name) => reading.get(name) === how).length;
  const [reads, passes] = [count('reads'), count('passes')];
  const some = (number: number) => (isGroup ? `${number} ` : '');
  return [
    ...(reads === 0 ? [] : [{ sort: 'reads' as const, words: `${some(reads)}can read it` }]),
    ...(passes === 0 ? [] : [{ sort: 'passes' as const, words: `${some(passes)}cannot read it` }]),
  ];
}
