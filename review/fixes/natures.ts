import { carriersOf, mechanismLineage, oncePer } from '../../language/semantics/index.js';
import type { Catalogue, Element, Mechanism } from '../../language/model/index.js';
import type { Evaluator } from '../evaluate.js';

/** What the catalogue alone says of a mechanism, whatever the design. */
export interface Nature {
  /** Its place among the mechanisms of the catalogue. */
  readonly place: number;
  /** The mechanism and all that it is a form of, as far as they are defined. */
  readonly says: readonly Mechanism[];
  /** The families that it is of, by `family` in the catalogue. */
  readonly families: readonly string[];
  /** A carrier that runs over nothing else. */
  readonly isMedium: boolean;
}

/** Asked of the same few mechanisms at every element, and in every trial. */
const naturesOf = oncePer<Catalogue, Map<string, Nature>>(() => new Map());

export function natureOf(name: string, catalogue: Catalogue): Nature {
  const known = naturesOf(catalogue);
  let found = known.get(name);
  if (found === undefined) known.set(name, (found = find(name, catalogue)));
  return found;
}

function find(name: string, catalogue: Catalogue): Nature {
  const kinds = [...mechanismLineage(name, catalogue).keys()];
  const says = kinds.flatMap((kind) => catalogue.mechanisms.get(kind) ?? []);
  return {
    place: [...catalogue.mechanisms.keys()].indexOf(name),
    says,
    families: kinds.filter((kind) => catalogue.mechanisms.get(kind)?.family === true),
    isMedium: carriersOf(catalogue).isCarrier(name) && says.every(({ carriers }) => carriers.length === 0),
  };
}

const [yes, no] = [1, 2];

/** What is asked of each mechanism on an element, answered once: several controls are missing on one element, and the same mechanisms bring them. */
export function askedOnce(what: string, ask: (mechanism: Mechanism, element: Element, evaluator: Evaluator) => boolean): typeof ask {
  return (mechanism, element, evaluator) => {
    const { catalogue } = evaluator.facts;
    const answers = evaluator.derived(element, what, () => new Uint8Array(catalogue.mechanisms.size));
    const { place } = natureOf(mechanism.name, catalogue);
    // A byte for each answer: there are as many as elements times mechanisms.
    if (answers[place] === 0) answers[place] = ask(mechanism, element, evaluator) ? yes : no;
    return answers[place] === yes;
  };
}
