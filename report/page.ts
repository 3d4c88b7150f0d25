import {
  conditionWords,
  needWords,
  type Catalogue,
  type Control,
  type Definition,
  type Mechanism,
  type Requirement,
} from '../language/model/index.js';
import { citationWords, listed } from './words.js';

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** One page of the handbook. */
interface Page {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly sections: readonly Section[];
}

/** The page of a requirement, mechanism or control; undefined where there is none of that name. */
export function pageOf(name: string, catalogue: Catalogue): Page | undefined {
  const requirement = catalogue.requirements.get(name);
  if (requirement !== undefined) return requirementPage(requirement, catalogue);
  const mechanism = catalogue.mechanisms.get(name);
  if (mechanism !== undefined) return mechanismPage(mechanism, catalogue);
  const control = catalogue.controls.get(name);
  return control === undefined ? undefined : controlPage(control, catalogue);
}

export function requirementText(requirement: Requirement, catalogue: Catalogue): string {
  return plain(requirementPage(requirement, catalogue));
}

export function requirementMarkdown(requirement: Requirement, catalogue: Catalogue): string {
  return markdown(requirementPage(requirement, catalogue));
}

function requirementPage(requirement: Requirement, catalogue: Catalogue): Page {
  return {
    heading: headingOf(requirement),
    intro: [`Category: ${requirement.category ?? 'none'}`, `Severity: ${severityWords(requirement)}`],
    sections: [
      { title: 'Why', lines: given(requirement.because) },
      { title: 'What to do', lines: given(requirement.guidance) },
      { title: 'Where it applies, and what it needs', lines: requirement.rules.flatMap(ruleLines) },
      { title: 'Refines', lines: requirement.refines.map((name) => titled(name, catalogue.requirements)) },
      { title: 'Threats', lines: requirement.mitigates.map((name) => titled(name, catalogue.threats)) },
      { title: 'References', lines: requirement.see.map((citation) => citationWords(citation, catalogue)) },
      { title: 'Notes', lines: requirement.notes },
    ],
  };
}

function severityWords({ severity }: Requirement): string {
  const branches = severity.branches.map((branch) => `${branch.severity} where ${conditionWords(branch.condition)}`);
  return [...branches, severity.otherwise].join(', else ');
}

function ruleLines(rule: Requirement['rules'][number]): string[] {
  const where = rule.condition === undefined ? '' : ` where ${conditionWords(rule.condition)}`;
  return [
    `each ${rule.place}${where}`,
    ...rule.needs.map(
      (line) => `  needs ${needWords(line.need)}${line.condition === undefined ? '' : ` where ${conditionWords(line.condition)}`}`,
    ),
  ];
}

function mechanismPage(mechanism: Mechanism, catalogue: Catalogue): Page {
  return {
    heading: headingOf(mechanism),
    intro: given(mechanism.documentation),
    sections: [
      { title: 'Is', lines: mechanism.parents.map((name) => titled(name, catalogue.mechanisms)) },
      { title: 'May stand on', lines: mechanism.places.length === 0 ? ['anything'] : [listed(mechanism.places, 'and')] },
      { title: 'Provides', lines: mechanism.provides.map((name) => titled(name, catalogue.controls)) },
      { title: 'Is weak for', lines: mechanism.weaknesses.map(({ controls, because }) => `${controls.join(', ')}: ${because}`) },
      { title: 'References', lines: mechanism.see.map((citation) => citationWords(citation, catalogue)) },
      { title: 'Notes', lines: mechanism.notes },
    ],
  };
}

function controlPage(control: Control, catalogue: Catalogue): Page {
  const providers = [...catalogue.mechanisms.values()].filter((mechanism) => mechanism.provides.includes(control.name));
  return {
    heading: headingOf(control),
    intro: given(control.documentation),
    sections: [
      { title: 'May stand on', lines: control.places.length === 0 ? ['anything'] : [listed(control.places, 'and')] },
      { title: 'Includes', lines: control.implies.map((name) => titled(name, catalogue.controls)) },
      { title: 'Provided by', lines: providers.map(({ name }) => titled(name, catalogue.mechanisms)) },
      { title: 'Notes', lines: control.notes },
    ],
  };
}

function headingOf({ name, title }: Definition): string {
  return title === undefined ? name : `${name}: ${title}`;
}

function titled(name: string, table: ReadonlyMap<string, Definition>): string {
  const title = table.get(name)?.title;
  return title === undefined ? name : `${name} (${title})`;
}

function given(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

/** For terminals. */
export function plain(page: Page): string {
  const sections = page.sections.filter(({ lines }) => lines.length > 0);
  const body = sections.map(({ title, lines }) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  return [`${page.heading}\n${'='.repeat(page.heading.length)}`, ...page.intro, '', ...body].join('\n');
}

/** For viewers of Markdown. What the catalogue says is text, never markup. */
export function markdown(page: Page): string {
  const sections = page.sections.filter(({ lines }) => lines.length > 0);
  const listOf = (lines: readonly string[]) => (lines.length === 1 ? escapeMarkdown(lines[0]!) : lines.map(listItem).join('\n'));
  const body = sections.map(({ title, lines }) => `## ${title}\n\n${listOf(lines)}\n`);
  return [`# ${escapeMarkdown(page.heading)}\n`, ...page.intro.map((line) => `${escapeMarkdown(line)}\n`), ...body].join('\n');
}

/** What is indented belongs to the line before it. */
function listItem(line: string): string {
  return `${line.startsWith(' ') ? '  ' : ''}- ${escapeMarkdown(line.trim())}`;
}

export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(\s*)(\d+)\./gm, '$1$2\\.')
    .replace(/^(\s*)-/gm, '$1\\-');
}
