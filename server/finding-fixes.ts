import { URI } from 'langium';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import { oneLine } from '../report/clean.js';
import { fixesFor, type Assessment, type Finding, type Fix } from '../review/index.js';
import type { Snapshot } from '../workspace/index.js';
import { fixColumns, fixTitle } from '../report/fix-titles.js';
import { actionTitle } from './action-titles.js';
import { workspaceEdit } from './changes.js';
import { chooseFixCommand, type ChooseFixParams, type FixChoice } from './protocol.js';

/** A finding at the place that is asked about. */
export interface FindingHere {
  readonly finding: Finding;
  readonly assessment: Assessment;
  readonly diagnostic: Diagnostic;
}

/** How many gaps of a finding are shown, and how many ways to close each, by the number of findings in the menu; the last for more. */
const room = [
  { gaps: 3, ways: 3 },
  { gaps: 2, ways: 2 },
  { gaps: 1, ways: 1 },
] as const;

/** Decisions where none may stand are left out: they would do nothing. */
function allFixes(finding: Finding, assessment: Assessment, snapshot: Snapshot): readonly Fix[] {
  const fixes = snapshot.derived(finding, 'fixes', () => fixesFor(finding, assessment, snapshot.sources));
  const isRefused = ({ uri }: Fix['edits'][number]): boolean => !snapshot.mayDecide(URI.parse(uri));
  return fixes.filter(({ kind, edits }) => (kind !== 'accept' && kind !== 'exclude') || !edits.some(isRefused));
}

/**
 * The fixes to show of findings at one place, finding by finding. Of the mechanisms for a gap the best ones stand in the menu;
 * all of them are a choice away in clients that can show one, and in completion elsewhere.
 */
export function findingActions(asked: readonly FindingHere[], snapshot: Snapshot, chooses: boolean): CodeAction[] {
  const actions: CodeAction[] = [];
  const listed = new Set<string>();
  for (const { finding, assessment, diagnostic } of asked) {
    const crowd = new Set(asked.filter((one) => one.finding.element === finding.element).map((one) => one.finding.id)).size;
    const all = allFixes(finding, assessment, snapshot);
    const shown = chooses ? few(shortened(all, crowd, chooses), all) : shortened(all, crowd, chooses);
    for (const fix of shown) {
      const edit = workspaceEdit(fix.edits, snapshot);
      const key = JSON.stringify(edit);
      // What stands in the menu is not told again; but the best of each finding is told as what closes that finding.
      if (listed.has(key) && !fix.preferred) continue;
      listed.add(key);
      const title = fixTitle(fix, assessment.architecture.catalogue);
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: fix.preferred, edit });
    }
    const left = all.filter((fix) => !shown.includes(fix));
    if (chooses && left.length > 0) actions.push(choice(finding, diagnostic, left));
  }
  return actions;
}

/** Entries of a finding in the menu of a client that lets its user choose among all. */
const mostEntries = 3;

/** As many as leave room for the way to all others; what is preferred is never cut. */
function few(shown: readonly Fix[], all: readonly Fix[]): readonly Fix[] {
  const most = all.length > Math.min(shown.length, mostEntries) ? mostEntries - 1 : mostEntries;
  const best = [...shown.filter(({ preferred }) => preferred), ...shown.filter(({ preferred }) => !preferred)].slice(0, most);
  return shown.filter((fix) => best.includes(fix));
}

function shortened(fixes: readonly Fix[], crowd: number, chooses: boolean): readonly Fix[] {
  const most = room[Math.min(crowd, room.length) - 1]!;
  const isCrowded = most === room.at(-1);
  const gaps = new Map<string, number>();
  const takesAll = fixes.some(({ kind }) => kind === 'all');
  return fixes.filter(({ kind, closes, preferred }) => {
    if (kind === 'accept' || kind === 'exclude') return !isCrowded || !chooses;
    if (closes === undefined) return true;
    const key = `${closes.element} ${closes.what}`;
    const count = gaps.get(key) ?? 0;
    gaps.set(key, count + 1);
    // What takes everything in one step stands for its parts, too.
    if (preferred && (!takesAll || !chooses)) return true;
    const gap = [...gaps.keys()].indexOf(key);
    return count < most.ways && gap < most.gaps && !(isCrowded && takesAll);
  });
}

function choice({ id, requirement, file }: Finding, diagnostic: Diagnostic, left: readonly Fix[]): CodeAction {
  const what = left.every(({ kind }) => kind === 'mechanism') ? 'chooseMechanism' : 'chooseAnswer';
  const title = actionTitle([what, requirement, left.length]);
  const argument: ChooseFixParams = { uri: file, finding: id };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: chooseFixCommand, arguments: [argument] },
  };
}

/** All fixes of a finding, for a client that lets its user choose. */
export function fixChoices(uri: string, id: string, snapshot: Snapshot): FixChoice[] {
  const match = snapshot.findingsIn(uri).find(({ finding }) => finding.id === id);
  if (match === undefined) return [];
  return allFixes(match.finding, match.assessment, snapshot).map((fix) => {
    const { kind, edits } = fix;
    const changes = workspaceEdit(edits, snapshot).changes ?? {};
    return {
      title: fixTitle(fix, snapshot.catalogue),
      kind,
      ...fixColumns(fix, match.finding, snapshot.catalogue),
      written: writtenBy(changes, snapshot),
      changes,
    };
  });
}

/** What the first edit writes: a statement as such, and of something that is added to a list the whole line as it reads afterwards. */
function writtenBy(changes: FixChoice['changes'], snapshot: Snapshot): string {
  const [uri, edits] = Object.entries(changes)[0] ?? ['', []];
  const document = snapshot.documentAt(uri)?.textDocument;
  const [first] = edits;
  if (document === undefined || first === undefined) return '';
  const text = document.getText();
  const [start, end] = [document.offsetAt(first.range.start), document.offsetAt(first.range.end)];
  const before = text.slice(0, start).split(/\r?\n/).at(-1)!;
  const after = text.slice(end).split(/\r?\n/, 1)[0]!;
  const statement = first.newText.split(/\r?\n/).find((line) => line.trim().split(' ').length > 2);
  const line = statement ?? `${before}${first.newText}${after}`;
  return oneLine(line.replace(/^\s*\{|[{}]\s*$/g, ''))
    .replace(/ +/g, ' ')
    .trim();
}
