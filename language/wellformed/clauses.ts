import { AstUtils, GrammarUtils, type AstNode, type CstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { onceOf, type GrammarClause } from '../grammar/clauses.js';
import { isBroken } from '../parsing/broken.js';
import { nameRange, rangeBetween, rangeOfNode, rangeOfCst } from '../read/range.js';
import { withWords } from './leave-out.js';
import { replacement, type Context, type Mistake, type Repair } from './mistake.js';

/** Forms that messages show. */
const forms: Readonly<Record<string, string>> = {
  Zone: 'zone NAME "Title" is KIND in ZONE run by PARTY { ... }',
  Component: 'component NAME "Title" is KIND in ZONE run by PARTY { ... }',
  Data: 'data NAME "Title" is CLASS { ... }',
  Flow: 'flow NAME "Title" is SERVICE: A -> B -> C carries DATA over MECHANISM',
  Decision: 'accept REQUIREMENT on ELEMENT until 2027-06-30 because "..." by "..."',
  Attribute: 'define attribute NAME "Title" on component : integer',
  Requirement:
    'define requirement NAME "Title" { category C severity S applies to PLACE where ... needs ... because "..." guidance "..." }',
  NamedCondition: 'define condition NAME "Title" on component where CONDITION',
  AttackMethod: 'define attack NAME "Title" { leads to THREAT }',
  AttackStep: 'define step NAME "Title" on PLACE where CONDITION { from HOLD of ROLE to HOLD of ROLE unless NEED because "..." }',
  Weakness: 'weak CONTROL because "..."',
  Limit: 'weak where CONDITION because "..."',
  Omission: 'without REQUIREMENT because "..."',
  Rule: 'applies to PLACE where CONDITION as "is what is wrong" needs CONTROL',
};

/** Clauses that are missing or given twice. The grammar lets both through so that the message can show the form. */
export function* clauses(context: Context): Iterable<Mistake> {
  const { model, document } = context;
  for (const statement of [...model.designs, ...model.elements, ...model.definitions]) {
    // What is missing in a statement that could not be read in full is missing because of that.
    const readable = !isBroken(document, statement);
    for (const node of AstUtils.streamAst(statement)) {
      yield* repeated(node, context);
      if (readable) yield* missing(node, context);
    }
  }
}

function* repeated(node: AstNode, { document, grammar }: Context): Iterable<Mistake> {
  for (const clause of onceOf(grammar, node.$type)) {
    const { property, words } = clause;
    const values = (node as unknown as Record<string, unknown>)[property];
    if (!Array.isArray(values) || values.length < 2) continue;
    const places = GrammarUtils.findNodesForProperty(node.$cstNode, property);
    yield {
      code: 'repeated-clause',
      severity: 'error',
      message: `'${words}' stands here a second time, and only the first counts. Keep one.${formOf(node)}`,
      range: rangeOfCst(document, places[1] ?? node.$cstNode),
      related: { range: rangeOfCst(document, places[0] ?? node.$cstNode), message: `the first '${words}'` },
      repairs: places[1] === undefined || clause.goesOn ? [] : [withoutSecond(places[1], clause, document)],
    };
  }
}

/** What does not count goes, with the words before it. */
function withoutSecond({ offset, end }: CstNode, { holdsWords }: GrammarClause, document: Context['document']): Repair {
  const range = holdsWords ? rangeBetween(document, offset, end) : withWords(document, offset, end);
  return replacement(range, '', 'Remove the second, which does not count', true);
}

function* missing(node: AstNode, { document }: Context): Iterable<Mistake> {
  const lacks = (severity: 'error' | 'warning', what: string): Mistake => ({
    code: 'missing-clause',
    severity,
    message: `${what}${formOf(node)}`,
    range: 'name' in node ? nameRange(document, node) : rangeOfNode(document, node),
  });
  if (ast.isZone(node) || ast.isComponent(node) || ast.isData(node)) {
    if (node.kinds.length === 0)
      yield lacks('warning', `Nobody says what '${node.name}' is, so that hardly any rule applies to it: add 'is'.`);
  } else if (ast.isFlow(node)) {
    if (node.path.length < 2) yield lacks('error', `A flow goes from one component to another: add where '${node.name}' goes.`);
  } else if (ast.isDecision(node)) {
    if (node.because.every((reason) => reason.trim() === '')) yield withoutReason(node, document);
  } else if (ast.isAttribute(node)) {
    if (node.words.length === 0) yield lacks('error', `Nobody says what '${node.name}' holds: add its type or its words after ':'.`);
  } else if (ast.isWeakness(node)) {
    if (node.because.length === 0) yield lacks('warning', 'A weakness says why, because users are shown the reason: add it.');
  } else if (ast.isOmission(node)) {
    if (node.because.every((reason) => reason.trim() === ''))
      yield lacks('error', 'What a profile drops without a reason is asked for all the same: say why.');
  } else if (ast.isAttackMethod(node)) {
    if (node.threats.length === 0) yield lacks('warning', `Nobody says what '${node.name}' leads to: add the threats.`);
  } else if (ast.isAttackStep(node)) {
    if (node.places.length === 0) yield lacks('error', `'${node.name}' is a step on nothing: add 'on' and a sort of element.`);
    else if (node.to.length === 0) yield lacks('error', `'${node.name}' gives the attacker nothing: add 'to'.`);
  } else if (ast.isRule(node)) {
    if (node.needs.length === 0) yield lacks('error', `This rule asks for nothing: add a line with 'needs'.`);
  } else if (ast.isRequirement(node)) yield* requirement(node, lacks);
}

function withoutReason(node: ast.Decision, document: Context['document']): Mistake {
  const [empty] = GrammarUtils.findNodesForProperty(node.$cstNode, 'because');
  const message = `Say why: a decision without a reason convinces nobody.${formOf(node)}`;
  const base = { code: 'decision-without-reason', severity: 'warning', message } as const;
  if (empty !== undefined) return { ...base, range: rangeOfCst(document, empty) };
  const range = rangeOfNode(document, node);
  const end = { ...range, startLine: range.endLine, startColumn: range.endColumn, startOffset: range.endOffset };
  return { ...base, range, repairs: [replacement(end, ' because "..."', 'Add a reason to fill', true)] };
}

function* requirement(node: ast.Requirement, lacks: (severity: 'error' | 'warning', what: string) => Mistake): Iterable<Mistake> {
  if (node.rules.length === 0) yield lacks('error', `'${node.name}' applies to nothing: add 'applies to'.`);
  const wanted = [
    [node.severities.length, 'severity'],
    [node.categories.length, 'category'],
    [node.because.length, 'because'],
    [node.guidance.length, 'guidance'],
  ] as const;
  const absent = wanted.filter(([count]) => count === 0).map(([, clause]) => `'${clause}'`);
  if (absent.length > 0) yield lacks('warning', `'${node.name}' lacks ${absent.join(', ')}, which its findings show.`);
}

function formOf(node: AstNode): string {
  const form = forms[node.$type];
  return form === undefined ? '' : ` Form: ${form}`;
}
