import type { Architecture, Yield } from '../../language/model/index.js';
import {
  inquiriesOf,
  sizeOf,
  type Figure,
  type Firing,
  type HarmWays,
  type Measure,
  type Measures,
  type WayToHarm,
  type WorstHarm,
} from '../../reach/index.js';
import { oneLine } from '../../report/clean.js';
import { harmSentence } from '../../report/reach/text.js';
import { doneWords, positionName, proofWords, stepWords, worstWords } from '../../report/reach/words.js';
import { listed } from '../../report/words.js';
import { elementNamed, leavesOf, type Assessment, type Finding } from '../../review/index.js';
import type { Snapshot } from '../../workspace/index.js';
import type { WayRow } from '../protocol/ways-in.js';
import { protocolRangeOf } from '../range.js';

/** A row, and what stands below it; both are found when they are shown. */
export interface WayNode {
  readonly id: string;
  readonly row: () => Omit<WayRow, 'id' | 'hasRows'>;
  readonly rows?: (() => readonly WayNode[]) | undefined;
}

/** The harms of each design, the design from which most is done first; of a design of which nothing is found out yet, nothing. */
export function wayNodes(snapshot: Snapshot): WayNode[] {
  const assessments = [...snapshot.assessments].sort((one, other) => worstSize(other) - worstSize(one));
  return assessments.flatMap((assessment): readonly WayNode[] => {
    const rows = harmNodes(assessment, snapshot);
    if (assessments.length === 1) return rows;
    const { design, files } = assessment.architecture;
    const label = oneLine(design.title ?? design.name);
    const most = (inquiriesOf(assessment).ways.known ?? []).flatMap(({ hold, worst }) =>
      worst === undefined ? [] : [done(worst.figure, hold)],
    );
    const description = most.length === 0 ? 'no way is known' : [...new Set(most)].join(', ');
    const row = { sort: 'group', label, description, detail: `${label}: ${description}`, spoken: `${label}, ${description}` } as const;
    return [
      { id: files[0]!, row: () => ({ ...row, sign: most.length === 0 ? 'none' : 'harm', isOpen: most.length > 0 }), rows: () => rows },
    ];
  });
}

/** The ids down to the row of a position. */
export function pathTo({ row, hold }: WorstHarm, { files, catalogue }: Architecture, { assessments }: Snapshot): string[] {
  const harm = [...catalogue.harms.values()].find(({ counts }) => counts?.hold === hold)?.name;
  if (harm === undefined) return [];
  return [...(assessments.length === 1 ? [] : [files[0]!]), harm, 'from', positionName(row)];
}

function worstSize(assessment: Assessment): number {
  return Math.max(0, ...(inquiriesOf(assessment).ways.known ?? []).map(({ worst }) => (worst === undefined ? 0 : sizeOf(worst.figure))));
}

/** What the rows of one design are told with. */
interface Told {
  readonly assessment: Assessment;
  readonly snapshot: Snapshot;
  readonly measures: Measures;
}

/** The harms of one design, as far as it is found out what leads to them. */
export function harmNodes(assessment: Assessment, snapshot: Snapshot): WayNode[] {
  const { ways, measures } = inquiriesOf(assessment);
  if (measures.known === undefined) return [];
  const told = { assessment, snapshot, measures: measures.known };
  return (ways.known ?? []).map((one) => harmNode(one, told));
}

function harmNode(one: HarmWays, told: Told): WayNode {
  const { harm, hold, worst, cut, ways } = one;
  const label = oneLine(harm.title ?? harm.name);
  const number = ways.length === 1 ? 'one way' : `${ways.length} ways`;
  const row: WayRowTold = {
    sort: 'harm',
    // In a narrow list the figure is what has to be read.
    label: worst === undefined ? label : done(worst.figure, hold),
    description: worst === undefined ? worstWords(one) : `from ${worst.entry.subject}, ${number} in all · ${label}`,
    detail: harmSentence(one),
    spoken: `${label}, ${worstWords(one)}. ${proofWords(one)}`,
    sign: worst === undefined ? 'none' : 'harm',
    ...(cut.length === 0 ? {} : { cut: cutOf(one, told) }),
    ...(worst === undefined ? {} : placeOf(worst.entry.subject, told)),
  };
  if (ways.length === 0) return { id: harm.name, row: () => row };
  return { id: harm.name, row: () => row, rows: () => [cutNode(one, told), waysNode(one, told), positionsNode(one, told)] };
}

