import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { grouped } from '../language/semantics/index.js';
import { restWords } from '../report/count.js';
import { problemAddress } from '../report/handbook.js';
import { listed } from '../report/words.js';
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
  const elements = [...grouped(told, ({ range: { start } }) => [`${start.line} ${start.character}`]).values()].sort(inText);
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
  const findings = told.map(({ finding }) => finding);
  const on = elements.map(([one]) => one!.finding.element);
  const names = on.length === 1 ? findings.map(({ requirement }) => requirement) : on;
  const where = on.length === 1 ? `on '${on[0]}'` : `on ${on.length} elements from here on`;
  const count = `${findings.length} further ${findings.length === 1 ? 'finding' : 'findings'} ${where}`;
  const message = `${count} (${restWords(findings)}): ${namesWords([...new Set(names)])}. Hover and quick fixes tell of each at its element.`;
  const severity = Math.min(...findings.map((one) => severityOf(one, shown))) as DiagnosticSeverity;
  const code = 'more-findings';
  const codeDescription = { href: problemAddress(code) };
  return { source: 'meterlint', code, codeDescription, severity, range: told[0]!.range, message, data: { code } };
}

function namesWords(names: readonly string[]): string {
  const left = names.length - mostNames;
  return listed(left > 1 ? [...names.slice(0, mostNames), `${left} more`] : names, 'and');
}
