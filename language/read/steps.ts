import type * as ast from '../generated/ast.js';
import type { AttackStep, Effort, ElementSort, Hold, Position, PositionRole, Yield } from '../model/catalogue.js';
import { referredNames } from './body.js';
import { isDefined, readCondition, readNeed, type Known } from './condition.js';
import { readBase, readCitations, type DefinitionFile } from './definitions.js';

export function readStep(file: DefinitionFile, node: ast.AttackStep, known: Known): AttackStep {
  const step: AttackStep = {
    ...readBase(file, node),
    sort: node.sorts[0] as ElementSort,
    condition: readCondition(node.condition, known),
    from: node.from.map((one) => readPosition(one, known)).filter(isDefined),
    to: node.to.map((one) => readPosition(one, known)).filter(isDefined),
    unless: node.unless.map((need) => readNeed(need, known)).filter(isDefined),
    bounds: node.bounds.map((need) => readNeed(need, known)).filter(isDefined),
    leadsTo: referredNames(node.threats),
    effort: (node.efforts[0] ?? 'medium') as Effort,
    see: readCitations(file.origins, node.see, known),
    because: node.because[0],
  };
  return file.origins.at(step, node);
}

/** Undefined for one that an error has left without its words. */
function readPosition(node: ast.Position, known: Known): Position | undefined {
  const { extent, hold, role, inDesign, filter } = node as { -readonly [K in keyof ast.Position]?: ast.Position[K] };
  if (hold === undefined || role === undefined) return undefined;
  return {
    extent: extent as Position['extent'],
    hold: hold as Hold | Yield,
    role: role as PositionRole,
    inDesign: inDesign === true,
    that: readCondition(filter, known),
  };
}
