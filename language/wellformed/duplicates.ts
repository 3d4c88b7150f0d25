import { GrammarUtils, type AstNodeDescription } from 'langium';
import { isBuiltIn } from '../names/imports.js';
import type { NameTable } from '../names/visibility.js';
import { nameRange, rangeBetween, rangeOfCst } from '../read/range.js';
import { freeElementName } from './free-name.js';
import { grouped } from '../semantics/index.js';
import type { SourceRange } from '../source/index.js';
import { freeName } from '../writing/index.js';
import { replacement, type Context, type Mistake, type Repair } from './mistake.js';
import { written } from '../parsing/written.js';
import { isReferredTo } from './references.js';

/** Names that are declared twice, and definitions that are given again. */
export function* duplicates(context: Context): Iterable<Mistake> {
  const { model, document } = context;
  const [first, ...more] = model.designs;
  for (const design of more) {
    yield {
      code: 'several-designs',
      severity: 'error',
      what: ['second', first!.name, design.name],
      range: nameRange(document, design),
      related: { range: nameRange(document, first!), is: ['design', first!.name] },
    };
  }
  yield* duplicateElements(context);
  yield* redefinitions(context);
}

function* duplicateElements(context: Context): Iterable<Mistake> {
  const { uri, designs, document, shared, documentAt, derived } = context;
  const roots = new Set([uri, ...designs.map((design) => design.files[0]!)]);
  for (const root of roots) {
    const at = documentAt(root)?.uri;
    if (at === undefined) continue;
    const table = shared.meter.Visibility.elements(at);
    for (const [description, other] of derived(table, 'clashes', () => clashesIn(table)).get(uri) ?? []) {
      const range = rangeOfDescription(description, document);
      const { name } = description;
      yield {
        code: 'duplicate-name',
        severity: 'error',
        what: ['twice', name],
        range,
        repairs: renaming(range, freeElementName(name, designs, new Set(table.keys())), context),
        related: { range: rangeOfDescription(other, documentAt(other.documentUri)), is: ['declaredToo', name] },
      };
    }
  }
}

/**
 * Each declaration that is one too many, with the one it clashes with: a later one in the same file; and of several files
 * the one that imports, whose author sees both.
 */
function clashes(declared: readonly AstNodeDescription[]): (readonly [AstNodeDescription, AstNodeDescription])[] {
  if (declared.length < 2) return [];
  const firsts = new Map<string, AstNodeDescription>();
  const found: (readonly [AstNodeDescription, AstNodeDescription])[] = [];
  for (const one of declared) {
    const file = one.documentUri.toString();
    const before = firsts.get(file);
    if (before === undefined) firsts.set(file, one);
    else found.push([one, before]);
  }
  const [own, other] = [...firsts.values()];
  if (own !== undefined && other !== undefined) found.push([own, other]);
  return found;
}

/** All that a file sees, by the file of the declaration that is one too many. */
function clashesIn(table: NameTable) {
  return grouped([...table.values()].flatMap(clashes), ([{ documentUri }]) => [documentUri.toString()]);
}

function* redefinitions(context: Context): Iterable<Mistake> {
  const { model, document, shared, documentAt } = context;
  for (const definition of model.definitions) {
    if (written(definition.name) === undefined) continue;
    const known = shared.meter.Visibility.definitions(definition.$type);
    const same = known.get(definition.name) ?? [];
    const [first] = same;
    const range = nameRange(document, definition);
    if (first === undefined || same.length < 2) continue;
    const firstRange = rangeOfDescription(first, documentAt(first.documentUri));
    if (firstRange.uri === range.uri && firstRange.startOffset === range.startOffset) continue;
    const builtIn = isBuiltIn(first.documentUri);
    yield {
      code: 'redefinition',
      severity: 'error',
      what: [builtIn ? 'ofBuiltIn' : 'twice', definition.name],
      range,
      repairs: renaming(
        range,
        freeName(definition.name, (one) => known.has(one)),
        context,
      ),
      related: { range: firstRange, is: ['firstDefinition', definition.name] },
    };
  }
}

/** Another name for what nothing refers to; where something does, only its author knows which of the two was meant. */
function renaming(range: SourceRange, name: string, context: Context): Repair[] {
  return isReferredTo(range, context) ? [] : [replacement(range, name, ['rename', name], false)];
}

function rangeOfDescription(description: AstNodeDescription, document: Context['document'] | undefined) {
  const { nameSegment, selectionSegment, documentUri, node } = description;
  const segment = nameSegment ?? selectionSegment;
  if (document !== undefined) {
    if (segment !== undefined) return rangeBetween(document, segment.offset, segment.end);
    return rangeOfCst(document, GrammarUtils.findNodeForProperty(node?.$cstNode, 'name'));
  }
  const zero = { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0, startOffset: 0, endOffset: 0 };
  return { uri: documentUri.toString(), ...zero };
}
