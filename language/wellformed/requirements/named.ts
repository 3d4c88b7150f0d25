import { AstUtils } from 'langium';
import * as ast from '../../generated/ast.js';
import type { ElementSort } from '../../model/index.js';
import { relationsTo, type SubjectSort } from '../../semantics/index.js';
import { rangeOfNode, rangeOfCst } from '../../read/range.js';
import { replacement, type Context, type Mistake, type Repair } from '../mistake.js';
import { fixedParts, misplacedOn } from './conditions.js';

/** Named conditions that are asked of what they say nothing of, or of which a part never or always holds. */
export function* namedConditions(context: Context): Iterable<Mistake> {
  for (const definition of context.model.definitions) {
    for (const node of AstUtils.streamAllContents(definition)) if (ast.isCountsCondition(node)) yield* misplaced(node, context);
    if (!ast.isNamedCondition(definition) || definition.condition === undefined) continue;
    const [sort, another] = definition.sorts as ElementSort[];
    // Of several sorts, a part may be meant for one of them.
    if (sort !== undefined && another === undefined) yield* fixedParts(definition.condition, sort, context);
  }
}

function* misplaced(node: ast.CountsCondition, context: Context): Iterable<Mistake> {
  const { catalogue, document, sources } = context;
  const subjects = misplacedOn(node, catalogue);
  const named = catalogue.conditions.get((node.condition as ast.CountsCondition['condition'] | undefined)?.$refText ?? '');
  if (named === undefined || subjects.length === 0) return;
  yield {
    code: 'misplaced-condition',
    severity: 'error',
    what: ['elsewhere', named.name, named.sorts, subjects],
    range: rangeOfCst(document, node.condition.$refNode),
    related: { range: sources.rangeOf(named), is: ['definition', named.name] },
    repairs: subjects.length > 1 ? [] : related(node, named.sorts, subjects[0]!, context),
  };
}

/** Asks it of some of those to which the condition applies and that are related to the subject. */
function related(node: ast.CountsCondition, sorts: readonly ElementSort[], subject: SubjectSort, { document }: Context): Repair[] {
  const range = rangeOfNode(document, node);
  return relationsTo(sorts, subject).map((relation) => {
    const text = `some ${relation} counts as ${node.condition.$refText}`;
    return replacement(range, text, ['askOf', relation], false);
  });
}
