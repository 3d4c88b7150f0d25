import type { Catalogue, Citation, Definition, Mechanism, Requirement, Standard } from '../language/model/index.js';
import { standardName } from '../review/index.js';
import { escapeMarkdown } from './page.js';
import { citationWords } from './words.js';

/** A place in a document with its heading, if that is known; `seen`: checked against the text. */
export interface KnownPlace {
  readonly id: string;
  readonly title: string | null;
  readonly seen: boolean;
}

/** All places of one sort that a document is known to have. */
export interface KnownList {
  /** What they are, in the plural. */
  readonly of: string;
  readonly note: string;
  readonly places: readonly KnownPlace[];
}

export interface CoveredDocument {
  readonly standard: string;
  /** `standard` is a series: its parts are standards of their own, and each of them is a place. */
  readonly series?: boolean;
  /** Its places are the attack methods that are named after it. */
  readonly scenarios?: boolean;
  /** What stands before a place in words. */
  readonly prefix?: string;
  /** Titles of places of which there is no full list. */
  readonly titles: readonly KnownPlace[];
  readonly lists: readonly KnownList[];
}

/** One page of coverage. */
export interface CoverageTable {
  readonly page: string;
  readonly title: string;
  readonly documents: readonly CoveredDocument[];
}

interface Reference {
  readonly from: Requirement | Mechanism;
  readonly unverified: boolean;
}

interface Row {
  readonly place: string;
  readonly requirements: readonly Reference[];
  readonly mechanisms: readonly Reference[];
}

/** A document with the places of it that the catalogue names. */
interface Covered {
  readonly document: CoveredDocument;
  readonly rows: readonly Row[];
}

const whole = 'whole document';

/** The pages below `coverage/`, by file name. The requirements are those that have a page. */
export function coveragePages(
  tables: readonly CoverageTable[],
  requirements: readonly Requirement[],
  catalogue: Catalogue,
): ReadonlyMap<string, string> {
  const pages = tables.map((table) => ({
    table,
    covered: table.documents.map((document): Covered => ({ document, rows: rowsOf(document, requirements, catalogue) })),
  }));
  return new Map([
    ['coverage/README.md', overview(pages, requirements)],
    ...pages.map(({ table, covered }): [string, string] => [
      `coverage/${table.page}.md`,
      `# Coverage: ${escapeMarkdown(table.title)}\n\n${covered.map((one) => section(one, requirements, catalogue)).join('\n')}`,
    ]),
  ]);
}

/** The same page, its references leading to the page of their document's coverage. `up` leads from the page to the handbook's folder. */
export function withCoverageLinks(
  page: string,
  references: readonly Citation[],
  tables: readonly CoverageTable[],
  catalogue: Catalogue,
  up = '',
): string {
  const linked = new Map<string, string>();
  for (const citation of references) {
    const table = tables.find(({ documents }) => documents.some((one) => covers(one, citation)));
    if (table === undefined) continue;
    const words = escapeMarkdown(citationWords(citation, catalogue));
    const name = escapeMarkdown(standardName(citation.standard, catalogue));
    linked.set(words, `[${name}](${up}coverage/${table.page}.md)${words.slice(name.length)}`);
  }
  const lines = page.split('\n').map((text) => {
    const mark = text.startsWith('- ') ? '- ' : '';
    const link = linked.get(text.slice(mark.length));
    return link === undefined ? text : `${mark}${link}`;
  });
  return lines.join('\n');
}

function covers({ standard, series }: CoveredDocument, citation: Citation): boolean {
  return series === true ? citation.standard.startsWith(`${standard}-`) : citation.standard === standard;
}

/** One citation may name several places: `6(1)(a), 7`. */
function placesOf(citation: Citation, document: CoveredDocument, catalogue: Catalogue): string[] {
  if (document.series === true) {
    const part = standardName(citation.standard, catalogue);
    return [citation.clause === undefined ? part : `${part}, ${citation.clause}`];
  }
  return citation.clause?.split(', ') ?? [whole];
}

