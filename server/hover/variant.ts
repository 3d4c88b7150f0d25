import { AstUtils } from 'langium';
import type * as ast from '../../language/generated/ast.js';
import { documentationOf } from '../../language/read/range.js';
import { costOfVariant } from '../../history/costs.js';
import { costWords } from '../../report/alternatives/money.js';
import type { Snapshot } from '../../workspace/index.js';
import { bullets, code, escapedText, paragraphs } from '../markdown.js';

/** What a variant adds, changes and takes away, and what that costs. */
export function variantHover(node: ast.Variant, snapshot: Snapshot): string {
  const file = AstUtils.getDocument(node).uri.toString();
  const documentation = documentationOf(node);
  const variant = snapshot.designs
    .flatMap((design) => snapshot.variantsOf(design))
    .find((one) => one.variant.name === node.name && one.variant.file === file)?.variant;
  const base = node.designs[0]?.$refText;
  const list = (word: string, names: readonly string[]) => (names.length === 0 ? [] : [`${word} ${names.map(code).join(', ')}`]);
  const cost = variant === undefined ? undefined : costOfVariant(variant);
  const lines =
    variant === undefined
      ? []
      : [
          ...list('Adds', variant.added),
          ...list('Changes', variant.changed),
          ...list('Takes away', variant.takenAway),
          ...(variant.costs.length === 0 ? [] : [`Costs ${costWords(cost!)} more`]),
        ];
  return paragraphs([
    `${code(`variant ${node.name}${base === undefined ? '' : ` of ${base}`}`)}${node.title === undefined ? '' : ` ${escapedText(node.title)}`}`,
    documentation === undefined ? undefined : escapedText(documentation),
    lines.length === 0 ? undefined : bullets(lines),
  ]);
}
