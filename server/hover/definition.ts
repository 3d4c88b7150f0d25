import * as ast from '../../language/generated/ast.js';
import { documentationOf } from '../../language/read/range.js';
import { pageMarkdown } from '../../report/page.js';
import { pageOf } from '../../report/definitions.js';
import { alsoCalled } from '../../report/page-parts.js';
import { controlWords, listed } from '../../report/words.js';
import { grantsOfMechanism } from '../../review/index.js';
import { concernedBy } from '../concerned.js';
import { bounded, bullets, code, paragraphs, escapedText } from '../markdown.js';
import type { Snapshot } from '../../workspace/index.js';
import { attackLines, attributeLines, harmLines, profileLines, standardLines } from './catalogue.js';
import { kindLines } from './kind.js';
import { written } from '../../language/parsing/written.js';

/** What a name of the catalogue stands for. Of two with one name the first counts, whichever was asked about. */
export function definitionHover(node: ast.Definition, snapshot: Snapshot): string | undefined {
  if (written(node.name) === undefined) return undefined;
  const page = pageOf(node.name, snapshot.catalogue);
  const hasPage =
    ast.isRequirement(node) || ast.isMechanism(node) || ast.isControl(node) || ast.isThreat(node) || ast.isNamedCondition(node);
  if (hasPage && page !== undefined) {
    return paragraphs([
      asHover(pageMarkdown(page)),
      ast.isMechanism(node) ? inherited(node.name, snapshot) : undefined,
      ast.isRequirement(node) ? countsOf(node.name, snapshot) : undefined,
    ]);
  }
  const documentation = documentationOf(node);
  return paragraphs([
    `${code(node.name)}${node.title === undefined ? '' : ` ${escapedText(node.title)}`}`,
    documentation === undefined ? undefined : escapedText(documentation),
    node.also.length === 0 ? undefined : escapedText(alsoCalled(node)),
    bullets(linesOf(node, snapshot)),
    ...('notes' in node ? node.notes.map((note) => escapedText(written(note.text) ?? '')) : []),
  ]);
}

function linesOf(node: ast.Definition, snapshot: Snapshot): string[] {
  const catalogue = snapshot.catalogue;
  if (ast.isAttribute(node)) return attributeLines(node.name, catalogue);
  if (ast.isStandard(node)) return standardLines(node.name, catalogue);
  if (ast.isProfile(node)) return profileLines(node.name, catalogue);
  if (ast.isHarm(node)) return harmLines(node.name, catalogue);
  if (ast.isAttackMethod(node)) return attackLines(node.name, catalogue);
  if (ast.isComponentKind(node) || ast.isZoneKind(node) || ast.isDataClass(node) || ast.isService(node)) return kindLines(node, snapshot);
  return [];
}

/** A page of the handbook with smaller headings. What it holds is escaped already; an address stays text here. */
function asHover(page: string): string {
  return page
    .replace(/^# /, '### ')
    .replace(/^## (.*)$/gm, '**$1**')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`);
}

/** What a mechanism grants because of what it is: its page tells its own words only. */
function inherited(name: string, snapshot: Snapshot): string | undefined {
  const granted = [...grantsOfMechanism(name, snapshot.catalogue)].filter(([, { by }]) => by !== name);
  const from = [...new Set(granted.map(([, { by }]) => by))];
  const lines = from.flatMap((parent) => {
    const own = granted.filter(([, { by }]) => by === parent);
    const provided = own.filter(([, { because }]) => because === undefined).map(([control]) => escapedText(controlWords(control)));
    const weak = own.filter(([, { because }]) => because !== undefined);
    return [
      ...(provided.length === 0 ? [] : [`through ${code(parent)} it provides ${listed(provided, 'and')}`]),
      ...weak.map(
        ([control, { because }]) =>
          `through ${code(parent)} it is weak for ${escapedText(controlWords(control))} (${escapedText(because!)})`,
      ),
    ];
  });
  return lines.length === 0 ? undefined : `**Because of what it is**\n\n${bullets(lines)}`;
}

/** Whom a requirement concerns in this workspace, what is open before what is not. */
function countsOf(name: string, snapshot: Snapshot): string | undefined {
  const concerned = concernedBy(name, snapshot);
  if (concerned.length === 0) return undefined;
  const designs = snapshot.designs.length;
  const lines = bounded(
    [...concerned.filter(({ open }) => open), ...concerned.filter(({ open }) => !open)],
    ({ architecture, element, state, severity, open, asked }) =>
      `${code(element)}${designs > 1 ? ` in ${escapedText(architecture.design.name)}` : ''}: ${asked ? '' : 'would be '}${state}${open ? `, ${severity}` : ''}`,
    { most: 6 },
    (rest) => `and ${rest.length} more`,
  );
  return `**In this workspace**\n\n${bullets(lines)}`;
}
