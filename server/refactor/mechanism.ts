import { AstUtils } from 'langium';
import { isControlUse } from '../../language/generated/ast.js';
import { allElements, excludedBy, mayStand } from '../../language/semantics/index.js';
import type { ControlUse, Element, Flow, Layer, Link } from '../../language/model/index.js';
import type { ElementSource, SourceMap, SourceRange } from '../../language/source/index.js';
import { evaluatorOf, withElement, type Assessment, type Evaluator } from '../../review/index.js';
import { insertion, intoList, outOfBody, replacing, type Edit } from '../../language/writing/index.js';
import { candidatesFor, providesOn } from '../../review/fixes/candidates.js';
import { isLayer, stackOf } from '../../review/fixes/stacks.js';
import type { ActionDeed } from '../action-titles.js';
import type { RefactoringOffer, Refactoring, Selection } from './refactoring.js';
import { inDesigns, reviewIfNoWorse } from './trial.js';

/** `control C by M` becomes `over M` or `uses M`, and `control C` what provides it, where no state of the review gets worse. */
export const mechanism: Refactoring = { kind: 'refactor.rewrite.meterlint.mechanism', offers };

/** Of what could provide a control that is stated without a mechanism; completion lists them all. */
const mostMechanisms = 5;

/** Where a statement of a control stands. */
interface Place {
  readonly own: SourceRange;
  /** Of the element. */
  readonly around: ElementSource;
  /** Of the file. */
  readonly text: string;
}

function takenOut({ own, around, text }: Place, toHead = ''): Edit[] {
  return outOfBody(around, [own], text, toHead);
}

/** One way to write it. */
interface Form {
  readonly does: ActionDeed;
  readonly changes: readonly Edit[];
  readonly changed: (element: Element) => Element;
}

function* offers(selection: Selection): Iterable<RefactoringOffer> {
  const uri = selection.document.uri.toString();
  for (const { name, use } of selectedUses(selection)) {
    const found = inDesigns(selection, name, uri);
    const [first] = found;
    if (first === undefined) continue;
    const evaluator = evaluatorOf(first.assessment);
    for (const names of mechanismsFor(use, first.element, evaluator, first.assessment)) {
      const form = formOf(use, names, first.element, selection);
      const isNoLoss = ({ assessment, element }: (typeof found)[number]): boolean =>
        form !== undefined && reviewIfNoWorse(assessment, withElement(assessment.architecture, form.changed(element))) !== undefined;
      if (form !== undefined && found.every(isNoLoss)) yield { does: form.does, changes: form.changes };
    }
  }
}

/** Statements of a control that the selection touches, each with the element that it stands on. */
function selectedUses({ document, designs, snapshot, start, end }: Selection): { name: string; use: ControlUse }[] {
  const sources = snapshot.sources;
  const uri = document.uri.toString();
  const touches = ({ startOffset, endOffset }: SourceRange): boolean => startOffset <= end && endOffset >= start;
  const [design] = designs;
  const own = design === undefined ? [] : allElements(design).filter(({ file }) => file === uri);
  return own
    .filter((element) => touches(sources.sourceOf(element).extent))
    .flatMap(({ name, controls }) => controls.filter((use) => !use.planned && touches(sources.rangeOf(use))).map((use) => ({ name, use })));
}

/** Each a list of the mechanisms to write instead: those that are named, or one that could be. */
function mechanismsFor(use: ControlUse, element: Element, evaluator: Evaluator, { findings }: Assessment): readonly (readonly string[])[] {
  const { control, mechanisms, evidence } = use;
  if (mechanisms.length > 0) {
    const isFit = (name: string): boolean => {
      const known = evaluator.facts.catalogue.mechanisms.get(name);
      return known !== undefined && mayStand(known, element.sort) && providesOn(evaluator, name, control);
    };
    return evidence === undefined && mechanisms.every(isFit) ? [mechanisms] : [];
  }
  const all = candidatesFor({ element: element.name, control }, element, evaluator, findings);
  // A form in the place of another one changes what the design says.
  const isBeside = (name: string) => stackOf(element).every((one) => excludedBy(name, one, evaluator.facts.catalogue) === undefined);
  return all
    .filter(({ name }) => isBeside(name))
    .slice(0, mostMechanisms)
    .map(({ name }) => [name]);
}

