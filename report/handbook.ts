import type { Catalogue, Requirement } from '../language/model/index.js';
import { escapeMarkdown, requirementMarkdown } from './page.js';

const folder = 'https://github.com/meterlint/meterlint/blob/main/docs/catalogue';

/** Where a requirement's page stands; undefined for one of the workspace's own, which has none. */
export function handbookAddress(requirement: Requirement | undefined): string | undefined {
  return requirement?.builtIn === true ? `${folder}/${encodeURIComponent(requirement.name)}.md` : undefined;
}

/** Texts by file name: a page for each of the given requirements, in their order, and `README.md` that lists them. */
export function handbook(requirements: readonly Requirement[], catalogue: Catalogue): ReadonlyMap<string, string> {
  const pages = requirements.map((one) => [`${one.name}.md`, requirementMarkdown(one, catalogue)] as const);
  return new Map([...pages, ['README.md', contents(requirements)]]);
}

function contents(requirements: readonly Requirement[]): string {
  const categories = [...new Set(requirements.map(({ category }) => category ?? 'none'))];
  const sections = categories.map((category) => {
    const lines = requirements
      .filter((one) => (one.category ?? 'none') === category)
      .map(({ name, title }) => `- [${name}](${name}.md): ${escapeMarkdown(title ?? name)}`);
    return `## ${escapeMarkdown(category)}\n\n${lines.join('\n')}\n`;
  });
  const intro = `The ${requirements.length} requirements that a review asks for, in the words of the catalogue.
Generated from \`catalogue/\` by \`npm run handbook\`: change it there.
`;
  return ['# Requirements\n', intro, ...sections].join('\n');
}
