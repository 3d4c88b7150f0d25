import type { Component, Element, Operand, Operator, Setting, Value } from '../../../language/model/index.js';
import { anyOf, False, isA, kindLevels, True, truth, Unknown, zonesAround, type Scene, type Subject } from './elements.js';
import { endsOf } from './paths.js';

/** Rule 2: the element, its kinds from the nearest, its zones from the innermost, the default. */
export function valueOf(scene: Scene, subject: Subject, attribute: string): Value | undefined {
  const fallback = scene.architecture.catalogue.attributes.get(attribute)?.default;
  if (subject.sort === 'protocol') return fallback;
  if (attribute === 'party' && (subject.sort === 'link' || subject.sort === 'flow')) return undefined;
  const ofOperator = attribute === 'party' && subject.sort === 'component' ? partyOfOperator(scene, subject) : undefined;
  return ofOperator ?? written(scene, subject, attribute) ?? fallback;
}

function written(scene: Scene, element: Element, attribute: string): Value | undefined {
  return ownOrKinds(scene, element, attribute) ?? ofZones(scene, element, attribute);
}

/** Rule 2: what is run by a component has that component's party, as far as its own words and places say one. */
function partyOfOperator(scene: Scene, component: Component): Value | undefined {
  const around = zonesAround(scene, component.zone).map(({ runBy }) => runBy);
  const name = [component.runBy, ...around].find((one) => one !== undefined);
  const operator = name === component.name ? undefined : scene.architecture.components.get(name ?? '');
  return operator && written(scene, operator, 'party');
}

/** Whether a value is written anywhere that counts, so that it is not the default. */
export function isWrittenAt(scene: Scene, subject: Subject, attribute: string): boolean {
  if (subject.sort === 'protocol' || (attribute === 'party' && (subject.sort === 'link' || subject.sort === 'flow'))) return false;
  const ofOperator = attribute === 'party' && subject.sort === 'component' ? partyOfOperator(scene, subject) : undefined;
  return (ofOperator ?? written(scene, subject, attribute)) !== undefined;
}

function ownOrKinds(scene: Scene, element: Element, attribute: string): Value | undefined {
  return setting(element.settings, attribute) ?? first(kindLevels(scene, element).flat(), (kind) => setting(kind.settings, attribute));
}

function ofZones(scene: Scene, element: Element, attribute: string): Value | undefined {
  return first(zonesForValues(scene, element), (zone) => ownOrKinds(scene, zone, attribute));
}

function zonesForValues(scene: Scene, element: Element) {
  switch (element.sort) {
    case 'component':
    case 'zone':
      return zonesAround(scene, element.zone);
    case 'link':
      return element.zones.map((name) => scene.architecture.zones.get(name)!);
    case 'data':
    case 'flow':
    case 'design':
      return [];
  }
}

function setting(settings: readonly Setting[], attribute: string): Value | undefined {
  return settings.find((one) => one.attribute === attribute)?.value;
}