function rowsOf(document: CoveredDocument, requirements: readonly Requirement[], catalogue: Catalogue): Row[] {
  const referencesIn = (definitions: readonly (Requirement | Mechanism)[]) => {
    const byPlace = new Map<string, Reference[]>();
    for (const from of definitions) {
      for (const citation of from.see.filter((one) => covers(document, one))) {
        for (const place of placesOf(citation, document, catalogue)) {
          byPlace.set(place, [...(byPlace.get(place) ?? []), { from, unverified: citation.unverified }]);
        }
      }
    }
    return byPlace;
  };
  const byRequirement = referencesIn(requirements);
  const byMechanism = referencesIn([...catalogue.mechanisms.values()]);
  const scenarios = document.scenarios === true ? [...catalogue.attacks.keys()].flatMap((name) => scenarioPlace(document, name)) : [];
  return [...new Set([...byRequirement.keys(), ...byMechanism.keys(), ...scenarios])]
    .sort(inNaturalOrder)
    .map((place) => ({ place, requirements: byRequirement.get(place) ?? [], mechanisms: byMechanism.get(place) ?? [] }));
}

/** `nescor-ami.1` is the place `AMI.1` of `nescor`. */
function scenarioPlace({ standard }: CoveredDocument, attack: string): string[] {
  return attack.startsWith(`${standard}-`) ? [attack.slice(standard.length + 1).toUpperCase()] : [];
}

/** Numbers by their value, so that `SR 1.2` comes before `SR 1.10`; what names the whole document first. */
export function inNaturalOrder(one: string, other: string): number {
  if (one === whole || other === whole) return Number(other === whole) - Number(one === whole);
  const [left, right] = [one.split(/(\d+)/), other.split(/(\d+)/)];
  for (const [index, part] of left.entries()) {
    const against = right[index];
    if (against === undefined) return 1;
    // Every second part is a number.
    if (index % 2 === 1 && Number(part) !== Number(against)) return Number(part) - Number(against);
    if (index % 2 === 0 && part !== against) return part < against ? -1 : 1;
  }
  return left.length - right.length;
}

function section({ document, rows }: Covered, requirements: readonly Requirement[], catalogue: Catalogue): string {
  const standard = catalogue.standards.get(document.standard);
  const known = new Map([...document.titles, ...document.lists.flatMap(({ places }) => places)].map((one) => [one.id, one]));
  const rowTable = document.scenarios === true ? scenarioTables : placeTable;
  const open = document.lists.map((list) => notCovered(list, document, rows));
  return [headOf(document, standard, catalogue), countsOf(rows, requirements), rowTable(document, rows, known, catalogue), ...open].join('\n');
}

function headOf({ standard, series }: CoveredDocument, found: Standard | undefined, catalogue: Catalogue): string {
  const name = series === true ? standard.toUpperCase().replace('-', ' ') : standardName(standard, catalogue);
  const title = found?.title === undefined || found.title === name ? '' : `: ${found.title}`;
  const about = [found?.publisher, found?.edition].filter((one) => one !== undefined).map(escapeMarkdown);
  const published = about.length === 0 ? '' : `Published by ${about.join(', edition ')}. `;
  const text = found?.url === undefined ? '' : `Text: <${found.url}>. `;
  return `## ${escapeMarkdown(`${name}${title}`)}\n\n${published}${text}[How to read these tables](README.md).\n`;
}

function countsOf(rows: readonly Row[], requirements: readonly Requirement[]): string {
  const { places, naming, mechanisms, unverified, references } = countedIn(rows);
  const and = mechanisms === 0 ? '' : ` and ${counted(mechanisms, 'mechanism')}`;
  const checked =
    unverified === 0 ? 'all of them checked' : unverified === references ? 'all of them unverified' : `${unverified} of them unverified`;
  const words = `${naming} of the ${requirements.length} requirements${and} name ${counted(places, 'place')}`;
  return `${words}: ${counted(references, 'reference')}, ${checked}.\n`;
}

function countedIn(rows: readonly Row[]) {
  const references = rows.flatMap((row) => [...row.requirements, ...row.mechanisms]);
  const sources = (of: readonly Reference[]) => new Set(of.map(({ from }) => from.name)).size;
  return {
    places: rows.filter((row) => row.requirements.length + row.mechanisms.length > 0).length,
    naming: sources(rows.flatMap((row) => row.requirements)),
    mechanisms: sources(rows.flatMap((row) => row.mechanisms)),
    references: references.length,
    unverified: references.filter(({ unverified }) => unverified).length,
  };
}

