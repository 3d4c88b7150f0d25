import type { Condition, Element } from '../../../language/model/index.js';
import { holds } from './conditions.js';
import { False, kindLevels, type Scene, type Subject } from './elements.js';
import { isNamedIn } from './grants.js';
import { carriedBy, carriedOver, endOf, endsOf } from './paths.js';
import { membersOf } from './relations.js';
import { linksOfShortPath } from './spans.js';
import { belongsToEnds, isWrittenAt } from './values.js';

/** Rule 42a: whether anything is written of a control on an element, its kinds or, of a flow of two stops, its links. */
export function saysOf(scene: Scene, element: Element, control: string): boolean {
  const owners = element.sort === 'flow' ? [element, ...linksOfShortPath(scene, element)] : [element];
  return owners.some(
    (one) =>
      isNamedIn(scene, one, control, one) ||
      kindLevels(scene, one)
        .flat()
        .some((kind) => isNamedIn(scene, kind, control, one)),
  );
}

/** Rule 42a: whether a condition is false, and not for want of a statement. */
export function isStatedFalse(scene: Scene, subject: Subject, condition: Condition): boolean {
  if (holds(scene, subject, condition) !== False) return false;
  const isStored = () =>
    (subject.sort === 'component' && subject.stores.length > 0) ||
    (subject.sort === 'zone' && membersOf(scene, subject, { name: 'data', within: undefined }).length > 0);
  switch (condition.kind) {
    case 'set':
      return false;
    case 'compare':
      return isWritten(scene, subject, condition.attribute);
    case 'not': {
      let operand = condition.operand;
      while (operand.kind === 'named') operand = operand.condition;
      return operand.kind === 'compare' ? isWritten(scene, subject, operand.attribute) : true;
    }
    case 'named':
      return isStatedFalse(scene, subject, condition.condition);
    case 'and':
    case 'or':
      return condition.operands.some((operand) => isStatedFalse(scene, subject, operand));
    case 'source':
    case 'target':
      return endOf(scene, subject, condition.kind).some((end) => isStatedFalse(scene, end, condition.condition));
    case 'design':
      return isStatedFalse(scene, scene.architecture.design, condition.condition);
    case 'quantified': {
      const { condition: inner, quantifier } = condition;
      if (quantifier === 'no') return true;
      return inner !== undefined && membersOf(scene, subject, condition.relation).some((member) => isStatedFalse(scene, member, inner));
    }
    case 'over':
      return (subject.sort === 'link' || subject.sort === 'flow') && subject.layers.length > 0;
    case 'carries':
      if (subject.sort === 'flow') return carriedBy(subject).length > 0;
      return subject.sort === 'link' && carriedOver(scene, subject).length > 0;
    case 'stores':
      return isStored();
    case 'sees':
      if (isStored()) return true;
      return (
        subject.sort === 'component' && [...scene.architecture.flows.values()].some((flow) => flow.stops.flat().includes(subject.name))
      );
    case 'has':
      return subject.sort !== 'protocol' && saysOf(scene, subject, condition.control);
    case 'is':
    case 'in':
    case 'crosses':
    case 'touches':
    case 'from':
    case 'to':
    case 'via':
    case 'opened by':
    case 'run by':
    case 'accepted':
    case 'ours':
    case 'extreme':
      return true;
  }
}

function isWritten(scene: Scene, subject: Subject, attribute: string): boolean {
  const asked = belongsToEnds(scene, subject, attribute) ? endsOf(scene, subject) : [subject];
  return asked.some((one) => isWrittenAt(scene, one, attribute));
}