function first<T, R>(items: readonly T[], ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Rule 3: whether an attribute asked of a link or flow is one of its ends'. */
export function belongsToEnds(scene: Scene, subject: Subject, attribute: string): boolean {
  if (subject.sort !== 'link' && subject.sort !== 'flow') return false;
  const sorts = scene.architecture.catalogue.attributes.get(attribute)?.sorts ?? [];
  return attribute !== 'party' && sorts.includes('component') && !sorts.includes(subject.sort);
}

export function isSet(scene: Scene, subject: Subject, attribute: string): number {
  const asked = belongsToEnds(scene, subject, attribute) ? endsOf(scene, subject) : [subject];
  return truth(asked.some((one) => valueOf(scene, one, attribute) !== undefined));
}

export function compareOn(scene: Scene, subject: Subject, attribute: string, operator: Operator, operand: Operand): number {
  const leftAtEnds = belongsToEnds(scene, subject, attribute);
  const rightAtEnds = operand.kind === 'attribute' && belongsToEnds(scene, subject, operand.attribute);
  if (!leftAtEnds && !rightAtEnds) {
    return compare(valueOf(scene, subject, attribute), operator, operandOn(scene, subject, operand));
  }
  return anyOf(
    endsOf(scene, subject).map((end) =>
      compare(
        valueOf(scene, leftAtEnds ? end : subject, attribute),
        operator,
        operand.kind === 'attribute' ? valueOf(scene, rightAtEnds ? end : subject, operand.attribute) : operand,
      ),
    ),
  );
}

export function operandOn(scene: Scene, subject: Subject, operand: Operand): Value | undefined {
  return operand.kind === 'attribute' ? valueOf(scene, subject, operand.attribute) : operand;
}

/** Rule 4. */
export function compare(left: Value | undefined, operator: Operator, right: Value | undefined): number {
  if (left === undefined || right === undefined) return Unknown;
  if (left.kind !== right.kind) return truth(operator === '!=');
  const order = orderOf(left, right);
  switch (operator) {
    case '=':
      return truth(order === 0);
    case '!=':
      return truth(order !== 0);
    case 'mentions': {
      const [text, letters] = [plain(left), plain(right)].map((one) => String(one).toLowerCase());
      return truth((left.kind === 'word' || left.kind === 'text') && text!.includes(letters!));
    }
    default:
      if (left.kind === 'word' || left.kind === 'text') return False;
  }
  switch (operator) {
    case '<':
      return truth(order < 0);
    case '<=':
      return truth(order <= 0);
    case '>':
      return truth(order > 0);
    case '>=':
      return truth(order >= 0);
  }
}

export function orderOf(left: Value, right: Value): number {
  const [a, b] = [plain(left), plain(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function plain(value: Value): number | string {
  switch (value.kind) {
    case 'integer':
      return value.number;
    case 'duration':
      return value.seconds;
    case 'text':
      return value.text;
    case 'date':
      return value.date;
    case 'word':
      return value.word;
  }
}

/** Rule 5. */
export function compareExtreme(
  values: readonly (Value | undefined)[],
  extreme: 'least' | 'greatest',
  operator: Operator,
  right: Value | undefined,
): number {
  const sorted = values.filter((value) => value !== undefined).toSorted(orderOf);
  if (sorted.length === 0 || right === undefined) return Unknown;
  const outermost = extreme === 'least' ? sorted[0]! : sorted[sorted.length - 1]!;
  const now = compare(outermost, operator, right);
  if (sorted.length === values.length) return now;
  // Unset members may be anything: what they can change is open. They may stand at the bound, or as far beyond it as one likes.
  const isBeyond = (extreme === 'least' ? -1 : 1) * orderOf(outermost, right) > 0;
  if (outermost.kind !== right.kind || outermost.kind === 'word' || outermost.kind === 'text') return Unknown;
  const leadsThere = extreme === 'least' ? ['<', '<='] : ['>', '>='];
  const leadsAway = extreme === 'least' ? ['>', '>='] : ['<', '<='];
  if (leadsThere.includes(operator)) return now === True ? True : Unknown;
  if (leadsAway.includes(operator)) return now === False ? False : Unknown;
  if (operator === 'mentions') return Unknown;
  return isBeyond ? truth(operator === '!=') : Unknown;
}

/** Rule 9. A party is told apart by its name, whether it was written as a component or as a word. */
export function partyOf(scene: Scene, component: Component): string | undefined {
  const named = partyNamed(scene, component);
  if (named !== undefined) return named;
  const value = valueOf(scene, component, 'party');
  return value === undefined ? undefined : String(plain(value));
}

/** Rule 9, as far as the party is a component. */
export function partyNamed(scene: Scene, component: Component): string | undefined {
  const runBy = component.runBy ?? first(zonesAround(scene, component.zone), (zone) => zone.runBy);
  if (runBy !== undefined) return runBy;
  return isA(scene, component, 'external-party') ? component.name : undefined;
}

/** Rule 9a. */
export function isOurs(scene: Scene, subject: Subject): number {
  if (subject.sort !== 'component' && subject.sort !== 'zone') return False;
  const { components, design } = scene.architecture;
  const named = [subject.runBy, ...zonesAround(scene, subject.zone).map(({ runBy }) => runBy)].find((one) => one !== undefined);
  if (design.runBy !== undefined && [subject.name, named].includes(design.runBy)) return True;
  const judged = (named === subject.name ? undefined : components.get(named ?? '')) ?? subject;
  const owner = components.get(design.runBy ?? '');
  const ofOwner = owner === undefined ? undefined : written(scene, owner, 'party');
  const wanted = ofOwner?.kind === 'word' ? ofOwner.word : 'utility';
  const says = (one: Element) => setting(one.settings, 'party');
  const stated = first([judged, ...zonesForValues(scene, judged)], says);
  if (wanted !== 'utility' && stated?.kind === 'word') return stated.word === wanted ? Unknown : False;
  const word = written(scene, judged, 'party');
  return word?.kind === 'word' ? truth(word.word === 'utility') : Unknown;
}