function formOf(use: ControlUse, names: readonly string[], element: Element, selection: Selection): Form | undefined {
  const { catalogue } = selection.designs[0]!;
  const controls = element.controls.filter((one) => one !== use);
  const { sources } = selection.snapshot;
  const place: Place = { own: sources.rangeOf(use), around: sources.sourceOf(element), text: selection.text };
  if (use.evidence !== undefined) return withEvidence(use, names, element, controls, selection);
  const isOver = names.every((name) => isLayer(catalogue.mechanisms.get(name)!, element));
  if (isOver && (element.sort === 'link' || element.sort === 'flow')) {
    return names.length === 1 ? asLayer(use, names[0]!, element, controls, place, sources) : undefined;
  }
  if (use.from !== undefined || use.to !== undefined) return undefined;
  const uses = names.filter((name) => !element.mechanisms.some(({ mechanism: other }) => other === name));
  const words = `uses ${uses.join(', ')}`;
  const mechanisms = [...element.mechanisms, ...uses.map((name) => ({ mechanism: name }))];
  return {
    does: deedOf(use, uses.length > 0 ? words : undefined, `uses ${names.join(', ')}`),
    changes: uses.length > 0 ? [replacing(place.own, words)] : takenOut(place),
    changed: (other) => ({ ...other, controls, mechanisms }),
  };
}

/** On top of what a link runs over; of a flow a layer of its own, over as much of the path. */
function asLayer(
  use: ControlUse,
  name: string,
  element: Link | Flow,
  controls: readonly ControlUse[],
  place: Place,
  sources: SourceMap,
): Form {
  const layer: Layer = { stack: [name], from: use.from, to: use.to };
  const isThere = element.layers.some(({ stack, from, to }) => stack.includes(name) && from === use.from && to === use.to);
  const bounds = `${use.from === undefined ? '' : ` from ${use.from}`}${use.to === undefined ? '' : ` to ${use.to}`}`;
  const words = `over ${name}${bounds}`;
  const changed = (other: Element): Element =>
    ({ ...other, controls, layers: isThere ? element.layers : withLayer(element, layer) }) as Element;
  const does = deedOf(use, isThere ? undefined : words, words);
  if (isThere) return { does, changes: takenOut(place), changed };
  const last = element.sort === 'link' ? element.layers.at(-1) : undefined;
  const top = last === undefined ? undefined : sources.stackOf(last)?.at(-1);
  if (top === undefined) return { does, changes: takenOut(place, ` ${words}`), changed };
  if (top.endOffset === place.around.head.endOffset) return { does, changes: takenOut(place, `, ${name}`), changed };
  return { does, changes: [intoList(top.uri, top.endOffset, name), ...takenOut(place)], changed };
}

function withLayer({ sort, layers }: Link | Flow, layer: Layer): readonly Layer[] {
  const top = sort === 'link' ? layers.at(-1) : undefined;
  return top === undefined ? [...layers, layer] : [...layers.slice(0, -1), { ...top, stack: [...top.stack, ...layer.stack] }];
}

/** What shows that the control is there stays: only `control` has room for it. */
function withEvidence(
  use: ControlUse,
  names: readonly string[],
  element: Element,
  controls: readonly ControlUse[],
  { model, snapshot }: Selection,
): Form | undefined {
  const { startOffset } = snapshot.sources.rangeOf(use);
  const node = AstUtils.streamAst(model).find((one) => isControlUse(one) && one.$cstNode?.offset === startOffset);
  const at = node !== undefined && isControlUse(node) ? node.control?.$refNode?.end : undefined;
  if (at === undefined) return undefined;
  return {
    does: ['sayThereBy', use.control, names],
    changes: [insertion(element.file, at, ` by ${names.join(', ')}`)],
    changed: (other) => ({ ...other, controls: [...controls, { ...use, mechanisms: names }] }),
  };
}

/** `words`: what is written; undefined where `given` stands there already. */
function deedOf({ control, mechanisms }: ControlUse, words: string | undefined, given: string): ActionDeed {
  const old = `control ${control}${mechanisms.length > 0 ? ` by ${mechanisms.join(', ')}` : ''}`;
  return words === undefined ? ['removeSaidAlready', old, given] : ['replaceStatement', old, words];
}
