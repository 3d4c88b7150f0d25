import type { Location, ReportingDescriptorReference, Result as SarifResult } from 'sarif';
import { isFault } from '../../../language/semantics/index.js';
import type { Element } from '../../../language/model/index.js';
import type { SourceRange } from '../../../language/source/index.js';
import { elementNamed, findingId, namesInId, type Assessment, type Finding, type Result } from '../../../review/index.js';
import type { KnownFinding } from '../../../history/baseline.js';
import { wellFormed } from '../../clean.js';
import { identityOf, knownIdentity } from '../../identity.js';
import { locate, rangeOfFinding } from '../../locate.js';
import { findingMessage } from '../../message.js';
import { atStakeOf, stakeWords } from '../../reach/stake.js';
import { stateReason } from '../../reasons.js';
import { capital, elementWords } from '../../words.js';
import type { ComparedContext } from '../format.js';
import { codeFlowsOf } from './flows.js';
import { contextRegion, logical, messageText, physical, sarifLocation } from './places.js';
import { relatedTo } from './related.js';
import { sarifLevels, sarifRankOf, ranks } from './severity.js';

/** What results share: the rules by name, their taxa, the findings by identity and what was known before. */
export interface Run {
  readonly context: ComparedContext;
  readonly ruleIndex: ReadonlyMap<string, number>;
  readonly taxaOf: (requirement: string) => readonly ReportingDescriptorReference[];
  readonly findings: ReadonlyMap<string, Finding>;
  /** Identities of findings that were known and are open no more. */
  readonly gone: ReadonlySet<string>;
  readonly linesOf: (uri: string) => readonly string[] | undefined;
}

/** A result before anything is left out, with what that goes by. */
export interface ToldResult {
  /** What the result is followed by from one report to the next. */
  readonly identity: string;
  /** What is kept the longest: 0 a finding, 1 what was decided or is gone, 2 what is met or does not apply. */
  readonly weight: 0 | 1 | 2;
  /** Made when it is written, and forgotten after it: a large design has tens of thousands. */
  readonly result: () => SarifResult;
  /** Only of a finding. */
  readonly finding?: { readonly finding: Finding; readonly assessment: Assessment };
}

export function openResult(finding: Finding, assessment: Assessment, run: Run): ToldResult {
  return {
    identity: identityOf(finding.id, assessment, run.context),
    weight: 0,
    result: () => findingResult(finding, assessment, run),
    finding: { finding, assessment },
  };
}

function findingResult(finding: Finding, assessment: Assessment, run: Run): SarifResult {
  const { architecture } = assessment;
  const later = !isFault(finding.state);
  const atStake = atStakeOf(finding, assessment);
  const related = relatedTo(finding, assessment, run.findings, run.context);
  const codeFlows = codeFlowsOf(finding, architecture, run.context);
  return {
    ...ruleOf(finding.requirement, run),
    level: later ? 'note' : sarifLevels[finding.severity],
    rank: sarifRankOf(finding, atStake),
    // Viewers show the first sentence where there is little room; no link stands in it.
    message: { text: messageText(findingMessage(finding, assessment).replaceAll('\n', ' ')) + related.links },
    locations: [ownPlace(rangeOfFinding(finding, assessment, run.context.sources), finding, run)],
    ...(related.locations.length === 0 ? {} : { relatedLocations: related.locations }),
    ...(codeFlows.length === 0 ? {} : { codeFlows }),
    suppressions: [],
    ...againstBaseline(finding, run),
    properties: {
      state: finding.state,
      severity: finding.severity,
      design: finding.design,
      devices: finding.devices,
      ...(atStake === undefined ? {} : { atStake: stakeWords(atStake) }),
    },
  };
}