function placeTable(document: CoveredDocument, rows: readonly Row[], known: ReadonlyMap<string, KnownPlace>, catalogue: Catalogue): string {
  const titleOf = (row: Row) => {
    const found = known.get(row.place);
    if (found === undefined || found.title === null) {
      return escapeMarkdown((document.series === true ? partTitle(row.place, catalogue) : undefined) ?? '');
    }
    const doubt = !found.seen && isChecked(row) ? ' (title unverified)' : '';
    return escapeMarkdown(`${found.title}${doubt}`);
  };
  const lines = rows.map((row) => [
    placeWords(row.place, document),
    titleOf(row),
    linksTo(row.requirements) || 'none',
    linksTo(row.mechanisms),
    checkedWords(row),
  ]);
  return markdownTable(['Place', 'Title', 'Requirements', 'Mechanisms', 'Reference'], lines);
}

function partTitle(place: string, catalogue: Catalogue): string | undefined {
  return [...catalogue.standards.values()].find(({ name }) => standardName(name, catalogue) === place)?.title;
}

/** The scenarios with what names them, and then once for each threat what is against it, since scenarios share their threats. */
function scenarioTables(
  document: CoveredDocument,
  rows: readonly Row[],
  known: ReadonlyMap<string, KnownPlace>,
  catalogue: Catalogue,
): string {
  const scenarios = rows.map((row) => {
    const attack = [...catalogue.attacks.values()].find(({ name }) => scenarioPlace(document, name)[0] === row.place);
    return { row, title: attack?.title ?? known.get(row.place)?.title ?? '', threats: attack?.leadsTo ?? [] };
  });
  const against = (threats: readonly string[]) =>
    [...catalogue.requirements.values()].filter(({ builtIn, mitigates }) => builtIn && mitigates.some((one) => threats.includes(one)));
  const lines = scenarios.map(({ row, title, threats }) => {
    const others = against(threats).filter(({ name }) => !row.requirements.some(({ from }) => from.name === name));
    return [
      placeWords(row.place, document),
      escapeMarkdown(title),
      threats.map(threatLink).join(', '),
      linksTo(row.requirements) || 'none',
      `${others.length}`,
      checkedWords(row),
    ];
  });
  const threats = [...catalogue.threats.values()].filter(({ name }) => scenarios.some((one) => one.threats.includes(name)));
  const threatLines = threats.map(({ name, title }) => [
    threatLink(name),
    escapeMarkdown(title ?? ''),
    scenarios
      .filter((one) => one.threats.includes(name))
      .map(({ row }) => placeWords(row.place, document))
      .join(', '),
    against([name])
      .map((one) => link(one))
      .join(', ') || 'none',
  ]);
  const head = ['Scenario', 'What happens', 'Leads to', 'Requirements that name it', 'Others against its threats', 'Reference'];
  return [
    markdownTable(head, lines),
    '### Requirements against the threats\n',
    'These requirements mitigate a threat that scenarios lead to, whether they name a scenario or not.\n',
    markdownTable(['Threat', 'Title', 'Scenarios that lead to it', 'Requirements that mitigate it'], threatLines),
  ].join('\n');
}

function notCovered(list: KnownList, document: CoveredDocument, rows: readonly Row[]): string {
  const named = new Map(rows.map((row) => [row.place, row]));
  const open = list.places.filter(({ id }) => (named.get(id)?.requirements.length ?? 0) === 0);
  const head = `### Not covered: ${list.of}\n`;
  const note = escapeMarkdown(list.note);
  const count = `${list.places.length - open.length} of the ${list.places.length} ${list.of} in the list are named by a requirement.`;
  if (open.length === 0) return [head, `${count} ${note}\n`].join('\n');
  const lines = open.map(({ id, title, seen }) => [
    placeWords(id, document),
    title === null ? 'not known' : escapeMarkdown(title),
    seen ? 'checked' : 'unverified',
    linksTo(named.get(id)?.mechanisms ?? []),
  ]);
  const which = open.length === 1 ? 'No requirement names this one' : `No requirement names these ${open.length}`;
  return [head, `${count} ${which}. ${note}\n`, markdownTable(['Place', 'Title', 'Id and title', 'Only named by mechanisms'], lines)].join('\n');
}

