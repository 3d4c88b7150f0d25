import type { Condition, Element } from '../../language/model/index.js';
import { endsOfLink, mayStand, meant, valueOf } from '../../language/semantics/index.js';
import type { SourceMap } from '../../language/source/index.js';
import { asWritten, intoHead, type Edit } from '../../language/writing/index.js';
import type { ConditionGap, Finding } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import type { Fix, StatedFact } from '../fix.js';
import { membersOf } from '../relations.js';
import { layerEdit } from './layers.js';
import { settingInto } from './write.js';

type Extreme = Extract<Condition, { kind: 'extreme' }>;

interface Assertion {
  readonly states: StatedFact;
  readonly edits: readonly Edit[];
}

/** Values and placements that the author can assert. Never preferred: whether they are true, only the author knows. */
export function conditionFixes(finding: Finding, gap: ConditionGap, element: Element, evaluator: Evaluator, sources: SourceMap): Fix[] {
  return assertions(meant(gap.condition), element, evaluator, sources).map(({ states, edits }) => ({
    kind: 'condition',
    states,
    preferred: false,
    finding: finding.id,
    closes: { element: gap.element, what: gap.words },
    edits,
    bringsIntoScope: [],
  }));
}

export function assertions(condition: Condition, element: Element, evaluator: Evaluator, sources: SourceMap): Assertion[] {
  const { facts, grants } = evaluator;
  if (condition.kind === 'compare') {
    const { attribute, operator, operand } = condition;
    if (operand.kind === 'attribute' || !['=', '>=', '<='].includes(operator) || !stands(attribute, element, evaluator)) return [];
    const value = asWritten(operand);
    return [
      { states: { about: 'value', elements: [element.name], attribute, value }, edits: settingInto(sources, element, attribute, value) },
    ];
  }
  if (condition.kind === 'extreme') return [...sameForAll(condition, element, evaluator, sources)];
  if (condition.kind === 'in' && element.sort === 'component' && element.zone === undefined) {
    const zones = [...facts.architecture.zones.values()].filter((zone) =>
      facts.zonesAround(zone.name).some((one) => facts.is(one, condition.zoneKind)),
    );
    return zones.map((zone) => ({
      states: { about: 'zone', element: element.name, zone: zone.name },
      edits: [intoHead(sources.sourceOf(element), `in ${zone.name}`)],
    }));
  }
  if (condition.kind === 'opened by' && element.sort === 'link' && element.openedBy.length === 0) {
    const ends = endsOfLink(element).filter((end) => facts.is(facts.component(end), condition.componentKind));
    return ends.map((end) => ({
      states: { about: 'initiator', link: element.name, component: end },
      edits: [intoHead(sources.sourceOf(element), `opened by ${end}`)],
    }));
  }
  if (condition.kind === 'over' && condition.outer === undefined && (element.sort === 'link' || element.sort === 'flow')) {
    const all = [...facts.catalogue.mechanisms.values()].filter(
      ({ name, provides }) => provides.length > 0 && facts.mechanismKinds(name).has(condition.mechanism),
    );
    // Of a class its forms are stated; what has no other form is stated itself.
    const forms = all.length > 1 ? all.filter(({ name }) => name !== condition.mechanism) : all;
    return forms
      .filter(
        (form) => mayStand(form, element.sort) && [...grants.ofMechanism(form.name).values()].every(({ because }) => because === undefined),
      )
      .map((form) => ({
        states: { about: 'layer', element: element.name, mechanism: form.name },
        edits: [layerEdit(element, form, evaluator, sources)],
      }));
  }
  return [];
}

/** Whether an attribute may be set on an element itself. */
function stands(attribute: string, element: Element, { facts }: Evaluator): boolean {
  const known = facts.catalogue.attributes.get(attribute);
  return known !== undefined && known.counts === undefined && mayStand(known, element.sort);
}

/** The bound itself as the value of all members that state none: `greatest A of flow <= B` where B is known of the element. */
function* sameForAll(
  { attribute, relation, operator, operand }: Extreme,
  element: Element,
  evaluator: Evaluator,
  sources: SourceMap,
): Iterable<Assertion> {
  const { facts } = evaluator;
  const bound = operand.kind === 'attribute' ? valueOf(element, operand.attribute, facts) : operand;
  const open = membersOf(facts, element, relation).flatMap((member) =>
    member.sort !== 'protocol' && stands(attribute, member, evaluator) && valueOf(member, attribute, facts) === undefined ? [member] : [],
  );
  if (bound === undefined || open.length === 0 || !['=', '>=', '<='].includes(operator)) return;
  const value = asWritten(bound);
  yield {
    states: { about: 'value', elements: open.map(({ name }) => name), attribute, value },
    edits: open.flatMap((member) => settingInto(sources, member, attribute, value)),
  };
}
