import { acrossWithoutNames } from '../../../language/semantics/named.js';
import { acrossWords } from '../../../language/semantics/words.js';
import type { Across, Component, Condition, Element, Flow, Link, Need, NeedPlace, Relation } from '../../../language/model/index.js';
import { holds } from './conditions.js';
import { False, isA, True, Unknown, zonesAround, type Scene, type Subject } from './elements.js';
import { conditionLeaf, controlLeaf, emptyLeaf, group, type Gap } from './gaps.js';
import { Met, Missing } from './grants.js';
import { endOf, endsOf } from './paths.js';
import { membersOf } from './relations.js';
import { stateAcrossStops, stateAlong, stateAt, stateOverLink } from './spans.js';

/** An interval on missing < weak < planned < met, and what would make it surely met. */
export interface Outcome {
  readonly low: number;
  readonly high: number;
  readonly gap: Gap | undefined;
}

type ControlNeed = Extract<Need, { kind: 'control' }>;

/** A place that gives no element. */
const nothing: Outcome = { low: Missing, high: Missing, gap: undefined };

export function combine(kind: 'and' | 'or', parts: readonly Outcome[]): Outcome {
  const pick = kind === 'and' ? Math.min : Math.max;
  const low = pick(...parts.map((part) => part.low));
  const gap =
    low === Met
      ? undefined
      : group(
          kind,
          parts.map((part) => part.gap),
        );
  return { low, high: pick(...parts.map((part) => part.high)), gap };
}

export function needed(scene: Scene, subject: Subject, need: Need): Outcome {
  switch (need.kind) {
    case 'and':
    case 'or':
      return combine(
        need.kind,
        need.operands.map((operand) => needed(scene, subject, operand)),
      );
    case 'condition': {
      const holding = holds(scene, subject, need.condition);
      if (holding === True) return { low: Met, high: Met, gap: undefined };
      return { low: Missing, high: holding === Unknown ? Met : Missing, gap: conditionLeaf(scene, subject, need.condition) };
    }
    case 'control':
      return controlNeeded(scene, subject, need);
  }
}

function controlNeeded(scene: Scene, subject: Subject, need: ControlNeed): Outcome {
  const result = placed(scene, subject, need);
  if (result.low === Met || result.gap !== undefined) return result;
  return { ...result, gap: emptyLeaf(subject, need.control) };
}

function placed(scene: Scene, subject: Subject, need: ControlNeed): Outcome {
  if (need.across !== undefined) {
    return subject.sort === 'flow' ? acrossStops(scene, subject, need.across, need.control) : nothing;
  }
  if (need.places.length === 0) return at(scene, subject, subject, need.control);
  return combine(
    'or',
    need.places.map((place) => inPlace(scene, subject, place, need.control)),
  );
}

/** Rule 32. */
function acrossStops(scene: Scene, flow: Flow, across: Across, control: string): Outcome {
  const truthOf = (component: Component, isRelay: boolean) => {
    if (across.kind === 'kind') return isA(scene, component, across.name) ? True : False;
    if (!isRelay) return False;
    return across.that === undefined ? True : holds(scene, component, across.that);
  };
  const low = stateAcrossStops(scene, flow, (one, isRelay) => truthOf(one, isRelay) !== False, control);
  const high = stateAcrossStops(scene, flow, (one, isRelay) => truthOf(one, isRelay) === True, control);
  return {
    low,
    high,
    gap: low === Met ? undefined : controlLeaf(scene, flow, control, ` across ${acrossWords(acrossWithoutNames(across))}`),
  };
}

function certain(scene: Scene, state: number, element: Element, control: string): Outcome {
  return { low: state, high: state, gap: state === Met ? undefined : controlLeaf(scene, element, control) };
}

function at(scene: Scene, subject: Subject, element: Subject, control: string): Outcome {
  // A mechanism in a stack is no element of the design: no control is declared at it.
  return element.sort === 'protocol' ? nothing : certain(scene, stateAsked(scene, subject, element, control), element, control);
}

/** Rule 31: a link asks a flow about its own hops only. */
function stateAsked(scene: Scene, subject: Subject, element: Element, control: string): number {
  const isOver = subject.sort === 'link' && element.sort === 'flow' && element.hops.some((hop) => hop.link === subject.name);
  return isOver ? stateOverLink(scene, element, subject, control) : stateAt(scene, element, control);
}

/** Rule 34. */
function inPlace(scene: Scene, subject: Subject, place: NeedPlace, control: string): Outcome {
  if (place.kind === 'related') return onRelated(scene, subject, place.quantifier, place.relation, place.that, control);
  if (place.name === subject.sort) return at(scene, subject, subject, control);
  const worst = (elements: readonly Subject[]) => {
    if (elements.length === 0) return nothing;
    return combine(
      'and',
      elements.map((element) => at(scene, subject, element, control)),
    );
  };
  const every = (name: Relation['name']) => onRelated(scene, subject, 'every', { name, within: undefined }, undefined, control);
  switch (place.name) {
    case 'source':
    case 'target':
      return worst(endOf(scene, subject, place.name));
    case 'both ends':
      return worst(endsOf(scene, subject));
    case 'path':
      return subject.sort === 'flow' ? certain(scene, stateAlong(scene, subject, control), subject, control) : nothing;
    case 'zone':
      return onZones(scene, subject, control);
    case 'link':
      return every(subject.sort === 'flow' ? 'hop' : 'link');
    case 'flow':
    case 'data':
    case 'component':
      return every(place.name);
    case 'design':
      return scene.architecture.design.implicit ? nothing : at(scene, subject, scene.architecture.design, control);
  }
}

function onZones(scene: Scene, subject: Subject, control: string): Outcome {
  const bestOf = (zones: readonly Subject[]) => {
    if (zones.length === 0) return nothing;
    return combine(
      'or',
      zones.map((zone) => at(scene, subject, zone, control)),
    );
  };
  if (subject.sort === 'component') return bestOf(zonesAround(scene, subject.zone));
  if (subject.sort !== 'link') return nothing;
  if (subject.zones.length > 0) return bestOf(ownZones(scene, subject));
  return combine(
    'and',
    endsOf(scene, subject).map((end) => bestOf(zonesAround(scene, end.zone))),
  );
}

function ownZones(scene: Scene, link: Link): Subject[] {
  return link.zones.map((name) => scene.architecture.zones.get(name)!);
}

function onRelated(
  scene: Scene,
  subject: Subject,
  quantifier: 'every' | 'some',
  relation: Relation,
  that: Condition | undefined,
  control: string,
): Outcome {
  const counted = membersOf(scene, subject, relation)
    .map((member) => ({ member, counts: that === undefined ? True : holds(scene, member, that) }))
    .filter(({ counts }) => counts !== False);
  if (counted.length === 0) return nothing;
  return combine(
    quantifier === 'every' ? 'and' : 'or',
    counted.map(({ member, counts }) => {
      const there = at(scene, subject, member, control);
      if (counts === True) return there;
      if (quantifier === 'every') return { ...there, high: Met };
      return { low: Missing, high: there.high, gap: there.gap };
    }),
  );
}
