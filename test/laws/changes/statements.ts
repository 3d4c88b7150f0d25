import { mayStand, operandWords } from '../../../language/semantics/index.js';
import type { Architecture, Attribute, Catalogue, Condition, Operand, Value } from '../../../language/model/index.js';
import { grantsOfMechanism } from '../../../review/index.js';
import type { Mutation } from '../support/mutation.js';
import { adding, withMechanism } from './additions.js';
import { settingTo } from './facts.js';
import { everyElement } from './swaps.js';

/** Each attribute that an element says nothing of, with each value that it could state. */
export function factsStated(design: Architecture): Mutation[] {
  const values = valuesAskedFor(design.catalogue);
  return everyElement(design)
    .filter((element) => element.sort !== 'design' || !design.design.implicit)
    .flatMap((element) =>
      [...design.catalogue.attributes.values()]
        .filter(
          (one) =>
            one.counts === undefined && mayStand(one, element.sort) && !element.settings.some(({ attribute }) => attribute === one.name),
        )
        .flatMap((one) => possible(one, values).map((value) => settingTo(element, one.name, value, `= ${operandWords(value)}`))),
    );
}

/** Each mechanism that is weak for something, added where it may stand. */
export function weakWordsAdded(design: Architecture): Mutation[] {
  const weak = [...design.catalogue.mechanisms.values()].filter(({ name }) =>
    [...grantsOfMechanism(name, design.catalogue).values()].some(({ because }) => because !== undefined),
  );
  return everyElement(design).flatMap((element) =>
    weak.filter((one) => mayStand(one, element.sort)).map(({ name }) => adding(element, name, withMechanism)),
  );
}

function possible({ name, type }: Attribute, asked: ReadonlyMap<string, readonly Value[]>): readonly Value[] {
  if (type.kind === 'words') return type.words.map(word);
  if (type.kind === 'boolean') return ['true', 'false'].map(word);
  return (asked.get(name) ?? []).flatMap(around);
}

const word = (one: string): Value => ({ kind: 'word', word: one });

/** A value that a requirement compares with, and one on each side of it. */
function around(value: Value): Value[] {
  switch (value.kind) {
    case 'integer':
      return [value.number, Math.max(0, value.number - 1), value.number * 10].map((number) => ({ kind: 'integer', number }));
    case 'duration':
      return [value.seconds, Math.floor(value.seconds / 10), value.seconds * 10].map((seconds) => ({
        kind: 'duration',
        seconds,
        written: `${seconds} seconds`,
      }));
    default:
      return [value];
  }
}

/** The values that requirements compare each attribute with. */
function valuesAskedFor({ requirements }: Catalogue): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const condition = node as Condition;
    if (condition.kind === 'compare' || condition.kind === 'extreme') add(condition.attribute, condition.operand);
    for (const part of Object.values(node)) visit(part);
  };
  const add = (attribute: string, operand: Operand) => {
    if (operand.kind === 'attribute') return;
    const values = found.get(attribute) ?? [];
    if (!values.some((one) => operandWords(one) === operandWords(operand))) found.set(attribute, [...values, operand]);
  };
  for (const requirement of requirements.values()) visit([requirement.rules, requirement.severity]);
  return found;
}
