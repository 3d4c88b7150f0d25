import type { Catalogue } from '../../language/model/index.js';
import type { ModelPart } from '../../language/source/index.js';
import { findingId, namesInId, review, type Assessment, type Finding } from '../../review/index.js';
import { figuresOf } from '../../reach/index.js';
import type { BaselineComparison, KnownFinding } from '../../history/baseline.js';
import type { TellingContext } from '../formats/index.js';
import type { Problem, Reviewed, ShardOf } from '../problem.js';
import { elementNames, redactArchitecture } from './architecture.js';
import { redactCatalogue } from './catalogue.js';
import { redactedNames, type Names } from './names.js';
import { createPseudonyms, type Pseudonyms, type RedactionKey } from './pseudonyms.js';

export type { RedactionKey } from './pseudonyms.js';

export interface Redacted {
  readonly reviewed: Reviewed;
  /** What a report of it is told with: no text of a file, and no edits of it. */
  readonly context: TellingContext;
  /** The key with all that was replaced. */
  readonly key: RedactionKey;
}

/**
 * A review in which nothing is left of what the authors of the designs called things and wrote. The designs are replaced and reviewed
 * again, so that no sentence of the review can keep a name; every format tells the result as it tells any other.
 */
export function redact(reviewed: Reviewed, key: RedactionKey, context: TellingContext): Redacted {
  const pseudonyms = createPseudonyms(key, context.digest);
  const originals = new Map<ModelPart, ModelPart>();
  const catalogues = new Map<Catalogue, { readonly names: Names; readonly catalogue: Catalogue }>();
  const catalogueOf = (catalogue: Catalogue) => {
    const done = catalogues.get(catalogue);
    if (done !== undefined) return done;
    const names = redactedNames(catalogue, pseudonyms, originals);
    const made = { names, catalogue: redactCatalogue(catalogue, names) };
    catalogues.set(catalogue, made);
    return made;
  };
  const pairs = reviewed.assessments.map((assessment) => {
    const { names, catalogue } = catalogueOf(assessment.architecture.catalogue);
    const element = elementNames(assessment.architecture, names);
    const architecture = redactArchitecture(assessment.architecture, catalogue, names);
    const after = review(architecture, assessment.date, assessment.profiles.map(names.defined), figuresOf);
    return { before: assessment, after, idOf: idIn(architecture.design.name, names, element) };
  });
  const [first] = catalogues.values();
  const file = first?.names.file ?? ((uri: string) => `file:///redacted/${pseudonyms.of('file', uri)}.meter`);
  const { problems, shard } = reviewed;

  const baseline = reviewed.baseline === undefined ? undefined : redactComparison(reviewed.baseline, pairs, pseudonyms);
  const profile = (name: string) => first?.names.defined(name) ?? pseudonyms.of('profile', name);
  return {
    reviewed: {
      assessments: pairs.map(({ after }) => after),
      problems: problems.map((problem) => redactProblem(problem, file)),
      baseline,
      sources: first?.names.sources(reviewed.sources) ?? reviewed.sources,
      shard: shard === undefined ? undefined : redactShard(shard, profile),
    },
    context: redactContext(context),
    key: pseudonyms.key(),
  };
}

function redactShard({ index, of, date, profile, positions }: ShardOf, nameOf: (profile: string) => string): ShardOf {
  return { index, of, date, profile: profile === null ? null : nameOf(profile), positions };
}

function redactContext({ toPath, version, digest, everything }: TellingContext): TellingContext {
  return { toPath, version, digest, textOf: () => undefined, ...(everything === undefined ? {} : { everything }), redacted: true };
}

/** Messages name what they are about, in words of many makers: only the sort of mistake and its line are told. */
function redactProblem({ code, severity, range }: Problem, file: (uri: string) => string): Problem {
  const { startLine, endLine, startOffset, endOffset, uri } = range;
  return {
    code,
    severity,
    message: `A validation error of the sort ${code}; its message is left out, since it may name parts of the design.`,
    range: { uri: file(uri), startLine, startColumn: 0, endLine, endColumn: 1, startOffset, endOffset },
  };
}

interface Pair {
  readonly before: Assessment;
  readonly after: Assessment;
  readonly idOf: (finding: { readonly requirement: string; readonly element: string }) => string;
}

function idIn(design: string, names: Names, element: (name: string) => string): Pair['idOf'] {
  return (finding) => findingId({ design, requirement: names.defined(finding.requirement), element: element(finding.element) });
}

function redactComparison(comparison: BaselineComparison, pairs: readonly Pair[], pseudonyms: Pseudonyms): BaselineComparison {
  const statuses: [Finding, NonNullable<ReturnType<BaselineComparison['statuses']['get']>>][] = [];
  for (const { before, after, idOf } of pairs) {
    const findings = new Map(after.findings.map((finding) => [finding.id, finding]));
    for (const finding of before.findings) {
      const status = comparison.statuses.get(finding);
      const told = findings.get(idOf(finding));
      if (status === undefined || told === undefined) continue;
      const { against, was, newRequirement } = status;
      statuses.push([told, { against, was: was === undefined ? undefined : { ...known(was), id: told.id }, newRequirement }]);
    }
  }
  return {
    version: comparison.version,
    statuses: new Map(statuses),
    gone: comparison.gone.map((finding) => ({ ...known(finding), id: goneId(finding, pairs, pseudonyms) })),
    elsewhere: comparison.elsewhere,
  };
}

function known({ id, state, severity }: KnownFinding): KnownFinding {
  return { id, state, severity };
}

/** What is gone may name requirements and elements that are there no more. */
function goneId({ id }: KnownFinding, pairs: readonly Pair[], pseudonyms: Pseudonyms): string {
  const names = namesInId(id);
  const pair = pairs.find(({ before }) => before.architecture.design.name === names.design);
  return pair?.idOf(names) ?? pseudonyms.of('text', id);
}
