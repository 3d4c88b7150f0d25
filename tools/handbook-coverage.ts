import type { Catalogue, Citation, Requirement } from '../language/model/index.js';
import { pointsInto, type CoverageTable } from '../summary/coverage-rows.js';
import { coveragePages } from '../report/coverage.js';
import { escapeMarkdown } from '../report/page.js';
import { citationWords } from '../report/words.js';
import { standardName } from '../review/index.js';
import coverage from './coverage.json' with { type: 'json' };

export const coverageTables = coverage as readonly CoverageTable[];

/** The handbook's pages and those of coverage, each leading to the other. */
export function withCoverage(
  pages: ReadonlyMap<string, string>,
  requirements: readonly Requirement[],
  catalogue: Catalogue,
): ReadonlyMap<string, string> {
  const all = new Map(pages);
  const lead = (file: string, references: readonly Citation[], up: string) => {
    const page = pages.get(file);
    if (page !== undefined) all.set(file, withCoverageLinks(page, references, coverageTables, catalogue, up));
  };
  for (const { name, see } of requirements) lead(`${name}.md`, see, '');
  for (const { name, see } of catalogue.mechanisms.values()) lead(`mechanisms/${name}.md`, see, '../');
  for (const { name } of catalogue.standards.values()) {
    const table = coverageTables.find(({ documents }) => documents.some(({ standard }) => standard === name));
    const file = `standards/${name}.md`;
    const page = pages.get(file);
    if (table !== undefined && page !== undefined) all.set(file, `${page}\n[The table of its places](../coverage/${table.page}.md)\n`);
  }
  const links = coverageTables.map(({ page, title }) => `- [${escapeMarkdown(title)}](coverage/${page}.md)\n`).join('');
  const section = `## Coverage\n\n[Tables of the places](coverage/README.md) that requirements and mechanisms name in:\n\n${links}`;
  all.set(
    'README.md',
    (pages.get('README.md') ?? '').replace(/^## /m, (head) => `${section}\n${head}`),
  );
  return new Map([...all, ...coveragePages(coverageTables, requirements, catalogue)]);
}

/** The same page, its references leading to the coverage of their documents, or else to the page of the document. `up` leads to the handbook's folder. */
export function withCoverageLinks(
  page: string,
  references: readonly Citation[],
  tables: readonly CoverageTable[],
  catalogue: Catalogue,
  up: string,
): string {
  const linked = new Map<string, string>();
  for (const citation of references) {
    const table = tables.find(({ documents }) => documents.some((one) => pointsInto(one, citation)));
    const to = table === undefined ? `standards/${citation.standard}` : `coverage/${table.page}`;
    const words = escapeMarkdown(citationWords(citation, catalogue));
    const name = escapeMarkdown(standardName(citation.standard, catalogue));
    linked.set(words, `[${name}](${up}${to}.md)${words.slice(name.length)}`);
  }
  const lines = page.split('\n').map((text) => {
    const mark = text.startsWith('- ') ? '- ' : '';
    const link = linked.get(text.slice(mark.length));
    return link === undefined ? text : `${mark}${link}`;
  });
  return lines.join('\n');
}
