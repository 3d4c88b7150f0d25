import type { SourceMap } from '../../language/source/index.js';
import { editedFiles } from '../../language/writing/index.js';
import { fixTitle } from '../../report/fix-titles.js';
import {
  elementNamed,
  Evaluator,
  fixesFor,
  leafKey,
  leavesOf,
  questionsOf,
  review,
  type Assessment,
  type Finding,
  type Fix,
  type Leaf,
} from '../../review/index.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { reviewDate, weakDesigns, type Judged } from './designs.js';

/** What becomes of a design when its findings' preferred fixes are taken, one at a time. */
export interface AddOne {
  readonly design: string;
  /** At the start. */
  readonly findings: number;
  readonly steps: number;
  /** What people are asked once no preferred fix is left. */
  readonly questions: number;
  /** The requirements of the findings that are left once people have answered for each control they are asked about, a line for each. */
  readonly left: string[];
  /** Those that are left once the first statement that is offered (a value, a placement, a layer) is taken for each, too. */
  readonly unsaid: string[];
}

/** The same with what went wrong on the way. */
export interface Walk extends AddOne {
  /** Validation errors after a step, fixes that close nothing, texts that come back. The walk ends at the first. */
  readonly faults: readonly string[];
  /** What no preferred fix is left for, and which of that people are asked about. */
  readonly open: readonly Finding[];
  readonly asked: ReadonlySet<string>;
  /** Keys of the leaves that no control closes while something written limits it. */
  readonly limited: ReadonlySet<string>;
}

/** So many steps are enough, also where a mechanism brings further requirements with it. */
export const mostSteps = (findings: number) => findings * 3 + 20;

export async function addOne(): Promise<AddOne[]> {
  return (await walks()).map(({ design, findings, steps, questions, left, unsaid }) => ({
    design,
    findings,
    steps,
    questions,
    left,
    unsaid,
  }));
}

export async function walks(): Promise<Walk[]> {
  const workspace = await createWorkspace({});
  const all: Walk[] = [];
  for (const design of weakDesigns()) all.push(await walk(workspace, design));
  return all;
}

async function walk(workspace: Workspace, { name, files }: Judged): Promise<Walk> {
  const texts = new Map(Object.entries(files));
  // What is imported comes before what imports it.
  for (const [file, text] of [...texts].reverse()) await workspace.update(file, text);
  const release = holdCatalogue(workspace);
  const faults: string[] = [];
  const seen = new Set<string>([stateOf(texts)]);
  let assessment = assess(workspace, name);
  let sources = workspace.shared.meter.Designs.sources();
  const findings = assessment.findings.length;
  let steps = 0;
  let preferred: Assessment | undefined;
  let answered: Assessment | undefined;
  while (faults.length === 0 && steps < mostSteps(findings)) {
    const best = answered === undefined ? choose(assessment, sources) : undefined;
    if (best === undefined) preferred ??= assessment;
    const answer = best === undefined && answered === undefined ? chooseAnswer(assessment, sources) : undefined;
    if (best === undefined && answer === undefined) answered ??= assessment;
    // What a value or a layer brings up is answered as well.
    const chosen = best ?? answer ?? chooseAny(assessment, sources) ?? chooseAnswer(assessment, sources);
    if (chosen === undefined) break;
    const { finding, fix, closes } = chosen;
    const step = `step ${++steps}, ${finding.requirement} on ${finding.element}, '${fixTitle(fix, assessment.architecture.catalogue)}'`;
    await apply(workspace, texts, fix);
    faults.push(...mistakesIn(workspace, texts).map((mistake) => `${step}: ${mistake}`));
    assessment = assess(workspace, name);
    sources = workspace.shared.meter.Designs.sources();
    const after = assessment.findings.find(({ id }) => id === finding.id);
    const still = new Set(leavesOf(after?.gaps).map(leafKey));
    const left = closes.map(leafKey).filter((key) => still.has(key));
    if (left.length > 0) faults.push(`${step}: ${left.join(', ')} is still open`);
    const state = stateOf(texts);
    if (seen.has(state)) faults.push(`${step}: the text was there before`);
    seen.add(state);
  }
  release();
  for (const file of texts.keys()) await workspace.update(file, undefined);
  const told = ({ findings }: Assessment) => findings.map(({ requirement }) => requirement).sort();
  const { findings: open } = (preferred ??= assessment);
  const questions = questionsOf(preferred);
  const asked = new Set(questions.flatMap((question) => question.findings));
  const limited = limitedIn(preferred);
  const left = told(answered ?? assessment);
  return { design: name, findings, steps, questions: questions.length, left, unsaid: told(assessment), faults, open, asked, limited };
}

