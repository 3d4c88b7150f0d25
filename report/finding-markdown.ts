import type { Assessment, Finding } from '../review/index.js';
import { citationsOn } from '../summary/citations.js';
import { handbookAddress } from './handbook.js';
import { locateFinding, type Placing } from './locate.js';
import { findingDetail, findingHeadline } from './message.js';
import { codeSpan, escapeMarkdown } from './page.js';
import { citationWords, elementWords, shapes } from './words.js';

/** One finding by itself, for a ticket or a message: what, where, why and what to do. Texts of the design are text, never markup. */
export function findingMarkdown(finding: Finding, assessment: Assessment, placing: Placing): string {
  const { catalogue } = assessment.architecture;
  const requirement = catalogue.requirements.get(finding.requirement);
  const { file, line } = locateFinding(finding, assessment, placing);
  const address = handbookAddress(requirement);
  const name = address === undefined ? codeSpan(finding.requirement) : `[${codeSpan(finding.requirement)}](${address})`;
  const lines = [
    `**${shapes[finding.severity]} ${finding.severity}, ${finding.state}:** ${escapeMarkdown(findingHeadline(finding, assessment))}`,
    '',
    escapeMarkdown(findingDetail(finding, assessment).slice(1).join(' ')),
    '',
    `- Requirement: ${name}`,
    `- Design: ${escapeMarkdown(finding.design)}`,
    `- Element: ${escapeMarkdown(elementWords(assessment.architecture, finding.element))}`,
    `- Place: ${codeSpan(`${file}:${line}`)}`,
  ];
  if (requirement?.guidance !== undefined) lines.push(`- To do: ${escapeMarkdown(requirement.guidance)}`);
  const references = citationsOn(requirement, finding.element, assessment).map((citation) => citationWords(citation, catalogue));
  if (references.length > 0) lines.push(`- References: ${escapeMarkdown(references.join('; '))}`);
  return `${lines.join('\n')}\n`;
}