/** What was decided, what is met and what does not apply. */
export function otherResult(result: Result, assessment: Assessment, run: Run): ToldResult | undefined {
  const { architecture } = assessment;
  const { decision, state } = result;
  const element = elementNamed(architecture, result.element);
  const isTold = decision !== undefined || state === 'met' || state === 'not applicable';
  if (element === undefined || !isTold) return undefined;
  const identity = identityOf(findingId({ design: architecture.design.name, ...result }), assessment, run.context);
  return {
    identity,
    weight: decision === undefined ? 2 : 1,
    result: () => pairResult(result, element, identity, assessment, run),
  };
}

function pairResult(result: Result, element: Element, identity: string, assessment: Assessment, run: Run): SarifResult {
  const { architecture } = assessment;
  const { decision, state, severity } = result;
  const design = architecture.design.name;
  const words = `${capital(elementWords(architecture, result.element))}: ${stateReason(result, assessment)}`;
  const where = (range: SourceRange) => physical(locate(range, run.context.toPath));
  return {
    ...ruleOf(result.requirement, run),
    ...(decision === undefined
      ? { kind: state === 'met' ? ('pass' as const) : ('notApplicable' as const), level: 'none' }
      : { level: sarifLevels[severity], rank: ranks[severity] }),
    message: { text: messageText(words) },
    locations: [ownPlace(run.context.sources.rangeOf(element), { element: result.element, design }, run)],
    suppressions:
      decision === undefined
        ? []
        : [
            {
              kind: 'inSource',
              status: 'accepted',
              justification: justification(result),
              location: where(run.context.sources.rangeOf(decision)),
            },
          ],
    // What is not in the baseline was not open then either.
    ...(run.context.comparison === undefined
      ? {}
      : { baselineState: run.gone.has(identity) ? ('updated' as const) : ('unchanged' as const) }),
    properties: { state, severity, design },
  };
}

/** A finding of the baseline of which the design says nothing any more. */
export function absentResult(known: KnownFinding, run: Run): ToldResult {
  const { id, state, severity } = known;
  const { design, requirement, element } = namesInId(id);
  const result: SarifResult = {
    ...ruleOf(requirement, run),
    level: sarifLevels[severity],
    rank: ranks[severity],
    message: { text: messageText(`${requirement} on '${element}' was ${state} in the baseline and is open no more.`) },
    locations: [logical({ element: wellFormed(element), design: wellFormed(design) })],
    suppressions: [],
    baselineState: 'absent',
    properties: { state, severity, design },
  };
  return { identity: knownIdentity(known), weight: 1, result: () => result };
}

function ownPlace(range: SourceRange, subject: { readonly element: string; readonly design: string }, run: Run): Location {
  const where = locate(range, run.context.toPath);
  const place = sarifLocation(where, subject);
  const context = contextRegion(where, run.linesOf(range.uri));
  return context === undefined ? place : { ...place, physicalLocation: { ...place.physicalLocation!, contextRegion: context } };
}

function ruleOf(requirement: string, { ruleIndex, taxaOf }: Run): Pick<SarifResult, 'ruleId' | 'ruleIndex' | 'taxa'> {
  const at = ruleIndex.get(requirement);
  const taxa = taxaOf(requirement);
  return { ruleId: requirement, ...(at === undefined ? {} : { ruleIndex: at }), ...(taxa.length === 0 ? {} : { taxa: [...taxa] }) };
}

function againstBaseline(finding: Finding, { context: { comparison } }: Run): Pick<SarifResult, 'baselineState'> {
  if (comparison === undefined) return {};
  const { against, was } = comparison.statuses.get(finding) ?? { against: 'new', was: undefined };
  if (against === 'new' || was === undefined) return { baselineState: 'new' };
  return { baselineState: was.state === finding.state && was.severity === finding.severity ? 'unchanged' : 'updated' };
}

function justification({ state, decision }: Result): string {
  const { because, by, until } = decision!;
  const end = until === undefined ? '' : ` until ${until}`;
  return wellFormed(`${state}${end}: ${because ?? 'no reason given'}${by === undefined ? '' : ` (${by})`}`);
}
