import type { Catalogue, Mechanism, Requirement } from '../language/model/index.js';
import { standardName } from '../review/index.js';
import {
  type KnownPlace,
  type KnownList,
  type CoveredDocument,
  type CoverageTable,
  type Reference,
  type CoverageRow,
  type Covered,
  wholeDocument,
  rowsOf,
  scenarioPlace,
  openIn,
  isChecked,
} from '../summary/coverage-rows.js';
import { escapeMarkdown } from './page.js';

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
    ['coverage/README.md', overview(pages)],
    ...pages.map(({ table, covered }): [string, string] => [
      `coverage/${table.page}.md`,
      pageText(table, covered, requirements, catalogue),
    ]),
  ]);
}

function pageText(table: CoverageTable, covered: readonly Covered[], requirements: readonly Requirement[], catalogue: Catalogue): string {
  const sections =
    covered.length === 1
      ? covered.map((one) => section(one, '##', requirements, catalogue))
      : covered.map((one) => `## ${nameOf(one.document, catalogue)}\n\n${section(one, '###', requirements, catalogue)}`);
  return `# Coverage: ${escapeMarkdown(table.title)}\n\n${sections.join('\n')}`;
}

/** `mark` is that of the headings in it. */
function section({ document, rows }: Covered, mark: string, requirements: readonly Requirement[], catalogue: Catalogue): string {
  const known = new Map([...document.titles, ...document.lists.flatMap(({ places }) => places)].map((one) => [one.id, one]));
  const table =
    document.scenarios === true
      ? scenarioTables(document, rows, mark, requirements, catalogue)
      : placeTable(document, rows, known, catalogue);
  const open = document.lists.map((list) => notCovered(list, document, rows, mark));
  return [aboutOf(document, catalogue), countsOf(rows), table, ...open].join('\n');
}

function nameOf({ standard, series }: CoveredDocument, catalogue: Catalogue): string {
  const name = series === true ? standard.toUpperCase().replace('-', ' ') : standardName(standard, catalogue);
  const title = catalogue.standards.get(standard)?.title ?? name;
  return escapeMarkdown(title === name ? name : `${name}: ${title}`);
}

function aboutOf({ standard }: CoveredDocument, catalogue: Catalogue): string {
  const { publisher, edition, url } = catalogue.standards.get(standard) ?? {};
  const about = [
    publisher === undefined ? '' : `Publisher: ${escapeMarkdown(publisher)}. `,
    edition === undefined ? '' : `Edition: ${escapeMarkdown(edition)}. `,
    url === undefined ? '' : `Text: <${url}>. `,
  ];
  return `${about.join('')}[How to read these tables](README.md).\n`;
}

/** How many name the document, never of how many: a requirement more that does not name it leaves the page as it is. */
function countsOf(rows: readonly CoverageRow[]): string {
  const { places, naming, mechanisms, unverified, references } = countedIn(rows);
  const and = mechanisms === 0 ? '' : ` and ${counted(mechanisms, 'mechanism')}`;
  const checked =
    unverified === 0 ? 'all of them checked' : unverified === references ? 'all of them unverified' : `${unverified} of them unverified`;
  const name = naming + mechanisms === 1 ? 'names' : 'name';
  const words = `${counted(naming, 'requirement')}${and} ${name} ${counted(places, 'place')}`;
  return `${words}: ${counted(references, 'reference')}, ${checked}.\n`;
}