/** The leaves of controls that something written keeps weak on their elements: whatever is added, they stay open until that changes. */
function limitedIn({ architecture, date, findings }: Assessment): ReadonlySet<string> {
  const { grants } = Evaluator.of(architecture, date);
  const leaves = findings.flatMap(({ gaps }) => leavesOf(gaps));
  const isLimited = (leaf: Leaf) =>
    leaf.kind === 'control' && grants.limitOf(leaf.control, elementNamed(architecture, leaf.element, leaf.sort)!) !== undefined;
  return new Set(leaves.filter(isLimited).map(leafKey));
}

/** Fixes write into elements only: while a design is worked off, the definitions are read once instead of after each step. */
function holdCatalogue({ shared }: Workspace): () => void {
  const { Designs } = shared.meter;
  const [read, catalogue] = [Designs.catalogue.bind(Designs), Designs.catalogue()];
  Designs.catalogue = () => catalogue;
  return () => {
    Designs.catalogue = read;
  };
}

const stateOf = (texts: ReadonlyMap<string, string>) => [...texts.values()].join('\0');

function assess(workspace: Workspace, name: string): Assessment {
  const own = workspace.uri(name).toString();
  return review(
    workspace.shared.meter.Designs.all().find(({ files }) => files[0] === own)!,
    reviewDate,
  );
}

interface Choice {
  readonly finding: Finding;
  readonly fix: Fix;
  /** What it is said to close. */
  readonly closes: readonly Leaf[];
}

/** The first preferred fix of the first finding that has one. */
function choose(assessment: Assessment, sources: SourceMap): Choice | undefined {
  for (const finding of assessment.findings) {
    const preferred = fixesFor(finding, assessment, sources).filter((fix) => fix.preferred);
    const [fix] = preferred;
    if (fix === undefined) continue;
    // One that takes all others says nothing of what it closes: all that they close.
    const parts = fix.kind === 'all' ? preferred.slice(1) : [fix];
    const closes = leavesOf(finding.gaps).filter((leaf) =>
      parts.some((part) => part.closes?.element === leaf.element && leaf.kind === 'control' && part.closes.what === leaf.control),
    );
    return { finding, fix, closes };
  }
  return undefined;
}

/** The first plan that is offered, written as people write it who know: it is there already, and this shows it. */
function chooseAnswer(assessment: Assessment, sources: SourceMap): Choice | undefined {
  for (const finding of assessment.findings) {
    const plan = fixesFor(finding, assessment, sources).find(({ kind }) => kind === 'plan');
    if (plan === undefined) continue;
    const edits = plan.edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/planned for [\d-]+/, 'evidence "Report 1"') }));
    const closes = leavesOf(finding.gaps).filter((leaf) => leaf.kind === 'control' && plan.closes?.what === leaf.control);
    return { finding, fix: { ...plan, edits }, closes: closes.filter(({ element }) => element === plan.closes?.element) };
  }
  return undefined;
}

/** The first fix of the first finding that has one, whatever it has the author state; a decision closes nothing. */
function chooseAny(assessment: Assessment, sources: SourceMap): Choice | undefined {
  for (const finding of assessment.findings) {
    const fix = fixesFor(finding, assessment, sources).find(({ kind }) => kind !== 'accept' && kind !== 'exclude' && kind !== 'plan');
    if (fix === undefined) continue;
    const closes = leavesOf(finding.gaps).filter(
      (leaf) => fix.closes?.element === leaf.element && fix.closes.what === (leaf.kind === 'control' ? leaf.control : leaf.words),
    );
    return { finding, fix, closes };
  }
  return undefined;
}

async function apply(workspace: Workspace, texts: Map<string, string>, { edits }: Fix): Promise<void> {
  const fileAt = (uri: string) => [...texts.keys()].find((one) => workspace.uri(one).toString() === uri)!;
  for (const [uri, text] of editedFiles(edits, (one) => texts.get(fileAt(one))!)) {
    texts.set(fileAt(uri), text);
    await workspace.update(fileAt(uri), text);
  }
}

function mistakesIn(workspace: Workspace, texts: ReadonlyMap<string, string>): string[] {
  return [...texts.keys()].flatMap((file) => {
    const document = workspace.document(file);
    return [
      ...document.parseResult.lexerErrors.map(({ message }) => message),
      ...document.parseResult.parserErrors.map(({ message }) => message),
      ...workspace.mistakes(file).flatMap(({ severity, message }) => (severity === 'error' ? [message] : [])),
    ].map((message) => `${file}: ${message}`);
  });
}
