import type { SubjectSort } from '../../semantics/index.js';
import { whyNeverWords, type WhyNever } from './conditions.js';
import { quoted, sortInWords, sortsListed } from './lists.js';
import { around } from './statements.js';

/** What is wrong with definitions. */
export const ofCatalogues = {
  'kind-cycle': {
    around: (path: readonly string[]): string => around(path, 'is', "Nothing can be a kind of itself: take one 'is' away."),
  },
  'implies-cycle': { around: (path: readonly string[]): string => around(path, 'implies', "Take one 'implies' away.") },
  'refines-cycle': { around: (path: readonly string[]): string => around(path, 'refines', "Take one 'refines' away.") },
  'profile-cycle': { around: (path: readonly string[]): string => around(path, 'extends', "Take one 'extends' away.") },
  'condition-cycle': {
    around: (path: readonly string[]): string =>
      around(path, 'counts as', 'A condition cannot be a part of itself, and what leads back holds of nothing: say it in another way.'),
  },
  'contradicting-kinds': {
    attribute: (name: string, attribute: string, kinds: readonly string[]): string =>
      `'${name}' inherits different things about '${attribute}': ${quoted(kinds)} are equally near and disagree. Set '${attribute}' on '${name}' itself.`,
    control: (name: string, control: string, kinds: readonly string[]): string =>
      `'${name}' inherits different things about '${control}': ${quoted(kinds)} are equally near and disagree. Say of '${name}' itself which it is.`,
  },
  'empty-profile': {
    empty: (profile: string): string =>
      `Profile '${profile}' asks for nothing. Name requirements with 'includes', or a profile with 'extends'.`,
  },
  'omission-without-effect': {
    own: (profile: string, requirement: string): string =>
      `Profile '${profile}' includes '${requirement}' itself, so that it cannot do without it. Keep one of the two.`,
    nothing: (profile: string, requirement: string): string =>
      `Nothing that profile '${profile}' extends includes '${requirement}', so that there is nothing to drop. Remove it, or correct the name.`,
  },
  'misplaced-condition': {
    elsewhere: (condition: string, sorts: readonly SubjectSort[], asked: readonly SubjectSort[]): string =>
      `'${condition}' is a condition on ${sortsListed(sorts)}, and here ${sortsListed(asked)} is asked. Ask it of one that is related, such as with 'some', or name another condition.`,
  },
  'requirement-in-no-profile': {
    unreviewed: (requirement: string): string =>
      `No profile includes '${requirement}', so that it is never reviewed. Include it in a profile that a design names.`,
  },
  'condition-never-holds': {
    never: (why: WhyNever): string => `This never holds: ${whyNeverWords(why)}. Correct it, or take it away.`,
    beside: (rule: string): string =>
      `This never holds where the rule applies ('${rule}'), so that it has no effect. Correct one of the two.`,
  },
  'condition-always-holds': {
    always: 'This always holds, of whatever is asked. It tells nothing apart: correct it, or take it away.',
    beside: (rule: string): string => `This always holds where the rule applies ('${rule}'), so that it has no effect. Take it away.`,
  },
  'need-never-met': {
    never: (why: WhyNever): string =>
      `This never holds: ${whyNeverWords(why)}. Whatever it applies to would be reported for ever: correct it.`,
    across: (control: string, sort: SubjectSort): string =>
      `Only a flow passes others on its way, so that nothing of ${sortInWords(sort)} is 'across' them. Ask for '${control}' on every flow.`,
    here: (why: WhyNever): string => `Nothing can meet this: ${whyNeverWords(why)}. Ask for it there with 'on'.`,
    there: (why: WhyNever): string => `Nothing can meet this: ${whyNeverWords(why)}. Ask for it there.`,
    nowhere: (control: string, sort: SubjectSort): string =>
      `This leads nowhere from ${sortInWords(sort)}, so that nothing there meets the need. Ask for '${control}' somewhere else.`,
  },
  'need-always-met': {
    always: 'This always holds, of whatever is asked. Nothing would ever be reported: correct it, or take it away.',
  },
  'contradicting-needs': {
    both: (one: string, other: string): string =>
      `'${one}' and '${other}' cannot both be met. Correct one of the two, or ask for either with 'or'.`,
  },
  'doubled-requirement': {
    notNeeded: (own: string, other: string): string =>
      `Whatever '${own}' reports, '${other}' reports as well. Let one refine the other, so that it is reported once, or take one away.`,
    widened: (own: string, other: string): string =>
      `Whatever '${other}' reports, '${own}' reports as well. Let '${own}' refine it, so that it is reported once.`,
    alike: (own: string, other: string): string =>
      `In this workspace '${own}' and '${other}' are open on the same elements with the same gaps, and on no others. If they mean the same, let one refine the other or take one away.`,
  },
  'unused-definition': {
    unused: (name: string): string => `Nothing in this workspace uses '${name}'.`,
  },
};
