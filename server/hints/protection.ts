import { GrammarUtils, type LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import type { Architecture, Flow } from '../../language/model/index.js';
import { modelOf } from '../../language/parsing/model.js';
import { tellProtection } from '../../report/protection.js';
import type { Evaluator } from '../../review/index.js';
import type { Snapshot } from '../../workspace/index.js';
import { overlaps } from '../range.js';
import type { Hint } from './provider.js';

/** Behind each arrow of a flow's path: what encrypts that step, or that nothing does. */
export function protectionHints(document: LangiumDocument, range: Range, snapshot: Snapshot): Hint[] {
  const architectures = snapshot.designsOf(document.uri.toString());
  const nodes = modelOf(document).elements.filter(ast.isFlow);
  return nodes.flatMap((node) => {
    if (node.$cstNode === undefined || !overlaps(node.$cstNode.range, range)) return [];
    const arrows = GrammarUtils.findNodesForKeyword(node.$cstNode, '->');
    // While a stop is still to be written, nobody knows which arrow leads where.
    if (arrows.length !== node.path.length - 1 || node.path.some(({ components }) => components.length === 0)) return [];
    return arrows.flatMap((arrow, step): Hint[] => {
      const told = architectures.flatMap((architecture) =>
        declares(node, architecture, snapshot) ? stepIn(node, step, architecture, snapshot.evaluatorOf(architecture)) : [],
      );
      const hint = together(told);
      return hint === undefined ? [] : [{ position: arrow.range.end, ...hint }];
    });
  });
}

interface ToldStep {
  readonly design: string;
  readonly words: string;
  readonly lines: readonly string[];
}

/** Of several flows with one name the review knows the first only. */
function declares(node: ast.Flow, { flows }: Architecture, snapshot: Snapshot): boolean {
  const flow = flows.get(node.name);
  const name = GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
  return flow !== undefined && snapshot.sources.rangeOf(flow).startOffset === name?.offset;
}

function stepIn(node: ast.Flow, step: number, architecture: Architecture, evaluator: Evaluator): ToldStep[] {
  const flow = architecture.flows.get(node.name);
  if (flow === undefined) return [];
  const isDrawn = (component: string) => architecture.components.has(component);
  const hops = flow.hops.flatMap((hop, index) =>
    hop.step === step && isDrawn(hop.from) && isDrawn(hop.to) ? [{ hop, ...tellProtection(flow, index, evaluator) }] : [],
  );
  const words = new Map<string, string[]>();
  for (const { hop, words: one } of hops) words.set(one, [...(words.get(one) ?? []), hopName(flow, hop)]);
  if (words.size === 0) return [];
  const label = words.size === 1 ? [...words.keys()][0]! : [...words].map(([one, names]) => `${names.join(', ')}: ${one}`).join('; ');
  const lines = hops.flatMap(({ hop, lines: told }) => (hops.length === 1 ? told : told.map((line) => `${hopName(flow, hop)}: ${line}`)));
  return [{ design: architecture.design.name, words: label, lines: [...new Set(lines)] }];
}

function hopName({ stops }: Flow, { from, to, step }: Flow['hops'][number]): string {
  return (stops[step]?.length ?? 0) > 1 ? `${from} to ${to}` : to;
}

/** What designs that share a file say alike is said once. */
function together(told: readonly ToldStep[]): Pick<Hint, 'words' | 'lines'> | undefined {
  const [first, ...others] = told;
  if (first === undefined) return undefined;
  if (others.every(({ words }) => words === first.words)) return { words: first.words, lines: first.lines };
  return {
    words: told.map(({ design, words }) => `${design}: ${words}`).join('; '),
    lines: told.flatMap(({ design, lines }) => lines.map((line) => `${design}: ${line}`)),
  };
}
