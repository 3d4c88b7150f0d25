import type { ProblemCode } from '../language/wellformed/codes.js';
import type { Catalogue, Definition, Requirement } from '../language/model/index.js';
import { escapeMarkdown, pageMarkdown, type Page } from './page.js';
import { mechanismPage, requirementPage, threatPage } from './pages.js';

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
 * Texts by file name: a page for each of the given requirements, in their order, for each mechanism and for each threat, and
 * `README.md` that lists the requirements.
 */
export function handbook(
  requirements: readonly Requirement[],
  catalogue: Catalogue,
  examples: ReadonlyMap<string, RequirementExample>,
): ReadonlyMap<string, string> {
  const pages = new Map<string, Page>([
    ...requirements.map((one): [string, Page] => [one.name, requirementPage(one, catalogue)]),
    ...[...catalogue.mechanisms.values()].map((one): [string, Page] => [`mechanisms/${one.name}`, mechanismPage(one, catalogue)]),
    ...[...catalogue.threats.values()].map((one): [string, Page] => [`threats/${one.name}`, threatPage(one, catalogue)]),
  ]);
  const files = new Map<string, string>();
  for (const [name, page] of pages) {
    const up = name.includes('/') ? '../' : '';
    const text = pageMarkdown(page, (to) => (pages.has(to) ? `${up}${to}.md` : undefined));
    const example = examples.get(name);
    files.set(`${name}.md`, example === undefined ? text : `${text}\n${exampleText(example)}`);
  }
  return files.set('README.md', contents(requirements, catalogue));
}

function exampleText({ violating, messages, repaired }: RequirementExample): string {
  const found = messages.map((message) => `- ${escapeMarkdown(message)}`).join('\n');
  return `## Example\n\n${fenced(violating)}\nA review says:\n\n${found}\n\nRepaired:\n\n${fenced(repaired)}`;
}

function fenced(text: string): string {
  return `\`\`\`meter\n${text.trim()}\n\`\`\`\n`;
}

function contents(requirements: readonly Requirement[], catalogue: Catalogue): string {
  const categories = [...new Set(requirements.map(({ category }) => category ?? 'none'))];
  const sections = categories.map((category) => {
    const lines = listOf(
      requirements.filter((one) => (one.category ?? 'none') === category),
      '',
    );
    return `## ${escapeMarkdown(category)}\n\n${lines}\n`;
  });
  const intro = `The requirements that a review asks for, in the words of the catalogue; then the mechanisms that
close them, and the threats behind them. Generated from \`catalogue/\` by \`npm run handbook\`: change it there.
`;
  const mechanisms = `## Mechanisms\n\n${listOf([...catalogue.mechanisms.values()], 'mechanisms/')}\n`;
  const threats = `## Threats\n\n${listOf([...catalogue.threats.values()], 'threats/')}\n`;
  return ['# Requirements, mechanisms and threats\n', intro, ...sections, mechanisms, threats].join('\n');
}

function listOf(definitions: readonly Definition[], below: string): string {
  return definitions.map(({ name, title }) => `- [${name}](${below}${name}.md): ${escapeMarkdown(title ?? name)}`).join('\n');
}
