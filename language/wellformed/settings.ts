import { AstUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { mayBeSet, operandWords } from '../semantics/index.js';
import type { Attribute, ElementSort, Value, ValueType } from '../model/index.js';
import { rangeOfNode, rangeOfCst } from '../read/range.js';
import { readOperand, readValue } from '../read/value.js';
import { inQuotes } from '../writing/index.js';
import { meantBy } from './foreseen/values.js';
import { removal, replacement, type Context, type Mistake } from './mistake.js';
import { nearestOf, quoted } from './nearest.js';
import { sortOfOwner } from './uses.js';
import { written } from '../parsing/written.js';

/** Attributes where they cannot stand, twice in one body, or with a value they cannot hold; comparisons that can never hold. */
export function* settings(context: Context): Iterable<Mistake> {
  const { model, document, catalogue } = context;
  for (const owner of [...model.designs, ...model.elements, ...model.definitions]) {
    const place = sortOfOwner(owner);
    const seen = new Map<string, ast.Setting>();
    for (const node of AstUtils.streamAllContents(owner)) {
      if (ast.isSetting(node) && place !== undefined) {
        // `not for ATTRIBUTE = VALUE` of a service speaks of the component that it ends at.
        const exclusion = node.$containerProperty === 'exclusions';
        yield* misplaced(node, exclusion ? 'component' : place, context);
        if (!exclusion) yield* repeatedSetting(node, seen, context);
      }
      const [reference, value] =
        ast.isSetting(node) || ast.isCompareCondition(node) ? [node.attribute, node.value] : [undefined, undefined];
      const attribute = catalogue.attributes.get(reference?.$refText ?? '');
      if (attribute === undefined || value === undefined) continue;
      const read = ast.isSetting(node)
        ? readValue(value)
        : readOperand(value, attribute.name, (name) => catalogue.attributes.get(name)?.type);
      if (read !== undefined && read.kind !== 'attribute') yield* wrongValue(attribute, read, rangeOfNode(document, value), context);
    }
    if (ast.isAttribute(owner)) yield* wrongDefault(owner, context);
  }
}

function* misplaced(setting: ast.Setting, place: ElementSort, { catalogue, document, sources }: Context): Iterable<Mistake> {
  const attribute = catalogue.attributes.get(written(setting.attribute)?.$refText ?? '');
  if (attribute === undefined || mayBeSet(attribute, place)) return;
  yield {
    code: 'misplaced-attribute',
    severity: 'error',
    message: `'${attribute.name}' says nothing of a ${place}: it is an attribute of ${attribute.places.join(', ')}. Move it there.`,
    range: rangeOfCst(document, written(setting.attribute)?.$refNode),
    related: { range: sources.rangeOf(attribute), message: `definition of '${attribute.name}'` },
    repairs: [removal(document, rangeOfNode(document, setting), `Remove '${attribute.name}'`, false)],
  };
}

function* repeatedSetting(setting: ast.Setting, seen: Map<string, ast.Setting>, { document }: Context): Iterable<Mistake> {
  const name = written(setting.attribute)?.$refText;
  if (name === undefined) return;
  const before = seen.get(name);
  if (before === undefined) {
    seen.set(name, setting);
    return;
  }
  yield {
    code: 'repeated-clause',
    severity: 'error',
    message: `'${name}' is set a second time, and only the first counts. Keep one.`,
    range: rangeOfNode(document, setting),
    related: { range: rangeOfNode(document, before), message: `the first '${name}'` },
    repairs: [removal(document, rangeOfNode(document, setting), 'Remove the second, which does not count')],
  };
}

function* wrongDefault(node: ast.Attribute, context: Context): Iterable<Mistake> {
  const { catalogue, document } = context;
  const attribute = catalogue.attributes.get(node.name);
  const [written] = node.defaults;
  const value = readValue(written);
  if (attribute !== undefined && written !== undefined && value !== undefined)
    yield* wrongValue(attribute, value, rangeOfNode(document, written), context);
}

function* wrongValue(attribute: Attribute, value: Value, range: ReturnType<typeof rangeOfNode>, { sources }: Context): Iterable<Mistake> {
  const { name, type } = attribute;
  if (fits(type, value)) return;
  const related = { range: sources.rangeOf(attribute), message: `definition of '${name}'` };
  const meant = meantBy(type, plainOf(value));
  if (type.kind === 'words' && value.kind === 'word') {
    const near = meant.length > 0 ? [...meant] : nearestOf(value.word, type.words);
    const hint = near.length > 0 ? ` Did you mean ${quoted(near)}?` : '';
    const repairs = (near.length > 0 ? near : type.words).slice(0, 8).map((word, index) => ({
      ...replacement(range, word, `Change to '${word}'`, near.length > 0 && index === 0),
      certain: meant.length === 1,
    }));
    yield {
      code: 'unknown-word',
      severity: 'error',
      message: `'${name}' is one of ${quoted(type.words)}, not '${value.word}'.${hint}`,
      range,
      related,
      repairs,
    };
    return;
  }
  const texts = meant.length > 0 ? meant : asType(type, value);
  const repairs = texts.map((text) => ({
    ...replacement(range, text, `Change to ${text}`, meant.length === 1),
    certain: meant.length === 1,
  }));
  yield { code: 'wrong-type', severity: 'error', message: `'${name}' takes ${wanted(type)}.`, range, related, repairs };
}

function plainOf(value: Value): string {
  return value.kind === 'integer' ? String(value.number) : value.kind === 'word' ? value.word : value.kind === 'text' ? value.text : '';
}

/** What could be written instead of a value of another sort. */
function asType(type: ValueType, value: Value): string[] {
  const plain = plainOf(value);
  switch (type.kind) {
    case 'words':
      return type.words.slice(0, 8);
    case 'boolean':
      return ['true', 'false'];
    case 'integer':
      return value.kind === 'duration' ? [/^\d+/.exec(value.written)![0]] : [];
    case 'duration':
      return /^[1-9]\d*$/.test(plain) ? ['minutes', 'hours', 'days', 'months'].map((unit) => `${plain} ${unit}`) : [];
    case 'date':
      return [];
    case 'text':
      return [inQuotes(operandWords(value))];
  }
}

/** Whether an attribute of a type may hold a value. */
export function fits(type: ValueType, value: Value): boolean {
  switch (type.kind) {
    case 'words':
      return value.kind === 'word' && type.words.includes(value.word);
    case 'boolean':
      return value.kind === 'word' && (value.word === 'true' || value.word === 'false');
    case 'text':
      return value.kind === 'text' || value.kind === 'word';
    default:
      return value.kind === type.kind;
  }
}

function wanted(type: ValueType): string {
  switch (type.kind) {
    case 'words':
      return quoted(type.words);
    case 'boolean':
      return `'true' or 'false'`;
    case 'integer':
      return 'a whole number, such as 400';
    case 'duration':
      return 'a duration, such as 15 minutes or 13 months';
    case 'date':
      return 'a day, such as 2027-06-30';
    case 'text':
      return 'a text in quotes or a word';
  }
}