type Pages = readonly { readonly table: CoverageTable; readonly covered: readonly Covered[] }[];

function overview(pages: Pages, requirements: readonly Requirement[]): string {
  const lines = pages.map(({ table, covered }) => {
    const { places, naming, mechanisms, references, unverified } = countedIn(covered.flatMap(({ rows }) => rows));
    const open = covered.flatMap(({ document, rows }) => {
      const named = new Set(rows.filter((row) => row.requirements.length > 0).map(({ place }) => place));
      return document.lists.map((list) => `${list.places.filter(({ id }) => !named.has(id)).length} of ${list.places.length} ${list.of}`);
    });
    return [
      `[${escapeMarkdown(table.title)}](${table.page}.md)`,
      `${places}`,
      `${naming}`,
      `${mechanisms}`,
      `${unverified} of ${references}`,
      open.join('; ') || 'no full list',
    ];
  });
  const head = ['Document', 'Places named', 'Requirements', 'Mechanisms', 'Unverified references', 'Not covered'];
  return `# Coverage of standards and law

Requirements and mechanisms of the catalogue name the places of documents that they rest on. These tables turn that round: for each
place of a document, what names it. They count the ${requirements.length} requirements of the profile \`x1332\` and all mechanisms.

${markdownTable(head, lines)}
## How to read the tables

- A row says that a requirement or mechanism of the catalogue points to this place, and no more. A requirement may ask for less than
  the place does, or for something narrower.
- _Place_ is a clause, article, control or scenario, in the order of the document. _Whole document_ stands for a reference without one.
- _Reference_ says whether the place was checked against the text. \`checked\`: that the place exists and what it is about, not that
  every word was compared. \`unverified\`: it was not checked at all; look it up before you rely on it.
- The title of an \`unverified\` place was not checked either. A title that alone is in doubt says so.
- _Not covered_ lists the places that no requirement names, for those documents whose places are known. A place that only a mechanism
  names counts as not covered.

## What they do not say

- Coverage is not conformity. Neither a full table nor a review without findings shows that a system meets a document.
- A place that is not covered may be a gap of the catalogue, or none: many ask for policies, training, contracts or buildings, which the
  drawing of an architecture does not show. The lists do not tell these apart.
- Documents marked _no full list_ have places that no table here shows.
- The tables know the built-in catalogue only, not what \`cite\` adds in a workspace.
- There is no table for ITU-T X.1332: the catalogue is organised along it, but names none of its clauses.

Generated from \`catalogue/\` and \`tools/coverage.json\` by \`npm run handbook\`: change it there.
`;
}

function isChecked(row: Row): boolean {
  return [...row.requirements, ...row.mechanisms].some(({ unverified }) => !unverified);
}

/** `checked; unverified: jump-host` where the references to one place differ. */
function checkedWords(row: Row): string {
  const references = [...row.requirements, ...row.mechanisms];
  if (references.length === 0) return '';
  const doubtful = (of: readonly Reference[]) => of.filter(({ unverified }) => unverified);
  if (!isChecked(row)) return 'unverified';
  const words = [linksTo(doubtful(row.requirements)), linksTo(doubtful(row.mechanisms))].filter((one) => one !== '');
  return words.length === 0 ? 'checked' : `checked; unverified: ${words.join(', ')}`;
}

function placeWords(place: string, { prefix }: CoveredDocument): string {
  return escapeMarkdown(place === whole ? place : `${prefix ?? ''}${place}`);
}

function linksTo(references: readonly Reference[]): string {
  return references.map(({ from }) => link(from)).join(', ');
}

function link(one: Requirement | Mechanism): string {
  return `[${escapeMarkdown(one.name)}](../${'provides' in one ? 'mechanisms/' : ''}${one.name}.md)`;
}

function threatLink(name: Definition['name']): string {
  return `[${escapeMarkdown(name)}](../threats/${name}.md)`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]!.length)));
  const text = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return `${[text(head), text(widths.map((width) => '-'.repeat(width))), ...rows.map(text)].join('\n')}\n`;
}