type WayRowTold = Omit<WayRow, 'id' | 'hasRows'>;

/** The walk through a diagram that shows what stands below a row. */
export function walkOf(harm: { readonly name: string }, ...path: readonly string[]): string {
  return JSON.stringify([harm.name, ...path]);
}

function playOf(one: HarmWays, { assessment }: Told, ...path: readonly string[]): Pick<WayRow, 'play'> {
  return { play: { design: assessment.architecture.files[0]!, walk: walkOf(one.harm, ...path) } };
}

function cutOf({ harm }: HarmWays, { assessment }: Told): WayRow['cut'] {
  return { design: assessment.architecture.files[0]!, harm: harm.name };
}

function cutNode(one: HarmWays, told: Told): WayNode {
  const { cut, ways } = one;
  const description = proofWords(one);
  return {
    id: 'cut',
    row: () => ({
      sort: 'cut',
      label: 'Smallest set of measures',
      description,
      detail: [description, ...cut.map(({ key }) => `- ${key}`)].join('\n'),
      spoken: `Smallest set of measures: ${description}`,
      sign: 'cut',
      isOpen: true,
      ...(cut.length === 0 ? {} : { cut: cutOf(one, told), ...playOf(one, told, 'cut') }),
    }),
    rows: cut.length === 0 ? undefined : () => cut.map((measure) => measureNode(measure, ways, told)),
  };
}

function measureNode(measure: Measure, ways: readonly WayToHarm[], told: Told): WayNode {
  const { key, element } = measure;
  const on = ways.filter(({ stops }) => stops.some((sets) => sets.some((set) => set.includes(key)))).length;
  return {
    id: key,
    row: () => ({
      sort: 'measure',
      label: key,
      description: `on ${on} of ${ways.length} ways`,
      detail: `${key}: closes a step of ${on} of ${ways.length} ways`,
      spoken: `${key}, on ${on} of ${ways.length} ways`,
      sign: 'measure',
      ...placeOf(element, told),
      ...aboutMeasures([measure], told),
    }),
  };
}

function waysNode(one: HarmWays, told: Told): WayNode {
  const { ways } = one;
  return {
    id: 'ways',
    row: () => section('Ways, the cheapest first', `${ways.length}`, 'way'),
    rows: () => ways.map((way, index) => wayNode(way, index, one, told)),
  };
}

function wayNode({ entry, steps, stops, cost, sure, figure, canBeEnded }: WayToHarm, index: number, harm: HarmWays, told: Told): WayNode {
  const act = steps.at(-1)!;
  const id = `${entry.step.name} ${entry.subject} ${entry.to.element} > ${act.step.name} ${act.subject}`;
  const said = [done(figure, harm.hold), `effort ${cost}`, ...(sure ? [] : ['perhaps']), ...(canBeEnded ? [] : ['no control ends it'])];
  const label = `${index + 1}. ${stepWords(entry)}`;
  return {
    id,
    row: () => ({
      sort: 'group',
      label,
      description: said.join(' · '),
      detail: [`${said.join(', ')}:`, ...steps.map((step) => `- ${stepWords(step)}`)].join('\n'),
      spoken: `${label}, ${said.join(', ')}`,
      sign: 'way',
      isOpen: index === 0,
      ...playOf(harm, told, 'ways', id),
      ...placeOf(entry.subject, told),
    }),
    rows: () => steps.map((step, at) => stepNode(step, stops[at]!, at, told)),
  };
}

