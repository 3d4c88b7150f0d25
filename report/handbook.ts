import type { ProblemCode } from '../language/wellformed/codes.js';
import type { Catalogue, Definition, Requirement } from '../language/model/index.js';
import { definitionSorts } from './definitions.js';
import { escapeMarkdown, pageMarkdown, type Page } from './page.js';
import { servicesPicture } from './services-at-work.js';
import { capital } from './words.js';

const docs = 'https://github.com/meterlint/meterlint/blob/main/docs';
const folder = `${docs}/catalogue`;

/** Where a requirement's page stands; undefined for one of the workspace's own, which has none. */
export function handbookAddress(requirement: Requirement | undefined): string | undefined {
  return requirement?.builtIn === true ? `${folder}/${encodeURIComponent(requirement.name)}.md` : undefined;
}

/** Where the page of a mistake's code stands. */
export function problemAddress(code: ProblemCode): string {
  return `${docs}/problems/${code}.md`;
}

/** A design that violates a requirement, what a review says of it, and the same design repaired. */
export interface RequirementExample {
  readonly violating: string;
  readonly messages: readonly string[];
  readonly repaired: string;
}

/**
 * Texts by file name: a page for each of the given requirements, in their order, and for each other definition; for each sort a list of
 * its own; and `README.md`, which lists the requirements and leads to the lists: every definition is two clicks from it.
 */
export function handbook(
  requirements: readonly Requirement[],
  catalogue: Catalogue,
  examples: ReadonlyMap<string, RequirementExample>,
): ReadonlyMap<string, string> {
  const listed = definitionSorts.map((sort) => ({ sort, all: sort.word === 'requirement' ? requirements : sort.all(catalogue) }));
  const pages = new Map<string, Page>(
    listed.flatMap(({ sort: { folder, page }, all }) =>
      all.map(({ name }): [string, Page] => [`${folder}${name}`, page(name, catalogue)!]),
    ),
  );
  const files = new Map<string, string>();
  for (const [name, page] of pages) {
    const up = name.includes('/') ? '../' : '';
    const text = pageMarkdown(page, (to) => (pages.has(to) ? `${up}${to}.md` : undefined));
    const example = examples.get(name);
    files.set(`${name}.md`, example === undefined ? text : `${text}\n${exampleText(example)}`);
  }
  for (const { sort, all } of listed) {
    if (sort.folder !== '')
      files.set(`${sort.folder}README.md`, `# ${capital(sort.plural)}\n\n${sort.overview?.(catalogue) ?? ''}${listOf(all)}\n`);
  }
  return files.set('README.md', contents(requirements));
}

function exampleText({ violating, messages, repaired }: RequirementExample): string {
  const found = messages.map((message) => `- ${escapeMarkdown(message)}`).join('\n');
  return `## Example\n\n${fenced(violating)}\nA review says:\n\n${found}\n\nRepaired:\n\n${fenced(repaired)}`;
}

function fenced(text: string): string {
  return `\`\`\`meter\n${text.trim()}\n\`\`\`\n`;
}

function contents(requirements: readonly Requirement[]): string {
  const categories = [...new Set(requirements.map(({ category }) => category ?? 'none'))];
  const sections = categories.map((category) => {
    const lines = listOf(requirements.filter((one) => (one.category ?? 'none') === category));
    return `## ${escapeMarkdown(category)}\n\n${lines}\n`;
  });
  const intro = `Everything that the catalogue defines has a page here: the requirements that a review asks for, and the words that
they and designs are written with. Generated from \`catalogue/\` by \`npm run handbook\`: change it there.
`;
  const lists = definitionSorts
    .filter(({ folder }) => folder !== '')
    .map(({ plural, folder, told }) => `- [${capital(plural)}](${folder}README.md): ${told}`);
  const model = `The services with who takes part in them are also [one picture](services/${servicesPicture}).`;
  return ['# The catalogue\n', intro, `## Lists\n\n${lists.join('\n')}\n\n${model}\n`, ...sections].join('\n');
}

function listOf(definitions: readonly Definition[]): string {
  return definitions.map(({ name, title }) => `- [${name}](${name}.md): ${escapeMarkdown(title ?? name)}`).join('\n');
}
