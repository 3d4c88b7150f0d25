import { AstUtils } from 'langium';
import * as ast from '../../language/generated/ast.js';
import type { Condition, ElementSort } from '../../language/model/index.js';
import { canBeAsked, mayStand, providersOf, type SubjectSort } from '../../language/semantics/index.js';
import { modelOf } from '../../language/parsing/model.js';
import { elementOffers } from './elements.js';
import { omittable } from './catalogue.js';
import { isAnythingOpen } from './decisions.js';
import { subjectOf, type Situation } from './situation.js';
import { unitsFor } from './values.js';
import { isSaidAlready } from './word-once.js';
import { bodyTokens } from './statement.js';
import { decidableKinds, isDecidableWithin } from './wide-decisions.js';
import type { KeywordOffer } from './words.js';

const predicateRules = new Set([
  'IsCondition',
  'DataCondition',
  'PathCondition',
  'InZoneCondition',
  'CrossesCondition',
  'OverCondition',
  'OursCondition',
  'RoleCondition',
]);

/** Whether a keyword that the grammar allows says something there that is not said yet, and can be meant. */
export function saysSomething({ step, word, opens }: KeywordOffer, situation: Situation): boolean {
  const { statement, owner, document, cursor, tokens, sort, catalogue } = situation;
  if (opens === undefined && statement.after[0]?.image === word) return false;
  if (word.endsWith('->') && cursor.after[0]?.image.endsWith('->') === true) return false;
  if (isSaidAlready(step, situation)) return false;
  if (predicateRules.has(step.rule) && !canBeMeant(word, subjectOf(situation))) return false;
  switch (step.rule) {
    case 'Import':
      // Imports stand before everything else.
      return cursor.before.every(({ image, tokenType }) => image === 'import' || tokenType.name === 'STRING');
    case 'Design':
      return word !== 'design' || modelOf(document).designs.every(({ $cstNode }) => $cstNode?.offset === cursor.start);
    case 'Operator':
      // Only a text has letters to look for.
      return word !== 'mentions' || catalogue.attributes.get(tokens.at(-1)?.image ?? '')?.type.kind === 'text';
    case 'Stores':
      return ast.isComponent(owner) || ast.isComponentKind(owner) || (ast.isChange(owner) && sort === 'component');
    case 'MechanismUse':
      return sort === undefined || [...catalogue.mechanisms.values()].some((mechanism) => mayStand(mechanism, sort));
    case 'ControlUse':
      if (word === 'by' && sort !== undefined) return isProvided(situation, sort);
      return (word !== 'from' && word !== 'to') || ast.isFlow(owner) || (ast.isChange(owner) && sort === 'flow');
    case 'ChangedLayer':
      return sort === 'flow' || (sort === 'link' && word === 'over');
    case 'Stay':
      // Most designs have no phases, and definitions none at all.
      return !ast.isDefinition(owner) && elementOffers(['Phase'], { ...situation, listed: new Set() }).length > 0;
    case 'Decision':
      if (opens === 'statement') return mayDecide(situation);
      return word !== 'until' || tokens[0]?.image === 'accept';
    case 'Target':
      if (word === 'every') return decidableKinds(situation).length > 0;
      return word !== 'and' || isDecidableWithin(situation);
    case 'Omission':
      return word !== 'without' || omittable(situation).length > 0;
    case 'Profile':
      return word !== 'accept' || !bodyTokens(statement).before.some(({ image }) => image === 'accept');
    case 'Demand':
      return !situation.listed.has(word);
    case 'Unit':
      return unitsFor(tokens.at(-1)?.image ?? '').includes(word) && takesDuration(situation);
    case 'CountsCondition':
      return catalogue.conditions.size > 0;
    case 'ElementSort':
      return !situation.listed.has(word);
    default:
      return true;
  }
}

/** Whether a condition that begins with a word can hold of its subject. Of the design itself, `design` says nothing more. */
function canBeMeant(word: string, subject: SubjectSort | undefined): boolean {
  if (subject === undefined) return true;
  if (word === 'design') return subject !== 'design' && subject !== 'protocol';
  return canBeAsked(conditionsBegunBy[word] ?? (word as Condition['kind']), subject);
}

/** Conditions that go on behind their first word. */
const conditionsBegunBy: Readonly<Record<string, Condition['kind']>> = { opened: 'opened by', run: 'run by' };

/** Whether some mechanism provides the control that the line names. */
function isProvided({ node, catalogue }: Situation, sort: ElementSort): boolean {
  const use = node === undefined ? undefined : AstUtils.getContainerOfType(node, ast.isControlUse);
  const control = use?.control?.$refText ?? '';
  return !catalogue.controls.has(control) || providersOf(control, sort, catalogue).length > 0;
}

/** Whether something is open that a decision in this file could be about: a project may bind decisions to other files. */
function mayDecide(situation: Situation): boolean {
  const { snapshot, document } = situation;
  return snapshot.mayDecide(document.uri) && isAnythingOpen(situation);
}

function takesDuration({ tokens, catalogue, owner }: Situation): boolean {
  const [name, behind] = tokens.slice(-3);
  if (behind?.image === 'default' || name?.image === 'default') return ast.isAttribute(owner) && owner.words[0] === 'duration';
  const type = catalogue.attributes.get(name?.image ?? '')?.type;
  return type === undefined || type.kind === 'duration';
}
