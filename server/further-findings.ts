import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { grouped } from '../language/semantics/index.js';
import { restWords } from '../report/count.js';
import { problemAddress } from '../report/handbook.js';
import { listed } from '../report/words.js';
import { evaluatorOf, type Finding } from '../review/index.js';
import { severityOf, type ShownSeverities } from './severity.js';
import type { LocatedFinding } from './told-findings.js';

/** An editor such as VS Code shows a thousand problems of a file: room enough for these, the single findings and the mistakes. */
export const mostGroups = 500;

/** So many requirements, or elements, stand in the message of a group. */
const mostNames = 6;

/**
 * Findings together at the elements that they are about, in the order of the text; where there are more elements than room, some that
 * follow each other stand together at the first of them. Each finding is told in one group.
 */
export function furtherFindings(told: readonly LocatedFinding[], shown: ShownSeverities = {}): Diagnostic[] {
  // Findings on one element have one range.
  const starts = new Map<LocatedFinding['range'], readonly string[]>();
  const startOf = ({ range }: LocatedFinding): readonly string[] => {
    let start = starts.get(range);
    if (start === undefined) starts.set(range, (start = [`${range.start.line} ${range.start.character}`]));
    return start;
  };
  const elements = [...grouped(told, startOf).values()].sort(inText);
  const each = Math.ceil(elements.length / mostGroups);
  const count = elements.length === 0 ? 0 : Math.ceil(elements.length / each);
  return Array.from({ length: count }, (_, at) => groupDiagnostic(elements.slice(at * each, (at + 1) * each), shown));
}

function inText([one]: readonly LocatedFinding[], [other]: readonly LocatedFinding[]): number {
  const [a, b] = [one!.range.start, other!.range.start];
  return a.line - b.line || a.character - b.character;
}

function groupDiagnostic(elements: readonly (readonly LocatedFinding[])[], shown: ShownSeverities): Diagnostic {
  const told = elements.flat();
  const severity = Math.min(...told.map(({ finding }) => severityOf(finding, shown))) as DiagnosticSeverity;
  const code = 'more-findings';
  const codeDescription = { href: problemAddress(code) };
  return {
    source: 'meterlint',
    code,
    codeDescription,
    severity,
    range: told[0]!.range,
    message: groupMessage(elements, told),
    data: { code },
  };
}

/** Of the same findings the same words, for as long as their review is the same. */
function groupMessage(elements: readonly (readonly LocatedFinding[])[], told: readonly LocatedFinding[]): string {
  const [{ finding: first, assessment }] = told as [LocatedFinding, ...LocatedFinding[]];
  const known = evaluatorOf(assessment).derived(first, 'words of a group', (): { group: Group | undefined } => ({ group: undefined }));
  const findings = told.map(({ finding }) => finding);
  if (known.group === undefined || !isSameList(known.group.findings, findings)) {
    known.group = { findings, message: groupWords(elements, findings) };
  }
  return known.group.message;
}

interface Group {
  readonly findings: readonly Finding[];
  readonly message: string;
}

function isSameList(some: readonly Finding[], others: readonly Finding[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

function groupWords(elements: readonly (readonly LocatedFinding[])[], findings: readonly Finding[]): string {
  const on = elements.map(([one]) => one!.finding.element);
  const names = on.length === 1 ? findings.map(({ requirement }) => requirement) : on;
  const where = on.length === 1 ? `on '${on[0]}'` : `on ${on.length} elements from here on`;
  const count = `${findings.length} further ${findings.length === 1 ? 'finding' : 'findings'} ${where}`;
  return `${count} (${restWords(findings)}): ${namesWords([...new Set(names)])}. Hover and quick fixes tell of each at its element.`;
}

function namesWords(names: readonly string[]): string {
  const left = names.length - mostNames;
  return listed(left > 1 ? [...names.slice(0, mostNames), `${left} more`] : names, 'and');
}
