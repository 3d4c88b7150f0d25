import { AstUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { computedIn, mayBeSet, operandWords } from '../semantics/index.js';
import type { Attribute, ElementSort, Value, ValueType } from '../model/index.js';
import { rangeOfNode, rangeOfCst } from '../read/range.js';
import { readOperand, readValue } from '../read/value.js';
import { inQuotes } from '../writing/index.js';
import { phasesAround } from './clean.js';
import { meantBy } from './foreseen/values.js';
import { removal, replacement, type Context, type Mistake } from './mistake.js';
import { nearestOf } from './nearest.js';
import { areTogether } from './phases.js';
import { sortOfOwner } from './uses.js';
import { written } from '../parsing/written.js';

/** Attributes where they cannot stand, twice in one body, or with a value they cannot hold; comparisons that can never hold. */
export function* settings(context: Context): Iterable<Mistake> {
  const { model, catalogue } = context;
  const from = [catalogue, ...phasesAround(context)];
  for (const owner of [...model.designs, ...model.elements, ...model.definitions]) {
    yield* context.unlessClean(owner, 'settings', from, () => settingsOf(owner, context));
  }
}

function* settingsOf(owner: ast.Design | ast.Element | ast.Definition, context: Context): Iterable<Mistake> {
  const { document, catalogue } = context;
  const sort = sortOfOwner(owner);
  const seen = new Map<string, ast.Setting[]>();
  for (const node of AstUtils.streamAllContents(owner)) {
    if (ast.isSetting(node) && sort !== undefined) {
      // `not for ATTRIBUTE = VALUE` of a service speaks of the component that it ends at.
      const exclusion = node.$containerProperty === 'exclusions';
      yield* misplaced(node, exclusion ? 'component' : sort, context);
      if (!exclusion) yield* repeatedSetting(node, seen, context);
    }
    const [reference, value] = ast.isSetting(node) || ast.isCompareCondition(node) ? [node.attribute, node.value] : [undefined, undefined];
    const attribute = catalogue.attributes.get(reference?.$refText ?? '');
    if (attribute === undefined || value === undefined) continue;
    const read = ast.isSetting(node)
      ? readValue(value)
      : readOperand(value, attribute.name, (name) => catalogue.attributes.get(name)?.type);
    if (read !== undefined && read.kind !== 'attribute') yield* wrongValue(attribute, read, rangeOfNode(document, value), context);
  }
  if (ast.isAttribute(owner)) yield* wrongDefault(owner, context);
  yield* askedEarly(owner, context);
}

/** What is computed from steps, and from the controls that stop them, is asked for by requirements alone. */
function* askedEarly(owner: ast.Design | ast.Element | ast.Definition, { catalogue, document, sources }: Context): Iterable<Mistake> {
  if (ast.isRequirement(owner) || ast.isNamedCondition(owner)) return;
  for (const node of AstUtils.streamAllContents(owner)) {
    const [name, cst] = ast.isCompareCondition(node)
      ? [written(node.attribute)?.$refText, written(node.attribute)?.$refNode]
      : ast.isCountsCondition(node)
        ? [
            computedIn(catalogue.conditions.get(written(node.condition)?.$refText ?? '')?.reference, catalogue),
            written(node.condition)?.$refNode,
          ]
        : [];
    const attribute = catalogue.attributes.get(name ?? '');
    if (attribute?.counts === undefined) continue;
    yield {
      code: 'misplaced-attribute',
      severity: 'error',
      what: ['askedEarly', attribute.name],
      range: rangeOfCst(document, cst),
      related: { range: sources.rangeOf(attribute), is: ['definition', attribute.name] },
    };
  }
}

function* misplaced(setting: ast.Setting, sort: ElementSort, { catalogue, document, sources }: Context): Iterable<Mistake> {
  const attribute = catalogue.attributes.get(written(setting.attribute)?.$refText ?? '');
  if (attribute === undefined || mayBeSet(attribute, sort)) return;
  yield {
    code: 'misplaced-attribute',
    severity: 'error',
    what: attribute.counts === undefined ? ['elsewhere', attribute.name, sort, attribute.sorts] : ['computed', attribute.name],
    range: rangeOfCst(document, written(setting.attribute)?.$refNode),
    related: { range: sources.rangeOf(attribute), is: ['definition', attribute.name] },
    repairs: [removal(document, rangeOfNode(document, setting), ['removeNamed', attribute.name], false)],
  };
}

/** Values that follow each other in phases are none too many. */
function* repeatedSetting(setting: ast.Setting, seen: Map<string, ast.Setting[]>, context: Context): Iterable<Mistake> {
  const { document } = context;
  const name = written(setting.attribute)?.$refText;
  if (name === undefined) return;
  const same = seen.get(name) ?? [];
  const before = same.find((one) => areTogether(one.phases, setting.phases, context));
  seen.set(name, [...same, setting]);
  if (before === undefined) return;
  yield {
    code: 'repeated-clause',
    severity: 'error',
    what: ['setting', name],
    range: rangeOfNode(document, setting),
    related: { range: rangeOfNode(document, before), is: ['firstClause', name] },
    repairs: [removal(document, rangeOfNode(document, setting), ['removeSecond'])],
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
  const related = { range: sources.rangeOf(attribute), is: ['definition', name] as const };
  const meant = meantBy(type, plainOf(value));
  if (type.kind === 'words' && value.kind === 'word') {
    const near = meant.length > 0 ? [...meant] : nearestOf(value.word, type.words);
    const repairs = (near.length > 0 ? near : type.words).slice(0, 8).map((word, index) => ({
      ...replacement(range, word, ['changeTo', word], near.length > 0 && index === 0),
      certain: meant.length === 1,
    }));
    yield {
      code: 'unknown-word',
      severity: 'error',
      what: ['notAmong', name, type.words, value.word, near],
      range,
      related,
      repairs,
    };
    return;
  }
  const texts = meant.length > 0 ? meant : asType(type, value);
  const repairs = texts.map((text) => ({
    ...replacement(range, text, ['changeToValue', text], meant.length === 1),
    certain: meant.length === 1,
  }));
  yield { code: 'wrong-type', severity: 'error', what: ['takes', name, type], range, related, repairs };
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
