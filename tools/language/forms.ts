import { AstUtils, GrammarAST } from 'langium';
import {
  calledBy,
  continuesList,
  isDataTypeRule,
  isOptional,
  isRepeated,
  keywordOf,
  sequenceOf,
  type GrammarElement,
} from '../../language/grammar/elements.js';

/** What stands for a name of each type, where its own name would say less. */
const placeholders: Readonly<Record<string, string>> = {
  ZoneKind: 'KIND',
  ComponentKind: 'KIND',
  DataClass: 'CLASS',
  NamedCondition: 'NAME',
  AttackMethod: 'ATTACK',
  AttackStep: 'STEP',
  Subject: 'ELEMENT',
  Declaration: 'ELEMENT',
  RelationName: 'RELATION',
  NeedPlace: 'PLACE',
  And: 'CONDITION',
  NeedAnd: 'NEED',
  NeedAtom: 'NEED',
  Setting: 'ATTRIBUTE = VALUE',
  STRING: '"..."',
  INT: 'NUMBER',
  ID: 'NAME',
};

/** Rules that have a section of their own: a form names them only. */
const sections = new Set([
  'Or',
  'And',
  'Not',
  'Need',
  'Value',
  'Relation',
  'NeedPlace',
  'Setting',
  'BodyItem',
  'Operator',
  'Body',
  'Position',
  'Declaration',
]);

/** How a part of the grammar is written, in one line: what may be left out stands in brackets, what goes on as a list ends with dots. */
export function formOf(element: GrammarElement): string {
  return tidy(ofElement(element, new Set()));
}

function ofElement(element: GrammarElement, within: ReadonlySet<GrammarAST.ParserRule>): string {
  if (GrammarAST.isAction(element)) return '';
  if (continuesList(element)) return `${firstSign(element)} ...`;
  const inner = withoutCardinality(element, within);
  if (inner === '') return '';
  if (isRepeated(element)) return `[${inner}] ...`;
  return isOptional(element) ? `[${inner}]` : inner;
}

function withoutCardinality(element: GrammarElement, within: ReadonlySet<GrammarAST.ParserRule>): string {
  if (GrammarAST.isGroup(element)) {
    const open = element.elements.findIndex((one) => GrammarAST.isKeyword(one) && one.value === '{');
    const parts = open < 0 ? element.elements : element.elements.slice(0, open);
    const written = parts.map((one) => ofElement(one, within)).filter((one) => one !== '');
    return [...written, ...(open < 0 ? [] : ['{ ... }'])].join(' ');
  }
  if (GrammarAST.isAlternatives(element)) {
    const all = [...new Set(element.elements.map((one) => ofElement(one, within)))];
    return all.length === 1 ? all[0]! : `(${all.join(' | ')})`;
  }
  if (GrammarAST.isKeyword(element)) return element.value;
  if (GrammarAST.isAssignment(element)) {
    if (GrammarAST.isCrossReference(element.terminal)) return placeholder(element.terminal.type.$refText);
    return ofElement(element.terminal, within);
  }
  if (GrammarAST.isCrossReference(element)) return placeholder(element.type.$refText);
  return GrammarAST.isRuleCall(element) ? ofCall(element, within) : '';
}

function ofCall(call: GrammarAST.RuleCall, within: ReadonlySet<GrammarAST.ParserRule>): string {
  const { $refText: name } = call.rule;
  const rule = calledBy(call);
  if (name === 'Body') return '{ ... }';
  if (name === 'Or' || name === 'Not') return 'CONDITION';
  if (rule === undefined || name === 'Name' || sections.has(name) || within.has(rule)) return placeholder(name);
  const inner = ofElement(rule.definition, new Set([...within, rule]));
  // A choice among many words is told beneath.
  return isDataTypeRule(rule) && AstUtils.streamAst(rule).filter(GrammarAST.isKeyword).count() > 8 ? placeholder(name) : inner;
}

const placeholder = (name: string): string =>
  placeholders[name] ?? (name === 'Name' ? 'NAME' : name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase());

/** What stands between the members of a list. */
function firstSign(element: GrammarElement): string {
  const words = sequenceOf(element).map((one) => keywordOf(one)?.value);
  return words.slice(0, words.indexOf(undefined)).join(' ');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(/ ,/g, ',').replace(/\[ /g, '[').replace(/ \]/g, ']').trim();
