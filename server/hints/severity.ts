import { AstUtils, type LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { conditionWords, coveredBy } from '../../language/semantics/index.js';
import { severities, type Architecture, type Requirement } from '../../language/model/index.js';
import type { SourceMap } from '../../language/source/index.js';
import { modelOf } from '../../language/parsing/model.js';
import { concernedBy, type Concerned } from '../concerned.js';
import type { Snapshot } from '../../workspace/index.js';
import { overlaps } from '../range.js';
import type { Hint } from './provider.js';
import { written } from '../../language/parsing/written.js';

/** Where a severity depends on conditions, which one counts: behind the requirements of decisions, and in the catalogue. */
export function severityHints(document: LangiumDocument, range: Range, snapshot: Snapshot): Hint[] {
  const { elements, definitions } = modelOf(document);
  return [
    ...elements.filter(ast.isDecision).flatMap((node) => decisionHints(node, range, snapshot)),
    ...definitions.filter(ast.isRequirement).flatMap((node) => clauseHints(node, range, snapshot)),
  ];
}

function decisionHints(node: ast.Decision, range: Range, snapshot: Snapshot): Hint[] {
  if (node.$cstNode === undefined || !overlaps(node.$cstNode.range, range)) return [];
  const uri = AstUtils.getDocument(node).uri.toString();
  const { sources } = snapshot;
  return node.requirements.flatMap((reference): Hint[] => {
    const requirement = conditional(reference.$refText, snapshot);
    if (requirement === undefined || reference.$refNode === undefined) return [];
    const meant = concernedBy(requirement.name, snapshot).filter(
      ({ architecture, element, asked }) => asked && architecture.files.includes(uri) && isAbout(node, element, architecture, sources),
    );
    const words = severityWords(meant, (one) => [...new Set(one.map(({ element }) => element))].join(', '));
    return words === undefined ? [] : [{ position: reference.$refNode.range.end, words, lines: ruleLines(requirement) }];
  });
}

function isAbout(node: ast.Decision, element: string, architecture: Architecture, sources: SourceMap): boolean {
  const uri = AstUtils.getDocument(node).uri.toString();
  const decision = architecture.decisions.find((one) => one.file === uri && sources.rangeOf(one).startOffset === node.$cstNode?.offset);
  return decision !== undefined && coveredBy(decision, architecture).has(element);
}

function clauseHints(node: ast.Requirement, range: Range, snapshot: Snapshot): Hint[] {
  const [clause] = node.severities;
  const cst = clause?.$cstNode;
  if (written(node.name) === undefined || cst === undefined || !overlaps(cst.range, range)) return [];
  const requirement = conditional(node.name, snapshot);
  if (requirement === undefined) return [];
  const meant = concernedBy(requirement.name, snapshot);
  const words = severityWords(
    meant,
    (one) => String(new Set(one.map(({ range: place }) => `${place.uri} ${place.startOffset}`)).size),
    'for',
  );
  return words === undefined ? [] : [{ position: cst.range.end, words, lines: [...ruleLines(requirement), ...elementLines(meant)] }];
}

/** The requirement, if its severity depends on anything. */
function conditional(name: string, snapshot: Snapshot): Requirement | undefined {
  const requirement = snapshot.catalogue.requirements.get(name);
  return requirement === undefined || requirement.severity.branches.length === 0 ? undefined : requirement;
}

/** `critical`, or `critical on meter, high on hes` where it is not the same for all. */
function severityWords(meant: readonly Concerned[], tell: (one: readonly Concerned[]) => string, word = 'on'): string | undefined {
  const groups = severities.flatMap((severity) => {
    const one = meant.filter((concerned) => concerned.severity === severity);
    return one.length === 0 ? [] : [{ severity, told: tell(one) }];
  });
  if (groups.length === 0) return undefined;
  if (groups.length === 1 && word === 'on') return groups[0]!.severity;
  return groups.map(({ severity, told }) => `${severity} ${word} ${told}`).join(', ');
}

function ruleLines({ severity: { branches, otherwise } }: Requirement): string[] {
  return [...branches.map(({ severity, condition }) => `${severity} where ${conditionWords(condition)}`), `else ${otherwise}`];
}

const mostElements = 8;

function elementLines(meant: readonly Concerned[]): string[] {
  const lines = meant.map(({ element, severity, architecture }) => `${severity}: ${element} in ${architecture.design.name}`);
  return lines.length > mostElements ? [...lines.slice(0, mostElements), `and ${lines.length - mostElements} more`] : lines;
}