/** A step with what is missing against it. */
function stepNode(firing: Firing, stops: readonly (readonly string[])[], index: number, told: Told): WayNode {
  const { step, subject } = firing;
  const label = oneLine(step.title ?? step.name);
  const missing = stops.map((set) => listed(set, 'and'));
  const said = missing.length === 0 ? 'nothing stops it' : `missing: ${listed(missing, 'or')}`;
  const measures = stops.flat().map((key) => told.measures.all.get(key)!);
  return {
    id: `${index} ${step.name} ${subject}`,
    row: () => ({
      sort: 'step',
      label,
      description: `${subject} · ${said}`,
      detail: [`${label}, on ${subject}`, said, ...(step.because === undefined ? [] : [oneLine(step.because)])].join('\n'),
      spoken: `${label}, on ${subject}, ${said}`,
      sign: 'step',
      page: step.name,
      ...placeOf(subject, told),
      ...aboutMeasures(measures, told),
    }),
  };
}

/** From where something is done, the most first. */
function positionsNode(one: HarmWays, told: Told): WayNode {
  const { hold } = one;
  const rows = (inquiriesOf(told.assessment).positions.known ?? []).filter(({ reached }) => reached[hold].figure.high !== 0);
  const sorted = [...rows].sort((one, other) => sizeOf(other.reached[hold].figure) - sizeOf(one.reached[hold].figure));
  return {
    id: 'from',
    row: () => section('From where', `${rows.length} ${rows.length === 1 ? 'position' : 'positions'}`, 'position'),
    rows: () =>
      sorted.map((row): WayNode => {
        const { figure, way, bounds } = row.reached[hold];
        const label = positionName(row);
        const said = [done(figure, hold), ...bounds.map((bound) => `bounded by ${bound}`)];
        return {
          id: label,
          row: () => ({
            sort: 'group',
            label,
            description: said.join(' · '),
            detail: [`${label}: ${said.join(', ')}`, ...way.map((step) => `- ${stepWords(step)}`)].join('\n'),
            spoken: `${label}, ${said.join(', ')}`,
            sign: 'position',
            ...playOf(one, told, 'from', label),
            ...placeOf(row.foothold.element, told),
          }),
          rows: () => way.map((step, at) => stepNode(step, told.measures.of(step), at, told)),
        };
      }),
  };
}

function section(label: string, description: string, sign: WayRow['sign']): WayRowTold {
  return { sort: 'section', label, description, detail: `${label}: ${description}`, spoken: `${label}, ${description}`, sign };
}

function done(figure: Figure, hold: Yield): string {
  return doneWords(figure, hold);
}

function placeOf(name: string, { assessment, snapshot }: Told): Pick<WayRow, 'place'> {
  const element = elementNamed(assessment.architecture, name);
  if (element === undefined) return {};
  const range = snapshot.sources.rangeOf(element);
  return { place: { uri: range.uri, range: protocolRangeOf(range) } };
}

/** The finding that one of some measures closes: what can be done about it, and decided on it, is done there. */
function aboutMeasures(measures: readonly Measure[], { assessment, snapshot }: Told): Pick<WayRow, 'about'> {
  const known = snapshot.derived(assessment, 'findings by measure', () => findingsByMeasure(assessment));
  const finding = measures.flatMap(({ key }) => known.get(key) ?? [])[0];
  if (finding === undefined) return {};
  const { file, id, requirement, element } = finding;
  return { about: { uri: file, finding: id, requirement, element } };
}

/** Findings stand in their order: the gravest that lacks something is the one that is told. */
function findingsByMeasure({ findings }: Assessment): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>();
  for (const finding of findings) {
    for (const leaf of leavesOf(finding.gaps)) {
      const key = `${leaf.kind === 'control' ? leaf.control : leaf.words} on ${leaf.element}`;
      if (!found.has(key)) found.set(key, finding);
    }
  }
  return found;
}
