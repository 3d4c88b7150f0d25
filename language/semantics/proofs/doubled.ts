import type { Catalogue, NeedLine, Requirement, Rule } from '../../model/catalogue.js';
import type { Condition } from '../../model/condition.js';
import { reachedFrom } from '../closure.js';
import { needWithoutNames } from '../named.js';
import { needWords } from '../words.js';
import { excludeEachOther } from './index.js';

/** All that a requirement refines, directly or through others. */
export function refinedBy({ refines }: Requirement, { requirements }: Catalogue): ReadonlySet<string> {
  return reachedFrom(refines, (next) => requirements.get(next)?.refines ?? []);
}

/**
 * What a requirement asks for, and of which sort: two of which one reports no more than the other have one of these in common, so that only such have
 * to be compared.
 */
export function asksFor({ rules }: Requirement): ReadonlySet<string> {
  return new Set(rules.flatMap(({ sort, needs }) => needs.map((line) => `${sort} ${wordsOf(line)}`)));
}

function wordsOf({ need }: NeedLine): string {
  return needWords(needWithoutNames(need));
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
  const same = (line: NeedLine, wanted: NeedLine) => wordsOf(line) === wordsOf(wanted);
  if (!rule.needs.every((line) => around.needs.some((wanted) => same(line, wanted)))) return false;
  if (!follows(around.condition, [rule.condition])) return false;
  return rule.needs.every((line) =>
    around.needs.some((wanted) => same(line, wanted) && follows(wanted.condition, [rule.condition, line.condition])),
  );
}
