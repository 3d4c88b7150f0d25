import type { Finding, Result, State } from '../../../review/index.js';
import { findingMessage, findingTitle } from '../../message.js';
import type { NamedReview } from '../../../summary/named.js';
import { stateReason } from '../../reasons.js';
import { originOf, pairUuid, type Telling } from './telling.js';
import { given, givenLazily, markup, markupLine, momentOf, namespace, property } from './values.js';

/** How far people are with a risk, in the words of OSCAL. */
const statusOf: Readonly<Partial<Record<State, string>>> = {
  missing: 'open',
  weak: 'open',
  unknown: 'investigating',
  planned: 'remediating',
  accepted: 'deviation-approved',
};

/** Pairs that are a risk of their own: reported findings, and those that somebody accepted. */
export function isRisk({ state, open }: Result): boolean {
  return state === 'accepted' || (statusOf[state] !== undefined && open !== undefined);
}

/** A risk for each finding and each accepted one. */
export function oscalRisks(review: NamedReview, telling: Telling) {
  const findings = new Map(review.assessment.findings.map((finding) => [`${finding.requirement} ${finding.element}`, finding]));
  const told = review.assessment.results.filter(isRisk);
  return givenLazily('risks', told, (result) => riskOf(result, findings.get(`${result.requirement} ${result.element}`), review, telling));
}

function riskOf(result: Result, finding: Finding | undefined, review: NamedReview, telling: Telling) {
  const { assessment } = review;
  const { catalogue } = assessment.architecture;
  const requirement = catalogue.requirements.get(result.requirement);
  const title = requirement?.title ?? result.requirement;
  const { decision } = result;
  const until = decision?.until === undefined ? undefined : momentOf(decision.until, 'last');
  const threats = requirement?.mitigates ?? [];
  const guidance = requirement?.guidance;
  return {
    uuid: pairUuid('risk', result, review, telling),
    title: markupLine(finding === undefined ? `${title}: ${result.element}` : findingTitle(finding, assessment)),
    description: markup(finding === undefined ? stateReason(result, assessment) : findingMessage(finding, assessment)),
    statement: markup(requirement?.because ?? title),
    props: [
      property('state', result.state),
      ...(decision?.because === undefined ? [] : [property('decision-reason', decision.because)]),
      ...(decision?.by === undefined ? [] : [property('decided-by', decision.by)]),
    ],
    status: statusOf[result.state] ?? 'open',
    origins: [originOf(review, telling)],
    ...given(
      'threat-ids',
      threats.map((id) => ({ system: namespace, id })),
    ),
    characterizations: [{ origin: originOf(review, telling), facets: [{ name: 'severity', system: namespace, value: result.severity }] }],
    ...(until === undefined ? {} : { deadline: until }),
    ...given('remediations', guidance === undefined ? [] : [remediationOf(guidance, result, review, telling)]),
    'related-observations': [{ 'observation-uuid': pairUuid('observation', result, review, telling) }],
  };
}

function remediationOf(guidance: string, result: Result, review: NamedReview, telling: Telling) {
  return {
    uuid: pairUuid('remediation', result, review, telling),
    lifecycle: 'recommendation',
    title: 'What to do',
    description: markup(guidance),
  };
}
