import type { Element, ElementSort, Severity } from '../language/model/index.js';
import { worseSeverity } from '../language/semantics/index.js';
import type { Assessment, ControlGap, Finding, UnsetFact } from './assessment.js';
import { evaluatorOf } from './evaluator-of.js';
import { wayOut } from './fixes/way-out.js';
import type { Leaf } from './gaps.js';
import { factsAskedBy } from './unset.js';
import { elementNamed } from './review.js';

/** Something that only people can say: whether a control is there, what brings it about, or a fact of an element. */
export interface Question {
  readonly design: string;
  /** `control`: what is open; `fact`: what nobody stated. */
  readonly kind: 'control' | 'fact';
  /** The control, or the fact: an attribute, `zone`, `run by`, `opened by`, `protocol`, `data`. */
  readonly about: string;
  readonly element: string;
  readonly sort: ElementSort;
  /** How the catalogue asks for it, where it does; what is asked else is worded in `report/questions.ts`. */
  readonly asks: string | undefined;
  /** The worst of the findings that wait for the answer. */
  readonly severity: Severity;
  /** Ids of these findings. */
  readonly findings: readonly string[];
}

/** What a review asks people: what no fix may write and closes a finding in the easiest way, and what is not known. In the order of the findings. */
export function questionsOf(assessment: Assessment): readonly Question[] {
  return evaluatorOf(assessment).derived(assessment, 'questions', () => find(assessment));
}

function find(assessment: Assessment): readonly Question[] {
  const asked = new Map<string, Question>();
  for (const finding of assessment.findings) {
    for (const one of askedFor(finding, assessment)) {
      const key = `${one.kind} ${one.about} ${one.element}`;
      const before = asked.get(key);
      asked.set(key, before === undefined ? one : both(before, one));
    }
  }
  return [...asked.values()];
}

function both(a: Question, b: Question): Question {
  return { ...a, severity: worseSeverity(a.severity, b.severity), findings: [...new Set([...a.findings, ...b.findings])] };
}

function askedFor(finding: Finding, assessment: Assessment): Question[] {
  if (finding.state === 'planned') return [];
  if (finding.state === 'unknown') {
    const facts = finding.reasons.flatMap((reason) => (reason.kind === 'unset' ? reason.facts : []));
    // What is not known goes first: with the answer there may be nothing left to ask.
    if (facts.length > 0) return facts.flatMap((fact) => factQuestion(fact, finding, assessment));
  }
  const easiest = wayOut(finding.gaps, evaluatorOf(assessment), assessment.findings);
  return [...easiest].flatMap(([leaf, { answer, asks = [] }]) => {
    if (answer === 'person') return leafQuestions(leaf, finding, assessment);
    if (answer !== 'question') return [];
    const first = asks.flatMap((one) => leafQuestions(one, finding, assessment));
    return first.length === 0 ? leafQuestions(leaf, finding, assessment) : first;
  });
}

function leafQuestions(leaf: Leaf, finding: Finding, assessment: Assessment): Question[] {
  if (leaf.kind === 'condition') return factsAskedBy(leaf).flatMap((fact) => factQuestion(fact, finding, assessment));
  return controlQuestion(leaf, finding, assessment);
}

function controlQuestion({ control, element }: ControlGap, finding: Finding, assessment: Assessment): Question[] {
  const { asks } = assessment.architecture.catalogue.controls.get(control) ?? {};
  return question('control', control, element, asks, finding, assessment);
}

function factQuestion({ element, fact }: UnsetFact, finding: Finding, assessment: Assessment): Question[] {
  const { attributes } = assessment.architecture.catalogue;
  return question('fact', fact, element, attributes.get(fact)?.asks, finding, assessment);
}

function question(
  kind: Question['kind'],
  about: string,
  name: string,
  asks: string | undefined,
  finding: Finding,
  { architecture }: Assessment,
): Question[] {
  const element: Element | undefined = elementNamed(architecture, name);
  if (element === undefined) return [];
  const { design, severity, id } = finding;
  return [{ design, kind, about, element: name, sort: element.sort, asks, severity, findings: [id] }];
}
