import { acrossWords, allElements, conditionWords } from '../../../language/semantics/index.js';
import {
  elementNamed,
  isMetByStatement,
  leavesOf,
  leftOut,
  metByStatement,
  type Assessment,
  type Finding,
  type Gap,
  type Result,
} from '../../../review/index.js';
import { citationsOn } from '../../../summary/citations.js';
import { statedControls, type StatedControl } from '../../../summary/evidence.js';
import { countFindings } from '../../../summary/count.js';
import { harmsOf } from '../../../summary/harms.js';
import { homePath } from '../../identity.js';
import { locate, locateFinding, locatePart, type Placing } from '../../locate.js';
import { findingDetail, findingHeadline } from '../../message.js';
import type { BaselineComparison } from '../../../history/baseline.js';
import type { Reviewed, ShardOf } from '../../problem.js';
import { findingsInOrder } from '../../../summary/worst-first.js';
import { questionText } from '../../questions.js';
import { groupQuestions } from '../../../summary/questions.js';
import type { AtStake } from '../../../reach/index.js';
import { atStakeOf } from '../../reach/stake.js';
import { reasonWords } from '../../reasons.js';
import { inPieces, type ReportContext } from '../format.js';
import { jsonPieces } from '../json-text.js';
import { Lazily, lazily } from '../lazily.js';

export const json = inPieces({
  id: 'json',
  label: 'JSON',
  description: 'everything that the review computed, for programs',
  extension: 'json',
  pieces: toJson,
});

/** The name of the schema in `docs/findings.schema.json`; a change that breaks readers raises the number. */
export const schemaName = 'meterlint-findings/1';

/** Everything a review computed, as documented in `docs/json-schema.md`. The same review gives the same bytes. */
function toJson(reviewed: Reviewed, context: ReportContext): Iterable<string> {
  const { toPath, version } = context;
  const { assessments, problems, baseline, shard } = reviewed;
  const decided = assessments.map((assessment) => assessment.results.flatMap((result) => decidedOf(result, assessment, context)));
  const report = {
    schema: schemaName,
    date: assessments[0]?.date ?? null,
    designs: assessments.map((assessment) => designOf(assessment, context)),
    findings: new Lazily(function* () {
      for (const assessment of assessments) {
        for (const finding of findingsInOrder(assessment))
          yield { ...findingOf(finding, assessment, context), ...baselineStatusOf(finding, baseline) };
      }
    }),
    decided: decided.flat(),
    problems: problems.map(({ code, severity, message, range }) => ({ code, severity, message, location: locate(range, toPath) })),
    ...(baseline === undefined ? {} : { baseline: baselineJson(baseline) }),
    ...(shard === undefined ? {} : { shard: shardOf(shard, reviewed, decided, version) }),
  };
  return jsonPieces(report);
}

/** How a finding stands against the baseline, where there is one. */
export function baselineStatusOf<F>(finding: F, baseline: BaselineComparison<F> | undefined) {
  const status = baseline?.statuses.get(finding);
  if (status === undefined) return {};
  return { baseline: { against: status.against, newRequirement: status.newRequirement } };
}

export function baselineJson({ version, gone, elsewhere }: BaselineComparison<unknown>) {
  return { version, gone: gone.map(({ id, state, severity }) => ({ id, state, severity })), elsewhere };
}

/** What `meterlint merge` needs to put the parts of a review together as the whole would have been told. */
function shardOf(shard: ShardOf, { assessments }: Reviewed, decided: readonly (readonly unknown[])[], version: string) {
  const { index, of, date, profile, positions } = shard;
  const designs = positions.map((position, at) => ({
    position,
    findings: assessments[at]!.findings.length,
    decided: decided[at]!.length,
  }));
  return { version, index, of, date, profile, designs };
}

