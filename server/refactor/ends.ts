import { AstUtils, CstUtils, URI } from 'langium';
import { isControlUse, type Model } from '../../language/generated/ast.js';
import type { Architecture, Component, ControlUse, Link } from '../../language/model/index.js';
import type { SourceMap } from '../../language/source/index.js';
import { endsOfLink, mayStand } from '../../language/semantics/index.js';
import { isBuiltIn } from '../../language/names/imports.js';
import { intoBody, outOfBody, type Edit } from '../../language/writing/index.js';
import { evaluatorOf, leavesOf, withElement, type Assessment, type Evaluator } from '../../review/index.js';
import type { RefactoringOffer, Refactoring, Selection } from './refactoring.js';
import { inDesigns, reviewIfNoWorse } from './trial.js';

/**
 * A control on a link that is a matter of the components at its ends goes there: one that cannot stand on a link, or that is open at
 * an end; and only where no state of the review gets worse, so that a link keeps what it is asked for itself.
 */
export const ends: Refactoring = { kind: 'refactor.rewrite.meterlint.ends', offers };

function* offers(selection: Selection): Iterable<RefactoringOffer> {
  const link = linkAt(selection);
  if (link === undefined) return;
  const sources = selection.snapshot.sources;
  const found = inDesigns(selection, link.name, link.file);
  const movesAll = (controls: readonly ControlUse[]): boolean =>
    controls.length > 0 && found.length > 0 && found.every(({ assessment }) => isBetterAtEnds(assessment, link.name, controls));
  const alone = link.controls.filter((use) => isSelected(use, link, selection) && movesAll([use]));
  const together = movesAll(alone) ? alone : alone.slice(0, 1);
  const [first] = found;
  if (first === undefined || together.length === 0) return;
  const components = receivers(link, evaluatorOf(first.assessment), together);
  yield {
    does: ['moveToEnds', together.map((use) => use.control), link.name, components.map(({ name }) => name)],
    changes: [
      ...outOfBody(
        sources.sourceOf(link),
        together.map((use) => sources.rangeOf(use)),
        selection.text,
      ),
      ...additions(components, together, selection.model, sources),
    ],
  };
}

function linkAt({ document, model, designs, start, end }: Selection): Link | undefined {
  const nodes = model.elements.filter(({ $cstNode: cst }) => cst !== undefined && cst.offset <= end && cst.end >= start);
  const [node] = nodes;
  const link = nodes.length === 1 && node?.$type === 'Link' ? designs[0]?.links.get(node.name) : undefined;
  return link?.file === document.uri.toString() ? link : undefined;
}

/** Those that the selection touches; where it touches none, all of the link. */
function isSelected(use: ControlUse, { controls }: Link, { snapshot, start, end }: Selection): boolean {
  const sources = snapshot.sources;
  const touches = (one: ControlUse): boolean => {
    const { startOffset, endOffset } = sources.rangeOf(one);
    return startOffset <= end && endOffset >= start;
  };
  return touches(use) || !controls.some(touches);
}

function isBetterAtEnds(assessment: Assessment, name: string, controls: readonly ControlUse[]): boolean {
  const { architecture } = assessment;
  const link = architecture.links.get(name)!;
  const fits = (use: ControlUse): boolean => {
    const control = architecture.catalogue.controls.get(use.control);
    const mechanisms = use.mechanisms.map((one) => architecture.catalogue.mechanisms.get(one));
    const stands = [control, ...mechanisms].every((one) => one !== undefined && mayStand(one, 'component'));
    return stands && use.from === undefined && use.to === undefined;
  };
  const components = receivers(link, evaluatorOf(assessment), controls);
  if (components.length === 0 || !controls.every(fits) || components.some(({ file }) => isBuiltIn(URI.parse(file)))) return false;
  const without: Architecture = withElement(architecture, { ...link, controls: link.controls.filter((one) => !controls.includes(one)) });
  const changed = components.reduce((design, one) => withElement(design, { ...one, controls: [...one.controls, ...controls] }), without);
  const after = reviewIfNoWorse(assessment, changed);
  if (after === undefined) return false;
  const isMisplaced = controls.every(({ control }) => {
    const known = architecture.catalogue.controls.get(control);
    return known !== undefined && !mayStand(known, 'link');
  });
  return isMisplaced || openAt(components, after) < openAt(components, assessment);
}

/** The ends that have none of the controls yet. People are no place for a control. */
function receivers(link: Link, { facts }: Evaluator, controls: readonly ControlUse[]): Component[] {
  return endsOfLink(link).flatMap((name) => {
    const component = facts.architecture.components.get(name);
    if (component === undefined || facts.isPerson(name)) return [];
    return component.controls.some((own) => controls.some(({ control }) => control === own.control)) ? [] : [component];
  });
}

function openAt(components: readonly Component[], { findings }: Assessment): number {
  const names = new Set(components.map(({ name }) => name));
  return findings.flatMap(({ gaps }) => leavesOf(gaps)).filter(({ element }) => names.has(element)).length;
}

function additions(components: readonly Component[], controls: readonly ControlUse[], model: Model, sources: SourceMap): Edit[] {
  const statements = controls.map((use) => wordsOf(use, sources.rangeOf(use).startOffset, model));
  return components.flatMap((component) => intoBody(sources.sourceOf(component), ...statements));
}

/** The statement on one line, without the comments in it. */
function wordsOf({ control }: ControlUse, offset: number, model: Model): string {
  const node = AstUtils.streamAst(model).find((one) => isControlUse(one) && one.$cstNode?.offset === offset);
  if (node?.$cstNode === undefined) return `control ${control}`;
  const words = CstUtils.flattenCst(node.$cstNode).filter((leaf) => !leaf.hidden);
  return words.reduce((text, { text: word }) => (text === '' || word === ',' ? text + word : `${text} ${word}`), '');
}
