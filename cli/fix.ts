import { URI } from 'langium';
import { forTerminal } from '../report/clean.js';
import { patchOf } from '../report/patch.js';
import { aboutWords, questionCount, questionText } from '../report/questions.js';
import { cutLines } from '../report/reach/cut.js';
import { groupQuestions, type QuestionGroup } from '../summary/questions.js';
import { counted } from '../summary/count.js';
import { fixCut } from '../repair/cut.js';
import { fixFindings } from '../repair/findings.js';
import { repairMistakes } from '../repair/mistakes.js';
import { namesInId, type Assessment } from '../review/index.js';
import { checkHarm } from './harm.js';
import { checkProfile } from './review-all.js';
import { complainOfGaps, hiddenParts, open, pathFromHere, type OpenedFiles } from './open.js';
import { pathFrom } from './path-from.js';
import { rewrite, withMark } from './rewrite.js';
import { exitCodes, nearestWord, UsageError } from './usage.js';
import { warn } from './warn.js';

export interface FixOptions {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly mistakes: boolean;
  /** The harm whose ways are closed, instead of findings. */
  readonly cut: string | undefined;
  /** The requirements whose findings are fixed; all where there are none. */
  readonly requirements: readonly string[];
  readonly profile: string | undefined;
  readonly date: string;
}

/** Adds what the findings of files lack, or shows the patch that would; gives the exit code. */
export async function fix(options: FixOptions): Promise<number> {
  const opened = await open(options.paths);
  if (opened === undefined) return exitCodes.couldNotRun;
  const profile = options.profile ?? opened.project.profile;
  checkProfile(opened.snapshot, profile);
  checkRequirements(opened, options.requirements);
  const harm = options.cut;
  if (harm !== undefined) {
    if (options.requirements.length > 0) throw new UsageError('--cut and --requirement ask for two things; give one of them');
    checkHarm(harm, opened.snapshot.catalogue);
  }
  const uris = new Set(opened.files.map((file) => URI.file(file).toString()));
  const before = new Map([...uris].map((uri) => [uri, opened.textOf(uri) ?? '']));

  const start = await opened.snapshot.with({ date: options.date, profiles: profile === undefined ? undefined : [profile] });
  const repaired = options.mistakes ? await repairMistakes(start, uris) : undefined;
  const sound = repaired?.after ?? start;
  // What hides a part of a design makes findings of what stands there.
  const unread = new Set(hiddenParts({ ...opened, snapshot: sound }).map(({ uri }) => uri));
  const isRead = ({ architecture }: Assessment) => !architecture.files.some((file) => unread.has(file));
  const cut = harm === undefined ? undefined : await fixCut(sound, { harm, uris, takes: isRead });
  const fixed =
    cut ??
    (await fixFindings(sound, {
      uris,
      takes: ({ requirement }, assessment) =>
        (options.requirements.length === 0 || options.requirements.includes(requirement)) && isRead(assessment),
    }));

  const texts = new Map([...(repaired?.texts ?? []), ...fixed.texts]);
  const changes = [...texts]
    .filter(([uri, after]) => after !== before.get(uri))
    .map(([uri, after]) => ({ uri, path: opened.fromHere(uri), file: URI.parse(uri).fsPath, before: before.get(uri)!, after }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (options.dryRun) {
    // Neither reader of patches takes a path that leads upwards.
    const isBelow = changes.every(({ path }) => !path.startsWith('../'));
    const files = changes.map(async (change) => ({
      ...change,
      // As it is called, and not as it is shown: the patch quotes what needs it.
      path: pathFrom(isBelow ? process.cwd() : opened.root, change.file),
      ...(await withMark(change)),
    }));
    process.stdout.write(patchOf(await Promise.all(files)));
    if (!isBelow) warn(`the patch is for the folder ${pathFromHere(opened.root)}: apply it there`);
  } else {
    await rewrite(changes);
    for (const { uri, path } of changes)
      process.stdout.write(`${forTerminal(path)}: ${told(fixed.counts.get(uri), repaired?.counts.get(uri))}\n`);
  }
  const changed = `${options.dryRun ? 'would change' : 'changed'} ${plural(changes.length, 'file')}`;
  const [first, ...lines] =
    cut === undefined
      ? leftWords(changed, fixed.after.assessments, options)
      : [changed, ...cut.cuts.flatMap((one) => cutLines(one, fixed.after.catalogue))];
  warn(first!);
  for (const line of lines) process.stderr.write(`${forTerminal(line)}\n`);
  if (complainOfGaps({ ...opened, snapshot: sound }) !== exitCodes.clean) return exitCodes.couldNotRun;
  return options.dryRun && changes.length > 0 ? exitCodes.findings : exitCodes.clean;
}

/** What is left of the findings, and what only people can answer of it. */
function leftWords(changed: string, assessments: readonly Assessment[], { requirements }: FixOptions): string[] {
  const left = assessments.flatMap(({ findings }) => findings.filter(counted)).length;
  const questions = groupQuestions(assessments, ofRequirements(requirements));
  const asked = questionCount(questions);
  const head = `${changed}; ${plural(left, 'finding')} left${asked === undefined ? '' : `, and ${asked}:`}`;
  return [head, ...questions.flatMap(questionLines)];
}

/** Whether a finding is of one of some requirements; of none, any is. */
function ofRequirements(requirements: readonly string[]): (finding: string) => boolean {
  return (finding) => requirements.length === 0 || requirements.includes(namesInId(finding).requirement);
}

function questionLines(group: QuestionGroup): string[] {
  return [`  ${questionText(group)}`, `      ${aboutWords(group)}`];
}

function checkRequirements({ snapshot }: OpenedFiles, requirements: readonly string[]): void {
  const known = [...snapshot.catalogue.requirements.keys()];
  for (const name of requirements) {
    if (known.includes(name)) continue;
    const near = nearestWord(name, known);
    throw new UsageError(`there is no requirement '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
  }
}

function told(fixes = 0, repairs = 0): string {
  return [...(fixes > 0 ? [plural(fixes, 'fix', 'fixes')] : []), ...(repairs > 0 ? [plural(repairs, 'repair')] : [])].join(' and ');
}

function plural(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
