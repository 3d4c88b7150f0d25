import type { ReportingDescriptor, ReportingDescriptorRelationship } from 'sarif';
import type { Severity } from '../../../language/model/index.js';
import { atMost, wellFormed } from '../../clean.js';
import { handbookAddress } from '../../handbook.js';
import { harmsOf } from '../../../summary/harms.js';
import { requirementMarkdown, requirementText } from '../../pages.js';
import { capital, citationWords } from '../../words.js';
import { sarifLevels, ranks, scores } from './severity.js';
import type { RuleSource, Taxonomies } from './taxonomies.js';

/** Code scanning shows this many. */
const mostTags = 10;

/**
 * `index`: where the rules stand that a rule may refer to. `worst`: the worst severity that the rule has in this run; code scanning
 * knows one severity a rule, and what the rule could come to elsewhere would make each of its results look worse than it is.
 */
export function sarifRuleOf(
  source: RuleSource,
  taxonomies: Taxonomies,
  index: ReadonlyMap<string, number>,
  worst: Severity | undefined,
): ReportingDescriptor {
  const { requirement, catalogue } = source;
  const severity = worst ?? requirement.severity.otherwise;
  const helpUri = handbookAddress(requirement);
  const title = atMost(wellFormed(requirement.title ?? ''), 1000) || requirement.name;
  return {
    id: requirement.name,
    name: atMost(pascalCase(requirement.name), 255),
    shortDescription: { text: title },
    fullDescription: { text: atMost(wellFormed(requirement.because ?? ''), 1000) || title },
    ...(helpUri === undefined ? {} : { helpUri }),
    help: {
      text: wellFormed(requirementText(requirement, catalogue)),
      markdown: wellFormed(requirementMarkdown(requirement, catalogue)),
    },
    defaultConfiguration: { level: sarifLevels[severity], rank: ranks[severity] },
    relationships: [...taxonomies.taxaOf(source).map(pointsTo), ...requirement.refines.flatMap((name) => refines(name, index))],
    properties: {
      tags: [
        'security',
        ...(requirement.category === undefined ? [] : [requirement.category]),
        ...harmsOf(requirement, catalogue),
        ...requirement.mitigates,
      ].slice(0, mostTags),
      precision: 'high',
      'security-severity': scores[severity],
      references: requirement.see.map((citation) => wellFormed(citationWords(citation, catalogue))),
    },
  };
}

/** `relevant`: neither contains the other's results. Results of the rule name such taxa themselves. */
function pointsTo(target: ReportingDescriptorRelationship['target']): ReportingDescriptorRelationship {
  return { target, kinds: ['relevant'] };
}

function refines(name: string, index: ReadonlyMap<string, number>): ReportingDescriptorRelationship[] {
  const at = index.get(name);
  if (at === undefined) return [];
  return [{ target: { id: name, index: at }, kinds: ['relevant'], description: { text: `Refines ${name}.` } }];
}

/** `AuthnMutual`: what readers show beside an id must differ from it. */
function pascalCase(name: string): string {
  return name.split(/[-.]+/).map(capital).join('');
}