function designOf(assessment: Assessment, placing: Placing) {
  const { architecture } = assessment;
  return {
    name: architecture.design.name,
    title: architecture.design.title ?? null,
    fragment: architecture.design.implicit,
    owner: architecture.design.owner ?? null,
    profiles: assessment.profiles,
    counts: countsOf(assessment),
    leftOut: leftOut(assessment.profiles, architecture.catalogue).map(({ requirement, profile, because }) => ({
      requirement,
      profile,
      because,
    })),
    files: architecture.files.map(placing.toPath),
    elements: lazily(allElements(architecture), (element) => ({
      name: element.name,
      title: element.title ?? null,
      elementKind: element.sort,
      kinds: element.kinds,
      location: locatePart(element, placing),
    })),
    controls: statedControls(architecture).map((stated) => controlOf(stated, placing)),
    requirements: assessment.requirements,
    states: lazily(assessment.results, (result) => ({
      requirement: result.requirement,
      element: result.element,
      state: result.state,
      reason: reasonWords(result.reasons),
      ...(result.reportedBy.length > 0 ? { reportedBy: result.reportedBy } : {}),
      ...(isMetByStatement(result, assessment) ? { byStatement: true } : {}),
    })),
    metByStatement: metByStatement(assessment).length,
    questions: groupQuestions([assessment]).map((group) => ({
      kind: group.kind,
      about: group.about,
      question: questionText(group),
      elements: group.elements,
      severity: group.severity,
      findings: group.findings,
    })),
  };
}

/** A control as the design states it, with what is named for it. */
function controlOf({ element, control, mechanisms, planned, due, evidence, statement }: StatedControl, placing: Placing) {
  return { element, control, mechanisms, planned, due: due ?? null, evidence: evidence ?? null, location: locatePart(statement, placing) };
}

/** The numbers that every other report tells. */
function countsOf({ findings }: Assessment) {
  const { open, bySeverity, planned, unknown } = countFindings(findings);
  return { findings: open, ...bySeverity, planned, unknown };
}

function findingOf(finding: Finding, assessment: Assessment, placing: Placing) {
  const { catalogue } = assessment.architecture;
  const requirement = catalogue.requirements.get(finding.requirement);
  const atStake = atStakeOf(finding, assessment);
  return {
    id: finding.id,
    design: finding.design,
    designFile: homePath(assessment, placing),
    requirement: finding.requirement,
    title: requirement?.title ?? finding.requirement,
    element: finding.element,
    elementKind: finding.sort,
    state: finding.state,
    severity: finding.severity,
    gaps: gapOf(finding.gaps),
    missing: [...new Set(leavesOf(finding.gaps).flatMap((leaf) => (leaf.kind === 'control' ? [leaf.control] : [])))],
    message: findingHeadline(finding, assessment),
    detail: findingDetail(finding, assessment).join(' '),
    devices: finding.devices,
    ...(atStake === undefined ? {} : { atStake: stakeJson(atStake) }),
    location: locateFinding(finding, assessment, placing),
    references: citationsOn(requirement, finding.element, assessment).map(({ standard, clause, part, condition, unverified }) => ({
      standard,
      clause: clause ?? null,
      part,
      where: condition === undefined ? null : conditionWords(condition),
      unverified,
    })),
    related: finding.related,
    ...(finding.moreRelated > 0 ? { moreRelated: finding.moreRelated } : {}),
    harms: requirement === undefined ? [] : harmsOf(requirement, catalogue),
  };
}

/** The ways to harms that it is on, and what is done by them. No `high` that is known: `null`. */
function stakeJson({ on, of, harms }: AtStake) {
  return {
    ways: on,
    of,
    harms: harms.map((one) => ({
      harm: one.harm.name,
      counts: one.hold,
      ways: one.on,
      of: one.of,
      low: one.figure.low,
      high: one.figure.high ?? null,
    })),
  };
}

/** The tree of what would close a finding. */
function gapOf(gap: Gap): unknown {
  switch (gap.kind) {
    case 'and':
    case 'or':
      return { [gap.kind === 'and' ? 'all' : 'any']: gap.gaps.map(gapOf) };
    case 'control':
      return {
        control: gap.control,
        element: gap.element,
        state: gap.state,
        ...(gap.past === undefined ? {} : { across: acrossWords(gap.past) }),
      };
    case 'condition':
      return { condition: conditionWords(gap.condition), element: gap.element, state: gap.state };
  }
}

function decidedOf(result: Result, assessment: Assessment, placing: Placing) {
  const { decision } = result;
  const element = elementNamed(assessment.architecture, result.element);
  if (decision === undefined || element === undefined) return [];
  return [
    {
      design: assessment.architecture.design.name,
      requirement: result.requirement,
      element: result.element,
      state: result.state,
      reason: decision.because ?? null,
      by: decision.by ?? null,
      until: decision.until ?? null,
      location: locatePart(element, placing),
      decision: locatePart(decision, placing),
    },
  ];
}
