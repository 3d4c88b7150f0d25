import { CompletionItemKind } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import type { Attribute, Catalogue, Condition, Value, ValueType } from '../../language/model/index.js';
import { meant, operandWords, tellsApart } from '../../language/semantics/index.js';
import { conditionsOf } from './conditions.js';
import type { CursorToken } from './cursor.js';
import { daysFrom } from './days.js';
import { definitionOffer, detail, some, type CompletionOffer } from './offer.js';
import { wantedHere } from './open.js';
import { subjectOf, type Situation } from './situation.js';
import { written } from '../../language/parsing/written.js';

const units = ['seconds', 'minutes', 'hours', 'days', 'months', 'years'];
const typical = ['15 minutes', '1 hour', '1 day', '30 days', '13 months', '2 years'];

/** The words with which an attribute's type is written. */
export const typeNames = ['boolean', 'integer', 'duration', 'text', 'date'] as const;

export function typeWords(type: ValueType): string {
  return type.kind === 'words' ? type.words.join(' | ') : type.kind;
}

/** Behind `ATTRIBUTE =`: what the attribute may hold, what closes a finding first. */
export function valuesHere(situation: Situation): CompletionOffer[] {
  const { tokens, catalogue, cursor, node, owner } = situation;
  const isDefault = tokens.at(-1)?.image === 'default' && ast.isAttribute(owner);
  const attribute = catalogue.attributes.get(isDefault ? (written(owner.name) ?? '') : (tokens.at(-2)?.image ?? ''));
  const type = isDefault ? writtenType(owner) : attribute?.type;
  if (type === undefined) return [];
  const inCondition = ast.isCompareCondition(node) || ast.isCompareCondition(node?.$container);
  const begun = cursor.text.slice(cursor.start, cursor.offset);
  const asked = attribute === undefined ? new Map<string, string[]>() : limitsOf(attribute.name, catalogue);
  const closing = inCondition || attribute === undefined ? new Map<string, string[]>() : closingValues(attribute.name, situation);
  const why = (word: string) =>
    detail([
      closing.has(word) ? `closes ${some(closing.get(word)!)}` : undefined,
      asked.has(word) ? `compared by ${some(asked.get(word)!)}` : undefined,
      isDefault || attribute?.default === undefined || operandWords(attribute.default) !== word ? undefined : 'what silence means',
    ]);
  const used = attribute?.type.kind === 'text' ? wordsSaid(attribute.name, catalogue) : [];
  const words = wordsOf(type, begun, [...new Set([...closing.keys(), ...asked.keys(), ...used])], situation);
  const offers = words.map((word): CompletionOffer => ({ label: word, kind: CompletionItemKind.EnumMember, detail: why(word) }));
  const ordered = [...offers.filter(({ label }) => closing.has(label)), ...offers.filter(({ label }) => !closing.has(label))];
  return inCondition && attribute !== undefined ? [...ordered, ...attributesOfType(attribute, situation)] : ordered;
}

function wordsOf(type: ValueType, written: string, used: readonly string[], { snapshot }: Situation): readonly string[] {
  if (type.kind === 'words') return type.words;
  if (type.kind === 'boolean') return ['true', 'false'];
  if (type.kind === 'duration') {
    const number = /^\d+$/.exec(written)?.[0];
    if (number !== undefined) return unitsFor(number).map((unit) => `${number} ${unit}`);
    return [...new Set([...used, ...typical])];
  }
  return type.kind === 'date' ? daysFrom(snapshot.settings.date).map(({ day }) => day) : used;
}

/** Words that kinds of the catalogue say of themselves. */
function wordsSaid(attribute: string, { componentKinds, zoneKinds, dataClasses, services }: Catalogue): string[] {
  const kinds = [componentKinds, zoneKinds, dataClasses, services].flatMap((table) => [...table.values()]);
  const values = kinds.flatMap(({ settings }) => settings.flatMap((one) => (one.attribute === attribute ? [one.value] : [])));
  return values.map((value) => operandWords(value)).sort();
}

export function unitsFor(number: string): string[] {
  return number === '1' ? units.map((unit) => unit.slice(0, -1)) : units;
}

/** Values with which requirements compare an attribute, with those requirements. */
function limitsOf(attribute: string, catalogue: Catalogue): Map<string, string[]> {
  const limits = new Map<string, string[]>();
  for (const { condition, requirement } of conditionsOf(catalogue).get(attribute) ?? []) {
    if (condition.operand.kind === 'attribute') continue;
    const word = operandWords(condition.operand);
    const known = limits.get(word) ?? [];
    if (!known.includes(requirement)) limits.set(word, [...known, requirement]);
  }
  return limits;
}

/** Values that close a finding of the element when they are stated. */
function closingValues(attribute: string, situation: Situation): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { requirement, leaves } of wantedHere(situation)) {
    for (const leaf of leaves) {
      if (leaf.kind !== 'condition') continue;
      const condition = meant(leaf.condition);
      if (!states(condition, attribute)) continue;
      const word = operandWords(condition.operand);
      found.set(word, [...new Set([...(found.get(word) ?? []), requirement])]);
    }
  }
  return found;
}

function states(condition: Condition, attribute: string): condition is Extract<Condition, { kind: 'compare' }> {
  return (
    condition.kind === 'compare' &&
    condition.attribute === attribute &&
    condition.operand.kind !== 'attribute' &&
    ['=', '>=', '<='].includes(condition.operator)
  );
}

/** A value may be compared with another attribute of the same type. */
function attributesOfType(attribute: Attribute, situation: Situation): CompletionOffer[] {
  const subject = subjectOf(situation);
  return [...situation.catalogue.attributes.values()]
    .filter((one) => subject === undefined || tellsApart(one.name, subject, situation.catalogue))
    .filter((one) => one.name !== attribute.name && typeWords(one.type) === typeWords(attribute.type))
    .filter((one) => attribute.type.kind !== 'words' || !attribute.type.words.includes(one.name))
    .map((one) => definitionOffer('Attribute', one));
}

function writtenType({ words }: ast.Attribute): ValueType | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  if (words.length > 1 || !(typeNames as readonly string[]).includes(first)) return { kind: 'words', words };
  return { kind: first as 'boolean' };
}

/** The value that some tokens begin with. */
export function valueIn([first, second]: readonly CursorToken[]): Value | undefined {
  switch (first?.tokenType.name) {
    case undefined:
      return undefined;
    case 'INT':
      return units.includes(second?.image ?? '') || units.includes(`${second?.image ?? ''}s`)
        ? { kind: 'duration', seconds: 0, written: '' }
        : { kind: 'integer', number: 0 };
    case 'STRING':
      return { kind: 'text', text: first.image };
    case 'DATE':
      return { kind: 'date', date: first.image };
    default:
      return /^\p{L}/u.test(first!.image) ? { kind: 'word', word: first!.image } : undefined;
  }
}
