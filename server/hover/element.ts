import { AstUtils, GrammarUtils } from 'langium';
import type * as ast from '../../language/generated/ast.js';
import type { Architecture, Element } from '../../language/model/index.js';
import type { SourceMap } from '../../language/source/index.js';
import { documentationOf } from '../../language/read/range.js';
import { elementNamed } from '../../review/index.js';
import type { Snapshot } from '../../workspace/index.js';
import { bullets, code, paragraphs, escapedText } from '../markdown.js';
import { controlLines } from './controls.js';
import { factLines } from './facts.js';
import { fromHere } from './reach.js';
import { stateParts } from './states.js';

type ElementNode = Exclude<ast.Element, ast.Decision | ast.Phase | ast.Variant> | ast.Design;

/** More designs than these are named only. */
const mostDesigns = 3;

/** What an element is and how it stands, for each of some designs; what several of them say alike is said once. */
export function elementHover(node: ElementNode, designs: readonly Architecture[], snapshot: Snapshot): string {
  const documentation = documentationOf(node);
  const said = new Map<string, string[]>();
  for (const architecture of designs) {
    const element = declaredBy(node, architecture, snapshot.sources);
    if (element === undefined) {
      const absence = absenceOf(node, architecture, snapshot.settings.date);
      if (absence !== undefined) said.set(absence, [...(said.get(absence) ?? []), architecture.design.name]);
      continue;
    }
    const content = elementContent(element, architecture, snapshot);
    said.set(content, [...(said.get(content) ?? []), architecture.design.name]);
  }
  const parts = [...said].slice(0, mostDesigns).flatMap(([content, names]) => {
    const heading = `**In ${names.length === 1 ? 'design' : 'designs'} ${names.map(escapedText).join(', ')}**`;
    return designs.length > 1 ? [heading, content] : [content];
  });
  const left = [...said.values()].slice(mostDesigns).flat();
  return paragraphs([
    `${code(`${node.$type.toLowerCase()} ${node.name}`)}${node.title === undefined ? '' : ` ${escapedText(node.title)}`}`,
    documentation === undefined ? undefined : escapedText(documentation),
    ...parts,
    left.length === 0 ? undefined : `It stands differently in ${left.length} more designs: ${left.slice(0, 8).map(escapedText).join(', ')}`,
  ]);
}

/** A stage of a roll-out, as its statement says it. */
export function phaseHover(node: ast.Phase): string {
  const documentation = documentationOf(node);
  return paragraphs([
    `${code(`phase ${node.name}${node.days[0] === undefined ? '' : ` from ${node.days[0]}`}`)}${node.title === undefined ? '' : ` ${escapedText(node.title)}`}`,
    documentation === undefined ? undefined : escapedText(documentation),
  ]);
}

/** Of several with one name the review knows the first only. */
function declaredBy(node: ElementNode, architecture: Architecture, sources: SourceMap): Element | undefined {
  const element = elementNamed(architecture, node.name);
  const name = GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
  if (element?.file !== AstUtils.getDocument(node).uri.toString()) return undefined;
  return sources.rangeOf(element).startOffset === name?.offset ? element : undefined;
}

/** Of what is there in some phases, and not today. */
function absenceOf(node: ElementNode, { phases, order }: Architecture, date: string): string | undefined {
  if (phases.length === 0 || !order.includes(node.name)) return undefined;
  const clauses = 'phases' in node ? node.phases.map(({ $cstNode }) => $cstNode?.text ?? '') : [];
  const days = phases.filter(({ name }) => clauses.some((clause) => clause.split(/[\s,]+/).includes(name)));
  const when = days.map(({ name, from }) => `${escapedText(name)} from ${from}`).join(', ');
  return `Not there on ${date}${clauses.length === 0 ? '' : `: ${code(clauses.join(' '))} (${when})`}`;
}

function elementContent(element: Element, architecture: Architecture, snapshot: Snapshot): string {
  const evaluator = snapshot.evaluatorOf(architecture);
  const controls = controlLines(element, evaluator);
  const assessment = snapshot.assessmentOf(architecture);
  const { open, rest } = stateParts(element.name, assessment);
  return paragraphs([
    bullets(factLines(element, evaluator)),
    controls.length === 0 ? undefined : `**Controls**\n\n${bullets(controls)}`,
    ...open,
    fromHere(element.name, assessment),
    ...rest,
  ]);
}
