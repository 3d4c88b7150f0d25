import type { Condition, Operand, Relation } from '../model/condition.js';
import type { Across, Need, NeedPlace } from '../model/need.js';

/** A condition as the language writes it, with parentheses where `and` and `or` mix: readers are not programmers. */
export function conditionWords(condition: Condition): string {
  return words(condition, 0);
}

// 0: anywhere, 1: operand of `or`, 2: operand of `and`, 3: operand of `not` or a condition after a word
function words(condition: Condition, binding: number): string {
  switch (condition.kind) {
    case 'or':
      return group(condition.operands.map((operand) => words(operand, 1)).join(' or '), binding > 0);
    case 'and':
      return group(condition.operands.map((operand) => words(operand, 2)).join(' and '), binding > 0);
    case 'not':
      return `not ${words(condition.operand, 3)}`;
    case 'is':
      return `is ${condition.name}`;
    case 'named':
      return `counts as ${condition.name}`;
    case 'carries':
    case 'stores':
    case 'sees':
      return `${condition.kind} ${condition.dataClass}`;
    case 'touches':
    case 'from':
    case 'to':
    case 'via':
    case 'opened by':
    case 'run by':
      return `${condition.kind} ${condition.componentKind}`;
    case 'in':
      return `in ${condition.zoneKind}`;
    case 'crosses':
      return `crosses ${condition.border}`;
    case 'over':
      return `over ${condition.mechanism}${condition.outer === undefined ? '' : ` inside ${condition.outer}`}`;
    case 'has':
      return `has ${condition.control}`;
    case 'accepted':
    case 'ours':
      return condition.kind;
    case 'source':
    case 'target':
    case 'design':
      return `${condition.kind} ${words(condition.condition, 3)}`;
    case 'quantified': {
      const quantifier = condition.quantifier === 'at least' ? `at least ${condition.least}` : condition.quantifier;
      const inner = condition.condition === undefined ? '' : ` ${words(condition.condition, 3)}`;
      return `${quantifier} ${relationWords(condition.relation)}${inner}`;
    }
    case 'compare':
      return `${condition.attribute} ${condition.operator} ${operandWords(condition.operand)}`;
    case 'set':
      return `${condition.attribute} set`;
    case 'extreme':
      return `${condition.extreme} ${condition.attribute} of ${relationWords(condition.relation)} ${condition.operator} ${operandWords(condition.operand)}`;
  }
}

function group(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

export function relationWords(relation: Relation): string {
  switch (relation.within?.kind) {
    case undefined:
      return relation.name;
    case 'design':
      return `${relation.name} in design`;
    case 'same zone':
      return `${relation.name} in same zone`;
    case 'same attribute':
      return `${relation.name} with same ${relation.within.attribute}`;
  }
}

export function operandWords(operand: Operand): string {
  switch (operand.kind) {
    case 'attribute':
      return operand.attribute;
    case 'integer':
      return String(operand.number);
    case 'duration':
      return operand.written;
    case 'text':
      return JSON.stringify(operand.text);
    case 'date':
      return operand.date;
    case 'word':
      return operand.word;
  }
}

/** Where a control is asked for: `on link or on every flow that carries personal-data`. */
export function placesWords({ places }: Pick<Extract<Need, { kind: 'control' }>, 'places'>): string {
  return places.map((place) => `on ${placeWords(place)}`).join(' or ');
}

/** A need as the language writes it. */
export function needWords(need: Need, inner = false): string {
  switch (need.kind) {
    case 'and':
    case 'or':
      return group(need.operands.map((operand) => needWords(operand, true)).join(` ${need.kind} `), inner);
    case 'condition':
      return words(need.condition, inner ? 2 : 0);
    case 'control': {
      const across = need.across === undefined ? '' : ` across ${acrossWords(need.across)}`;
      return need.control + across + (need.places.length === 0 ? '' : ` ${placesWords(need)}`);
    }
  }
}

/** `data-concentrator`, `every relay that not is trusted-end-point` */
export function acrossWords(across: Across): string {
  if (across.kind === 'kind') return across.name;
  return `every relay${across.that === undefined ? '' : ` that ${words(across.that, 3)}`}`;
}

function placeWords(place: NeedPlace): string {
  if (place.kind === 'here') return place.name;
  return `${place.quantifier} ${relationWords(place.relation)}${place.that === undefined ? '' : ` that ${words(place.that, 3)}`}`;
}
