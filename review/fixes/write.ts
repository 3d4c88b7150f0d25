import type { SourceMap } from '../../language/source/index.js';
import type { Element, Flow, Layer, Link } from '../../language/model/index.js';
import { insertion, intoBody, intoHead, intoList, replacing, type Edit } from '../../language/writing/index.js';

export function settingInto(sources: SourceMap, element: Element, attribute: string, value: string): Edit[] {
  const before = element.settings.find((setting) => setting.attribute === attribute);
  return before === undefined
    ? intoBody(sources.sourceOf(element), `${attribute} = ${value}`)
    : [replacing(sources.rangeOf(before), `${attribute} = ${value}`)];
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
  sources: SourceMap,
  element: Link | Flow,
  mechanism: string,
  { replaces, bears }: LayerPlace,
  reaches: (layer: Layer) => boolean,
  bounds: string,
): Edit {
  const far = element.layers.flatMap((layer) => {
    const ranges = layer.stack.length > 0 && !layer.stack.includes(mechanism) && reaches(layer) ? sources.stackOf(layer) : undefined;
    return ranges === undefined ? [] : [{ stack: layer.stack, ranges }];
  });
  for (const { stack, ranges } of far) {
    const range = ranges[stack.findIndex((name) => name !== mechanism && replaces(name))];
    if (range !== undefined) return replacing(range, mechanism);
  }
  for (const { stack, ranges } of far) {
    const range = ranges[stack.findIndex(bears)];
    if (range !== undefined) return insertion(range.uri, range.startOffset, `${mechanism}, `);
  }
  const top = far.at(-1)?.ranges.at(-1);
  if (top !== undefined) return intoList(top.uri, top.endOffset, mechanism);
  return intoHead(sources.sourceOf(element), `over ${mechanism}${bounds}`);
}
