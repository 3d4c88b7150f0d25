import { codeGroups, type CodeMeaning } from '../language/wellformed/codes.js';
import { examples, withoutExample, type ProblemExample } from './problem-examples.js';

const introductions: Readonly<Record<string, string>> = {
  Declarations: 'Reported by `meterlint check --redundant` only, which reports `unread-statement` as information, too.',
};
const firstList = '## Names and text\n';

/** Texts by their path below `docs/`: the lists at the end of `problems.md`, which keeps what stands before them, and a page for each code. */
export function problemPages(overview: string): ReadonlyMap<string, string> {
  const all = examples();
  const pages = new Map<string, string>();
  const before = overview.slice(0, overview.indexOf(firstList));
  pages.set(
    'problems.md',
    before +
      Object.entries(codeGroups)
        .map(([title, codes]) => listOf(title, codes))
        .join('\n'),
  );
  for (const codes of Object.values(codeGroups)) {
    for (const [code, meaning] of Object.entries(codes)) pages.set(`problems/${code}.md`, pageOf(code, meaning, all.get(code)));
  }
  return pages;
}

function listOf(title: string, codes: Readonly<Record<string, CodeMeaning>>): string {
  const introduction = introductions[title];
  const rows = Object.entries(codes).map(([code, { title: what, advice, ...how }]) => [
    `[\`${code}\`](problems/${code}.md)`,
    severityOf(how),
    advice === undefined ? what : `${what} ${advice}`,
  ]);
  return `## ${title}\n\n${introduction === undefined ? '' : `${introduction}\n\n`}${table(['code', 'severity', 'what it means, and what to do'], rows)}`;
}

/** Columns are as wide as their widest cell, as the formatter of the pages wants it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |\n`;
  return line(head) + line(widths.map((width) => '-'.repeat(width))) + rows.map(line).join('');
}

function severityOf({ severities, hides }: Pick<CodeMeaning, 'severities' | 'hides'>): string {
  return `${severities.join(' or ')}${hides ? ' ●' : ''}`;
}

function pageOf(code: string, { title, advice, severities, hides }: CodeMeaning, example: ProblemExample | undefined): string {
  const hidden = hides ? ' It hides a part of the design, so that the exit code is 2.' : '';
  const about = [title, ...(advice === undefined ? [] : [advice])].join(' ');
  const shown = example === undefined ? `${withoutExample[code]!}\n` : exampleText(example);
  return `# ${code}\n\n${about}\n\nSeverity: ${severities.join(' or ')}.${hidden}\n\n${shown}\n[All codes](../problems.md)\n`;
}

function exampleText({ wrong, repaired, also, beside, decisionsFrom }: ProblemExample): string {
  const others = Object.entries(beside).map(([file, text]) => `Beside it, \`${file}\`:\n\n${fenced(text)}`);
  const rule = decisionsFrom === undefined ? [] : [`Where only \`${decisionsFrom}\` may hold decisions (\`meterlint.decisions.from\`).\n`];
  const follows = also === undefined ? [] : [`[\`${also}\`](${also}.md) follows from it.\n`];
  return [`## Example\n\n${fenced(wrong)}`, ...follows, ...rule, ...others, `Repaired:\n\n${fenced(repaired)}`].join('\n');
}

function fenced(text: string): string {
  return `\`\`\`meter\n${text.trim()}\n\`\`\`\n`;
}
