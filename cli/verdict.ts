import { isAtLeast } from '../language/semantics/index.js';
import type { Reviewed } from '../report/problem.js';
import { counted } from '../summary/count.js';
import { isNews } from '../report/text.js';
import type { Bar } from '../workspace/index.js';

/** Whether something fails: an error of writing, or a finding from a severity up that is missing or weak and not known before. */
export function isOverTheBar(reviewed: Reviewed, bar: Bar): boolean {
  if (bar === 'none') return false;
  if (reviewed.problems.some(({ severity }) => severity === 'error')) return true;
  return reviewed.assessments.some(({ findings }) =>
    findings.some((finding) => counted(finding) && isNews(finding, reviewed) && isAtLeast(finding.severity, bar)),
  );
}
