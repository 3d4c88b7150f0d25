import type { Element, Flow, Link } from '../../language/model/index.js';
import { insertion, intoBody, intoHead, intoList, replacing, type Edit } from '../../language/writing/index.js';

export function settingInto(element: Element, attribute: string, value: string): Edit[] {
  const before = element.settings.find((setting) => setting.attribute === attribute);
  return before === undefined ? intoBody(element, `${attribute} = ${value}`) : [replacing(before.range, `${attribute} = ${value}`)];
}

/** Where in a stack a mechanism goes, by what stands there. */
export interface LayerPlace {
  readonly replaces: (other: string) => boolean;
  /** Whether the other one runs over it. */
  readonly bears: (other: string) => boolean;
}

/**
 * Writes a mechanism as a layer: in the place of what it replaces, else beneath what runs over it, else on top of a stack that reaches
 * far enough, else as a layer of its own.
 */
export function asLayer(
  element: Link | Flow,
  mechanism: string,
  { replaces, bears }: LayerPlace,
  reaches: (layer: Link['layers'][number]) => boolean,
  bounds: string,
): Edit {
  const far = element.layers.filter(
    (layer) => layer.stackRanges !== undefined && layer.stack.length > 0 && !layer.stack.includes(mechanism) && reaches(layer),
  );
  for (const layer of far) {
    const index = layer.stack.findIndex((name) => name !== mechanism && replaces(name));
    const range = layer.stackRanges![index];
    if (range !== undefined) return replacing(range, mechanism);
  }
  for (const layer of far) {
    const range = layer.stackRanges![layer.stack.findIndex(bears)];
    if (range !== undefined) return insertion(range.uri, range.startOffset, `${mechanism}, `);
  }
  const top = far.at(-1)?.stackRanges?.at(-1);
  if (top !== undefined) return intoList(top.uri, top.endOffset, mechanism);
  return intoHead(element, `over ${mechanism}${bounds}`);
}
