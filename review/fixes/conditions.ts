import type { SourceMap } from '../../language/source/index.js';
import type { Condition, Element } from '../../language/model/index.js';
import { meant } from '../../language/semantics/index.js';
import { asWritten, intoHead, type Edit } from '../../language/writing/index.js';
import type { ConditionGap, Finding } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import type { Fix } from '../fix.js';
import { membersOf } from '../relations.js';
import { lookUp } from '../values.js';
import { mayStand } from '../../language/semantics/proofs/grantable.js';
import { layerEdit } from './layers.js';
import { settingInto } from './write.js';

type Extreme = Extract<Condition, { kind: 'extreme' }>;

interface Assertion {
  readonly words: string;
  readonly edits: readonly Edit[];
}

/** Values and placements that the author can assert. Never preferred: whether they are true, only the author knows. */
export function conditionFixes(finding: Finding, gap: ConditionGap, element: Element, evaluator: Evaluator, sources: SourceMap): Fix[] {
  return assertions(meant(gap.condition), element, evaluator, sources).map(({ words, edits }) => ({
    title: `State that ${words}`,
    kind: 'condition',
    preferred: false,
    finding: finding.id,
    closes: { element: gap.element, what: gap.words },
    edits,
    bringsIntoScope: [],
  }));
}

function assertions(condition: Condition, element: Element, evaluator: Evaluator, sources: SourceMap): Assertion[] {
  const { facts, grants } = evaluator;
  if (condition.kind === 'compare') {
    const { attribute, operator, operand } = condition;
    const places = facts.catalogue.attributes.get(attribute)?.places ?? [];
    if (operand.kind === 'attribute' || !['=', '>=', '<='].includes(operator) || !places.includes(element.place)) return [];
    const value = asWritten(operand);
    return [{ words: `${element.name} has ${attribute} = ${value}`, edits: settingInto(sources, element, attribute, value) }];
  }
  if (condition.kind === 'extreme') return [...sameForAll(condition, element, evaluator, sources)];
  if (condition.kind === 'in' && element.place === 'component' && element.zone === undefined) {
    const zones = [...facts.architecture.zones.values()].filter((zone) =>
      facts.zonesAround(zone.name).some((one) => facts.is(one, condition.zoneKind)),
    );
    return zones.map((zone) => ({
      words: `${element.name} stands in ${zone.name}`,
      edits: [intoHead(sources.sourceOf(element), `in ${zone.name}`)],
    }));
  }
  if (condition.kind === 'opened by' && element.place === 'link' && element.openedBy.length === 0) {
    const ends = [...new Set([...element.sources, ...element.targets])].filter((end) =>
      facts.is(facts.component(end), condition.componentKind),
    );
    return ends.map((end) => ({
      words: `${element.name} is opened by ${end}`,
      edits: [intoHead(sources.sourceOf(element), `opened by ${end}`)],
    }));
  }
  if (condition.kind === 'over' && condition.outer === undefined && (element.place === 'link' || element.place === 'flow')) {
    const all = [...facts.catalogue.mechanisms.values()].filter(
      ({ name, provides }) => provides.length > 0 && facts.mechanismKinds(name).has(condition.mechanism),
    );
    // Of a class its forms are stated; what has no other form is stated itself.
    const forms = all.length > 1 ? all.filter(({ name }) => name !== condition.mechanism) : all;
    return forms
      .filter(
        (form) =>
          mayStand(form, element.place) && [...grants.ofMechanism(form.name).values()].every(({ because }) => because === undefined),
      )
      .map((form) => ({
        words: `${element.name} runs over ${form.title ?? form.name}`,
        edits: [layerEdit(element, form, evaluator, sources)],
      }));
  }
  return [];
}

/** The bound itself as the value of all members that state none: `greatest A of flow <= B` where B is known of the element. */
function* sameForAll(
  { attribute, relation, operator, operand }: Extreme,
  element: Element,
  { facts }: Evaluator,
  sources: SourceMap,
): Iterable<Assertion> {
  const bound = operand.kind === 'attribute' ? lookUp(facts, element, operand.attribute) : operand;
  const places = facts.catalogue.attributes.get(attribute)?.places ?? [];
  const open = membersOf(facts, element, relation).flatMap((member) =>
    member.place !== 'protocol' && places.includes(member.place) && lookUp(facts, member, attribute) === undefined ? [member] : [],
  );
  if (bound === undefined || open.length === 0 || !['=', '>=', '<='].includes(operator)) return;
  const value = asWritten(bound);
  const names = open.map(({ name }) => name).join(', ');
  yield {
    words: `${names} ${open.length === 1 ? 'has' : 'have'} ${attribute} = ${value}`,
    edits: open.flatMap((member) => settingInto(sources, member, attribute, value)),
  };
}
