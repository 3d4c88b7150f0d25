import type { Catalogue, ElementSort } from '../../model/catalogue.js';
import type { Condition } from '../../model/condition.js';
import { mechanismLineage, withImplied } from '../kinds.js';
import { grantsOfMechanism } from '../mechanisms.js';
import type { AskableClause, LookingRequirement, Reads } from './reads.js';

/** What is known of the element on which something stands: where, and of what kinds it is; undefined where those may be more. */
export interface StatementBearer {
  readonly sort: ElementSort;
  readonly kinds: ReadonlySet<string> | undefined;
}

/** Who reads what stands on an element, in some designs of a catalogue: each answer is the name of a requirement that does. */
export class Readers {
  constructor(
    private readonly reads: Reads,
    private readonly catalogue: Catalogue,
  ) {}

  ofSetting(attribute: string, bearer: StatementBearer): string | undefined {
    return reading(this.reads.settings.get(`${attribute} ${bearer.sort}`), bearer);
  }

  ofClause(clause: AskableClause): string | undefined {
    return this.reads.clauses.get(clause)?.[0]?.requirement;
  }

  /** Whoever asks for a control or for what it implies. */
  ofControl(control: string, bearer: StatementBearer): string | undefined {
    return first(withImplied(control, this.catalogue), (one) => reading(this.reads.controls.get(`${one} ${bearer.sort}`), bearer));
  }

  /** Whoever asks for one of the controls that a mechanism provides, or is weak for. */
  ofMechanism(mechanism: string, bearer: StatementBearer): string | undefined {
    return first(grantsOfMechanism(mechanism, this.catalogue).keys(), (control) => this.ofControl(control, bearer));
  }

  /** A layer may be asked for itself besides. */
  ofLayer(mechanism: string, bearer: StatementBearer): string | undefined {
    const { protocols, layers, protocolControls } = this.reads;
    const { sort } = bearer;
    const kinds = mechanismLineage(mechanism, this.catalogue).keys();
    return (
      this.ofMechanism(mechanism, bearer) ??
      reading(protocols.get(sort), bearer) ??
      first(kinds, (kind) => reading(layers.get(`${kind} ${sort}`), bearer)) ??
      first(grantsOfMechanism(mechanism, this.catalogue).keys(), (control) => reading(protocolControls.get(control), bearer))
    );
  }
}

function reading(readers: readonly LookingRequirement[] | undefined, { kinds }: StatementBearer): string | undefined {
  return readers?.find(({ where }) => kinds === undefined || where === undefined || mayHold(where, kinds) !== false)?.requirement;
}

/** Whether a condition holds of what is of exactly these kinds; undefined where other things decide. */
function mayHold(condition: Condition, kinds: ReadonlySet<string>): boolean | undefined {
  switch (condition.kind) {
    case 'is':
      return kinds.has(condition.name);
    case 'named':
      return mayHold(condition.condition, kinds);
    case 'not': {
      const operand = mayHold(condition.operand, kinds);
      return operand === undefined ? undefined : !operand;
    }
    case 'and':
    case 'or': {
      const decisive = condition.kind === 'or';
      const operands = condition.operands.map((operand) => mayHold(operand, kinds));
      if (operands.includes(decisive)) return decisive;
      return operands.includes(undefined) ? undefined : !decisive;
    }
    default:
      return undefined;
  }
}

function first<T>(all: Iterable<T>, find: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
