import type { LangiumDocument } from 'langium';
import { allElements, phaseOn } from '../../language/semantics/index.js';
import type { Architecture, Element } from '../../language/model/index.js';
import { tallyWords } from '../../report/tally.js';
import type { Assessment, Finding, Result } from '../../review/index.js';
import { protocolRangeOf } from '../range.js';
import type { Snapshot } from '../../workspace/index.js';
import type { Switches } from '../switches.js';
import type { Lens } from './provider.js';

/** Of a file that more designs share, the rest is told by number. */
const mostDesigns = 4;

/** How each design, each component, and whatever else has a finding above `info` stands; in a shared file for each design by itself. */
export function elementLenses(document: LangiumDocument, snapshot: Snapshot, settings: Switches): Lens[] {
  const [designs, others] = [settings.isOn('codeLens.designs'), settings.isOn('codeLens.elements')];
  const uri = document.uri.toString();
  const architectures = snapshot.designsOf(document.uri.toString());
  const { sources } = snapshot;
  const found = new Map<string, { readonly element: Element; readonly told: Map<string, Architecture[]> }>();
  for (const architecture of architectures) {
    const assessment = snapshot.assessmentOf(architecture);
    const table = snapshot.derived(assessment, 'findings and results by element', () => byElement(assessment));
    for (const element of allElements(architecture)) {
      if (element.file !== uri || !(element.sort === 'design' ? designs : others)) continue;
      const title = titleOf(element, table, assessment);
      if (title === undefined) continue;
      const entry = found.get(element.name) ?? { element, told: new Map<string, Architecture[]>() };
      found.set(element.name, entry);
      entry.told.set(title, [...(entry.told.get(title) ?? []), architecture]);
    }
  }
  return [...found.values()].flatMap(({ element, told }) =>
    lensesOf(element, protocolRangeOf(sources.rangeOf(element)), told, architectures.length),
  );
}

function lensesOf(element: Element, range: Lens['range'], told: ReadonlyMap<string, readonly Architecture[]>, designs: number): Lens[] {
  const of = (list: readonly Architecture[]) => ({
    designs: list.map(({ files }) => files[0]!),
    ...(element.sort === 'design' ? {} : { element: element.name }),
  });
  const lenses = [...told].slice(0, mostDesigns).map(([title, list]): Lens => {
    const names = list.map(({ design }) => design.name);
    const within =
      designs > 1 && element.sort !== 'design'
        ? `${names.slice(0, mostDesigns).join(', ')}${names.length > mostDesigns ? ', …' : ''}: `
        : '';
    return { range, title: `${within}${title}`, query: of(list) };
  });
  const left = [...told.values()].slice(mostDesigns).flat();
  return left.length === 0 ? lenses : [...lenses, { range, title: `${left.length} more designs`, query: of(left) }];
}

type ByElement = ReadonlyMap<string, { readonly findings: Finding[]; readonly results: Result[] }>;

function titleOf(element: Element, table: ByElement, { architecture, date, findings, results }: Assessment): string | undefined {
  if (element.sort === 'design') return [tallyWords(findings, results) || 'nothing applies', ...phaseNow(architecture, date)].join(' · ');
  const own = table.get(element.name);
  if (own === undefined) return undefined;
  // A line above every link for what is only worth knowing would hide those that need work.
  const needsWork = own.findings.some(({ severity }) => severity !== 'info');
  if (element.sort !== 'component' && !needsWork) return undefined;
  return tallyWords(own.findings, own.results) || undefined;
}

/** The phase that today is in: what is not there in it is not reviewed. */
function phaseNow({ phases }: Architecture, date: string): string[] {
  if (phases.length === 0) return [];
  const phase = phases[phaseOn(date, phases)];
  return [phase === undefined ? `before phase ${phases[0]!.name} (${phases[0]!.from})` : `phase ${phase.name}, since ${phase.from}`];
}

/** One pass over a review answers for all of its elements. */
function byElement(assessment: Assessment): ByElement {
  const table = new Map<string, { findings: Finding[]; results: Result[] }>();
  const of = (element: string) => {
    let entry = table.get(element);
    if (entry === undefined) table.set(element, (entry = { findings: [], results: [] }));
    return entry;
  };
  for (const finding of assessment.findings) of(finding.element).findings.push(finding);
  for (const result of assessment.results) of(result.element).results.push(result);
  return table;
}
