import type { Severity } from '../language/model/index.js';
import { compareSeverities, worstSeverity } from '../language/semantics/index.js';
import { elementNamed, questionsOf, type Assessment, type Question } from '../review/index.js';

/** One question with everything that it is asked of. */
export interface QuestionGroup {
  readonly kind: Question['kind'];
  /** The control or the fact. */
  readonly about: string;
  readonly asks: string | undefined;
  /** The elements, in the order of designs and findings; one that several designs share is there once. */
  readonly elements: readonly string[];
  /** The worst of the findings that wait for an answer. */
  readonly severity: Severity;
  readonly findings: readonly string[];
}

/** What people are asked, one question for many elements once; the worst first. `counts` chooses by the findings that wait. */
export function groupQuestions(assessments: readonly Assessment[], counts: (finding: string) => boolean = () => true): QuestionGroup[] {
  const groups = new Map<string, Question[]>();
  const seen = new Set<string>();
  for (const assessment of assessments) {
    for (const question of questionsOf(assessment)) {
      const file = elementNamed(assessment.architecture, question.element)?.file;
      const key = `${question.kind} ${question.about}`;
      const place = `${key} ${file} ${question.element}`;
      if (!question.findings.some(counts) || seen.has(place)) continue;
      seen.add(place);
      groups.set(key, [...(groups.get(key) ?? []), question]);
    }
  }
  return [...groups.values()].map(groupOf).sort((a, b) => compareSeverities(a.severity, b.severity));
}

function groupOf(questions: readonly Question[]): QuestionGroup {
  const { kind, about, asks } = questions[0]!;
  return {
    kind,
    about,
    asks,
    elements: questions.map(({ element }) => element),
    severity: worstSeverity(questions.map(({ severity }) => severity))!,
    findings: [...new Set(questions.flatMap(({ findings }) => findings))],
  };
}
