import { isOpen, requirementsOf } from '../../language/semantics/index.js';
import type { Element, Mechanism, Requirement } from '../../language/model/index.js';
import { Evaluator } from '../evaluate.js';
import { elementsFor, elementNamed } from '../review.js';
import { grantedBy, withMechanism } from './added.js';
import { mechanismReads, type MechanismRead } from './reads.js';
import { isLayer } from './stacks.js';

/** Requirements that the added mechanism makes apply, and that it leaves open: the fix names them. */
export function broughtIntoScope(before: Evaluator, element: Element, mechanism: Mechanism, control: string): string[] {
  const { architecture, date } = before.facts;
  const granted = grantedBy(before, mechanism, element, control);
  const sensitive = notAsked(before).filter(({ requirement }) => couldMatter(mechanismReads(requirement), mechanism, granted, before));
  if (sensitive.length === 0) return [];
  const known = knownScopes(before);
  // What a layer brings along is the same whichever control it is added for.
  const key = `${element.place} ${element.name} ${mechanism.name} ${isLayer(mechanism, element) ? '' : control}`;
  let brought = known.get(key);
  if (brought === undefined) {
    const after = new Evaluator(withMechanism(architecture, element, mechanism, control), date);
    const isBrought = (requirement: Requirement, name: string) => {
      const one = elementNamed(after.facts.architecture, name)!;
      return after.isAsked(requirement, one) && isOpen(after.evaluate(requirement, one).state);
    };
    brought = sensitive
      .filter(({ requirement, elements }) => elements.some((name) => isBrought(requirement, name)))
      .map(({ requirement }) => requirement.name);
    known.set(key, brought);
  }
  return brought;
}

interface NotAsked {
  readonly requirement: Requirement;
  /** Names of the elements that it is not asked of. */
  readonly elements: readonly string[];
}

const notAskedOf = new WeakMap<Evaluator, readonly NotAsked[]>();

/** The requirements that a mechanism or control could make apply, with the elements that they are not asked of so far. */
function notAsked(evaluator: Evaluator): readonly NotAsked[] {
  let known = notAskedOf.get(evaluator);
  if (known === undefined) {
    const { architecture } = evaluator.facts;
    known = requirementsOf(architecture.design.profiles, architecture.catalogue)
      .filter((requirement) => mechanismReads(requirement).length > 0)
      .map((requirement) => ({
        requirement,
        elements: elementsFor(requirement, architecture)
          .filter((one) => !evaluator.isAsked(requirement, one))
          .map(({ name }) => name),
      }));
    notAskedOf.set(evaluator, known);
  }
  return known;
}

const scopes = new WeakMap<Evaluator, Map<string, string[]>>();

function knownScopes(evaluator: Evaluator): Map<string, string[]> {
  let known = scopes.get(evaluator);
  if (known === undefined) scopes.set(evaluator, (known = new Map<string, string[]>()));
  return known;
}

function couldMatter(reads: readonly MechanismRead[], { name }: Mechanism, granted: ReadonlySet<string>, { facts }: Evaluator): boolean {
  const kinds = facts.mechanismKinds(name);
  return reads.some((read) => read.of === 'any' || (read.of === 'layer' ? kinds.has(read.name) : granted.has(read.name)));
}
