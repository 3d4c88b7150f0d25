import type { Architecture, Catalogue, Flow, Requirement } from '../../language/model/index.js';
import { dataOfFlow, lineage } from '../../language/semantics/index.js';
import { exposureOf, type Assessment, type Evaluator, type State } from '../../review/index.js';
import type { Mark } from './scene.js';

/** The requirements that a name stands for: itself, or those that answer a threat, an attack method or a harm, or point to a standard. */
export function requirementsBehind(name: string, { requirements, threats, attacks }: Catalogue): ReadonlySet<string> {
  const outcomes = new Set([name]);
  for (const { name: threat, leadsTo } of threats.values()) if (leadsTo.includes(name)) outcomes.add(threat);
  for (const { name: attack, leadsTo } of attacks.values()) if (leadsTo.some((one) => outcomes.has(one))) outcomes.add(attack);
  const isBehind = ({ name: own, mitigates, see }: Requirement) =>
    own === name || mitigates.some((one) => outcomes.has(one)) || see.some(({ standard }) => standard === name);
  return new Set([...requirements.values()].filter(isBehind).map((one) => one.name));
}

/** From what is worst for a reader down. */
const stateOrder: readonly State[] = ['missing', 'weak', 'unknown', 'planned', 'accepted', 'excluded', 'met', 'not applicable'];

/** How some requirements stand on each element that they are asked of: the worst state. */
export function statesOf({ results }: Assessment, requirements: ReadonlySet<string>): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const { requirement, element, state } of results) {
    if (!requirements.has(requirement) || state === 'not applicable') continue;
    const known = states.get(element);
    if (known === undefined || stateOrder.indexOf(state) < stateOrder.indexOf(known)) states.set(element, state);
  }
  return states;
}

/** `missing`; of several elements `2 missing, 1 met`. */
export function stateMarks(states: readonly State[], isGroup: boolean): Mark[] {
  return stateOrder.flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [{ sort: 'state', state, words: isGroup ? `${count} ${state}` : state }];
  });
}

/** The data that a name stands for: of a flow what it carries and brings back, data by their own name or by a class that they are. */
export function dataBehind(name: string, { flows, data, catalogue }: Architecture): ReadonlySet<string> {
  const flow = flows.get(name);
  if (flow !== undefined) return new Set(dataOfFlow(flow));
  const ofClass = [...data.values()].filter((one) => lineage(one.kinds, catalogue.dataClasses).has(name));
  return new Set([...(data.has(name) ? [name] : []), ...ofClass.map((one) => one.name)]);
}

/** The flows that some names stand for: their own, those that carry data or a class of data, those with a service. */
export function flowsBehind(names: readonly string[] | 'all' | undefined, architecture: Architecture): ReadonlySet<Flow> {
  const { flows, catalogue } = architecture;
  if (names === undefined || names === 'all') return new Set(names === 'all' ? flows.values() : []);
  const chosen = names.map((name) => ({ name, data: flows.has(name) ? new Set<string>() : dataBehind(name, architecture) }));
  const isMeant = (flow: Flow) =>
    chosen.some(
      ({ name, data }) =>
        flow.name === name || lineage(flow.kinds, catalogue.services).has(name) || dataOfFlow(flow).some((one) => data.has(one)),
    );
  return new Set([...flows.values()].filter(isMeant));
}

/** What each component has to do with some data: it can read them, or they only pass. */
export function readersOf(data: ReadonlySet<string>, evaluator: Evaluator): ReadonlyMap<string, 'reads' | 'passes'> {
  const found = new Map<string, 'reads' | 'passes'>();
  for (const component of evaluator.facts.architecture.components.values()) {
    const { sees, passes } = exposureOf(component, evaluator);
    if (sees.some((one) => data.has(one))) found.set(component.name, 'reads');
    else if (passes.some((one) => data.has(one))) found.set(component.name, 'passes');
  }
  return found;
}
