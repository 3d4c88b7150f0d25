import type { Catalogue } from '../model/catalogue.js';
import type { Condition } from '../model/condition.js';

/** The first attribute that a condition asks for and that is computed. */
export function computedIn(condition: Condition | undefined, catalogue: Pick<Catalogue, 'attributes'>): string | undefined {
  const isComputed = (attribute: string) => catalogue.attributes.get(attribute)?.counts !== undefined;
  switch (condition?.kind) {
    case 'and':
    case 'or':
      return condition.operands.map((operand) => computedIn(operand, catalogue)).find((one) => one !== undefined);
    case 'not':
      return computedIn(condition.operand, catalogue);
    case 'named':
    case 'source':
    case 'target':
    case 'design':
    case 'quantified':
      return computedIn(condition.condition, catalogue);
    case 'compare':
    case 'extreme': {
      const { attribute, operand } = condition;
      return [attribute, ...(operand.kind === 'attribute' ? [operand.attribute] : [])].find(isComputed);
    }
    case 'set':
      return isComputed(condition.attribute) ? condition.attribute : undefined;
    default:
      return undefined;
  }
}
