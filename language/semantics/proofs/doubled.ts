import type { Catalogue, NeedLine, Requirement, Rule } from '../../model/catalogue.js';
import type { Condition } from '../../model/condition.js';
import { leadsTo } from '../closure.js';
import { needWithoutNames } from '../named.js';
import { needWords } from '../words.js';
import { excludeEachOther } from './index.js';

/** Whether one requirement refines another, directly or through others. */
export function isRefinedBy({ name }: Requirement, one: Requirement, { requirements }: Catalogue): boolean {
  return one.refines.some((refined) => leadsTo(refined, name, (next) => requirements.get(next)?.refines ?? []));
}

/** Whether each gap of the one is a gap of the other: it applies where the other does, and asks for nothing else. */
export function reportsNoMore(one: Requirement, other: Requirement, catalogue: Catalogue): boolean {
  return one.rules.every((rule) => {
    if (rule.needs.length === 0) return false;
    return other.rules.some((around) => around.sort === rule.sort && covers(around, rule, catalogue));
  });
}

function covers(around: Rule, rule: Rule, catalogue: Catalogue): boolean {
  const follows = (condition: Condition | undefined, known: readonly (Condition | undefined)[]): boolean => {
    if (condition === undefined) return true;
    const where = known.filter((one) => one !== undefined);
    return where.length > 0 && excludeEachOther([...where, { kind: 'not', operand: condition }], rule.sort, catalogue);
  };
  const words = ({ need }: NeedLine) => needWords(needWithoutNames(need));
  const same = (line: NeedLine, wanted: NeedLine) => words(line) === words(wanted);
  if (!rule.needs.every((line) => around.needs.some((wanted) => same(line, wanted)))) return false;
  if (!follows(around.condition, [rule.condition])) return false;
  return rule.needs.every((line) =>
    around.needs.some((wanted) => same(line, wanted) && follows(wanted.condition, [rule.condition, line.condition])),
  );
}