function countedIn(rows: readonly CoverageRow[]) {
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

function placeTable(
  document: CoveredDocument,
  rows: readonly CoverageRow[],
  known: ReadonlyMap<string, KnownPlace>,
  catalogue: Catalogue,
): string {
  const titleOf = (row: CoverageRow) => {
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
  rows: readonly CoverageRow[],
  mark: string,
  requirements: readonly Requirement[],
  catalogue: Catalogue,
): string {
  const scenarios = rows.map((row) => {
    const attack = [...catalogue.attacks.values()].find(({ name }) => scenarioPlace(document, name)[0] === row.place);
    return { row, place: placeWords(row.place, document), title: attack?.title ?? '', threats: attack?.leadsTo ?? [] };
  });
  const against = (threats: readonly string[]) => requirements.filter(({ mitigates }) => mitigates.some((one) => threats.includes(one)));
  const lines = scenarios.map(({ row, place, title, threats }) => {
    const naming = linksTo(row.requirements) || 'none';
    return [place, escapeMarkdown(title), threats.map(threatLink).join(', '), naming, checkedWords(row)];
  });
  const threats = [...catalogue.threats.values()].filter(({ name }) => scenarios.some((one) => one.threats.includes(name)));
  const threatLines = threats.map(({ name, title }) => {
    const leading = scenarios.filter((one) => one.threats.includes(name)).map(({ place }) => place);
    const mitigating = against([name]).map(link).join(', ');
    return [threatLink(name), escapeMarkdown(title ?? ''), leading.join(', '), mitigating || 'none'];
  });
  return [
    'What happens is said in the words of the catalogue, not with the title of the scenario. The second table has what is against its threats.\n',
    markdownTable(['Scenario', 'What happens', 'Leads to', 'Requirements that name it', 'Reference'], lines),
    `${mark} Requirements against the threats\n`,
    markdownTable(['Threat', 'Title', 'Scenarios that lead to it', 'Requirements that mitigate it'], threatLines),
  ].join('\n');
}

function notCovered(list: KnownList, document: CoveredDocument, rows: readonly CoverageRow[], mark: string): string {
  const open = openIn(list, rows);
  const named = list.places.length - open.length;
  const count = `${named} of the ${list.places.length} ${list.of} in the list ${named === 1 ? 'is' : 'are'} named by a requirement.`;
  const which = open.length === 0 ? '' : ` No requirement names ${open.length === 1 ? 'this one' : `these ${open.length}`}.`;
  const intro = `${mark} Not covered: ${list.of}\n\n${count}${which} ${escapeMarkdown(list.note)}\n`;
  if (open.length === 0) return intro;
  const lines = open.map(({ id, title, seen, kind }) => {
    const mechanisms = rows.find(({ place }) => place === id)?.mechanisms ?? [];
    const checked = seen ? 'checked' : 'unverified';
    return [placeWords(id, document), escapeMarkdown(title ?? 'not known'), checked, kind ?? '', linksTo(mechanisms)];
  });
  return `${intro}\n${markdownTable(['Place', 'Title', 'Id and title', 'Kind', 'Mechanisms that name it'], lines)}`;
}

type Pages = readonly { readonly table: CoverageTable; readonly covered: readonly Covered[] }[];

function overview(pages: Pages): string {
  const lines = pages.map(({ table, covered }) => {
    const { places, naming, mechanisms, references, unverified } = countedIn(covered.flatMap(({ rows }) => rows));
    const open = covered.flatMap(({ document, rows }) =>
      document.lists.map((list) => `${openIn(list, rows).length} of ${list.places.length} ${list.of}`),
    );
    return [
      `[${escapeMarkdown(table.title)}](${table.page}.md)`,
      `${places}`,
      `${naming}`,
      `${mechanisms}`,
      `${unverified} of ${references}`,
      open.join('; ') || 'no full list',
    ];
  });
  const head = ['Document', 'Places named', 'Requirements that name one', 'Mechanisms', 'Unverified references', 'Not covered'];
  return `# Coverage of standards and law

Requirements and mechanisms of the catalogue name the places of documents that they rest on. These tables turn that round: for each
place of a document, what names it. They count the requirements of the profile \`x1332\` and all mechanisms.

${markdownTable(head, lines)}
## How to read the tables

- A row says that a requirement or mechanism of the catalogue points to this place, and no more. A requirement may ask for less than
  the place does, or for something narrower. _\\(part\\)_ behind a name: it surely answers a part only, so that a report never counts the
  place as met by it.
- _Place_ is a clause, article, control or scenario, in the order of the document. _Whole document_ stands for a reference without one.
- _Reference_ says whether the place was checked against the text when the reference was written. \`checked\`: that the place exists and
  what it is about, not that every word was compared. \`unverified\`: look it up before you rely on it. Where references to one place
  differ, those that are unverified stand after the word.
- _Title_ may be shortened. Take the title of an \`unverified\` place for unverified too; a title that alone is in doubt says so.
- _Not covered_ lists the places that no requirement names, for those documents whose places are known. A place that only a mechanism
  names counts as not covered.

## What they do not say

- Coverage is not conformity. Neither a full table nor a review without findings shows that a system meets a document.
- A place that is not covered may be a gap of the catalogue, or none: many ask for policies, training, contracts or buildings, which the
  drawing of an architecture does not show. Where a list says so of a place, it is \`organisation\`, \`scope\`, \`definition\` or
  \`empowerment\`: no requirement can answer the last three.
- Documents marked _no full list_ have places that no table here shows.
- The tables know the built-in catalogue only, not what \`cite\` adds in a workspace.
- There is no table for ITU-T X.1332: the catalogue is organised along it, but names none of its clauses.

Generated from \`catalogue/\` and \`tools/coverage.json\` by \`npm run handbook\`: change it there.
`;
}

/** `checked; unverified: jump-host` where the references to one place differ. */
function checkedWords(row: CoverageRow): string {
  const references = [...row.requirements, ...row.mechanisms];
  if (references.length === 0) return '';
  const doubtful = (of: readonly Reference[]) => of.filter(({ unverified }) => unverified);
  if (!isChecked(row)) return 'unverified';
  const named = (of: readonly Reference[]) => doubtful(of).map(({ from }) => link(from));
  const words = [...named(row.requirements), ...named(row.mechanisms)];
  return words.length === 0 ? 'checked' : `checked; unverified: ${words.join(', ')}`;
}

function placeWords(place: string, { prefix }: CoveredDocument): string {
  return escapeMarkdown(place === wholeDocument ? place : `${prefix ?? ''}${place}`);
}

function linksTo(references: readonly Reference[]): string {
  return references.map(({ from, part }) => `${link(from)}${part ? ' (part)' : ''}`).join(', ');
}

function link(one: Requirement | Mechanism): string {
  return `[${escapeMarkdown(one.name)}](../${'provides' in one ? 'mechanisms/' : ''}${one.name}.md)`;
}

function threatLink(name: string): string {
  return `[${escapeMarkdown(name)}](../threats/${name}.md)`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** As Prettier writes it, without the columns that say nothing. */
function markdownTable(titles: readonly string[], lines: readonly (readonly string[])[]): string {
  const used = titles.map((_, column) => lines.some((cells) => cells[column] !== ''));
  const [head, ...rows] = [titles, ...lines].map((cells) => cells.filter((_, column) => used[column]));
  const widths = head!.map((title, column) => Math.max(3, title.length, ...rows.map((cells) => cells[column]!.length)));
  const text = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return `${[text(head!), text(widths.map((width) => '-'.repeat(width))), ...rows.map(text)].join('\n')}\n`;
}
