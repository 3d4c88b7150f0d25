import { AstUtils, GrammarUtils, type AstNode, type CstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { onceOf, type GrammarClause } from '../grammar/clauses.js';
import { isBroken } from '../parsing/broken.js';
import { nameRange, rangeBetween, rangeOfNode, rangeOfCst } from '../read/range.js';
import { withWords } from './leave-out.js';
import { replacement, type Context, type Mistake, type MistakeOf, type Repair } from './mistake.js';

type Missing = MistakeOf<'missing-clause'>['what'];

/** Clauses that are missing or given twice. The grammar lets both through so that the message can show the form. */
export function* clauses(context: Context): Iterable<Mistake> {
  const { model, document } = context;
  for (const statement of [...model.designs, ...model.elements, ...model.definitions]) {
    // What is missing in a statement that could not be read in full is missing because of that.
    const readable = !isBroken(document, statement);
    yield* context.unlessClean(statement, 'clauses', [readable], () => clausesOf(statement, readable, context));
  }
}

function* clausesOf(statement: AstNode, readable: boolean, context: Context): Iterable<Mistake> {
  for (const node of AstUtils.streamAst(statement)) {
    yield* repeated(node, context);
    if (readable) yield* missing(node, context);
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
      what: ['clause', node.$type, words],
      range: rangeOfCst(document, places[1] ?? node.$cstNode),
      related: { range: rangeOfCst(document, places[0] ?? node.$cstNode), is: ['firstClause', words] },
      repairs: places[1] === undefined || clause.goesOn ? [] : [withoutSecond(places[1], clause, document)],
    };
  }
}

/** What does not count goes, with the words before it. */
function withoutSecond({ offset, end }: CstNode, { holdsWords }: GrammarClause, document: Context['document']): Repair {
  const range = holdsWords ? rangeBetween(document, offset, end) : withWords(document, offset, end);
  return replacement(range, '', ['removeSecond'], true);
}

function* missing(node: AstNode, { document }: Context): Iterable<Mistake> {
  const lacks = (severity: 'error' | 'warning', what: Missing): Mistake => ({
    code: 'missing-clause',
    severity,
    what,
    range: 'name' in node ? nameRange(document, node) : rangeOfNode(document, node),
  });
  if (ast.isZone(node) || ast.isComponent(node) || ast.isData(node)) {
    if (node.kinds.length === 0) yield lacks('warning', ['kind', node.$type, node.name]);
  } else if (ast.isFlow(node)) {
    if (node.path.length < 2) yield lacks('error', ['way', node.$type, node.name]);
  } else if (ast.isDecision(node)) {
    if (node.because.every((reason) => reason.trim() === '')) yield withoutReason(node, document);
  } else if (ast.isAttribute(node)) {
    if (node.words.length === 0) yield lacks('error', ['values', node.$type, node.name]);
  } else if (ast.isWeakness(node)) {
    if (node.because.length === 0) yield lacks('warning', ['weakness', node.$type]);
  } else if (ast.isOmission(node)) {
    if (node.because.every((reason) => reason.trim() === '')) yield lacks('error', ['omission', node.$type]);
  } else if (ast.isAttackMethod(node)) {
    if (node.threats.length === 0) yield lacks('warning', ['threats', node.$type, node.name]);
  } else if (ast.isAttackStep(node)) {
    if (node.sorts.length === 0) yield lacks('error', ['stepOn', node.$type, node.name]);
    else if (node.to.length === 0) yield lacks('error', ['stepTo', node.$type, node.name]);
  } else if (ast.isRule(node)) {
    if (node.needs.length === 0) yield lacks('error', ['needs', node.$type]);
  } else if (ast.isRequirement(node)) yield* requirement(node, lacks);
}

function withoutReason(node: ast.Decision, document: Context['document']): Mistake {
  const [empty] = GrammarUtils.findNodesForProperty(node.$cstNode, 'because');
  const what = ['why', node.$type] as const;
  const base = { code: 'decision-without-reason', severity: 'warning', what } as const;
  if (empty !== undefined) return { ...base, range: rangeOfCst(document, empty) };
  const range = rangeOfNode(document, node);
  const end = { ...range, startLine: range.endLine, startColumn: range.endColumn, startOffset: range.endOffset };
  return { ...base, range, repairs: [replacement(end, ' because "..."', ['addReason'], true)] };
}

function* requirement(node: ast.Requirement, lacks: (severity: 'error' | 'warning', what: Missing) => Mistake): Iterable<Mistake> {
  if (node.rules.length === 0) yield lacks('error', ['rules', node.$type, node.name]);
  const wanted = [
    [node.severities.length, 'severity'],
    [node.categories.length, 'category'],
    [node.because.length, 'because'],
    [node.guidance.length, 'guidance'],
  ] as const;
  const absent = wanted.filter(([count]) => count === 0).map(([, clause]) => clause);
  if (absent.length > 0) yield lacks('warning', ['describing', node.$type, node.name, absent]);
}
