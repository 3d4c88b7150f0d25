import type { Condition, Element } from '../../language/model/index.js';
import { operandWords } from '../../language/model/index.js';
import type { ConditionGap, Finding } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import type { Fix, TextEdit } from '../fix.js';
import { intoHead, settingInto } from './write.js';

/** Values and placements that the author can assert. Never preferred: whether they are true, only the author knows. */
export function conditionFixes(finding: Finding, gap: ConditionGap, element: Element, evaluator: Evaluator): Fix[] {
  return assertions(gap.condition, element, evaluator).map(({ words, edit }) => ({
    title: `State that ${element.name} has ${words}`,
    kind: 'condition',
    preferred: false,
    finding: finding.id,
    closes: { element: gap.element, what: gap.words },
    edits: [edit],
    bringsIntoScope: [],
  }));
}

function assertions(condition: Condition, element: Element, { facts }: Evaluator): { words: string; edit: TextEdit }[] {
  if (condition.kind === 'compare') {
    const { attribute, operator, operand } = condition;
    const places = facts.catalogue.attributes.get(attribute)?.places ?? [];
    if (operand.kind === 'attribute' || !['=', '>=', '<='].includes(operator) || !places.includes(element.place)) return [];
    const value = operandWords(operand);
    return [{ words: `${attribute} = ${value}`, edit: settingInto(element, attribute, value) }];
  }
  if (condition.kind === 'in' && element.place === 'component' && element.zone === undefined) {
    const zones = [...facts.architecture.zones.values()].filter((zone) =>
      facts.zonesAround(zone.name).some((one) => facts.is(one, condition.zoneKind)),
    );
    return zones.map((zone) => ({ words: `its place in ${zone.name}`, edit: intoHead(element, `in ${zone.name}`) }));
  }
  if (condition.kind === 'opened by' && element.place === 'link' && element.openedBy.length === 0) {
    const ends = [...new Set([...element.sources, ...element.targets])].filter((end) =>
      facts.is(facts.component(end), condition.componentKind),
    );
    return ends.map((end) => ({ words: `its connection opened by ${end}`, edit: intoHead(element, `opened by ${end}`) }));
  }
  return [];
}
