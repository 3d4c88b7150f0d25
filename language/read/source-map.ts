import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import type { Element, Layer } from '../model/architecture.js';
import type { ElementSource, ModelPart, SourceMap } from '../source/map.js';
import type { SourceRange } from '../source/range.js';
import type { PartOrigin, PartOrigins } from './origins.js';
import { headAndBody, nameNode, rangeIn } from './range.js';

/** The places of a workspace's parts, each found out when it is asked for and then kept. */
export class PlacesInText implements SourceMap {
  private readonly ranges = new Map<ModelPart, SourceRange>();
  private readonly elements = new Map<Element, ElementSource>();

  /**
   * `originsIn` gives those of the file that a part was read from, undefined for what was read from none; `originOf` what a part was read as,
   * where a design says more of it than its file.
   */
  constructor(
    private readonly originsIn: (part: ModelPart) => PartOrigins | undefined,
    private readonly originOf: (part: ModelPart) => ModelPart,
    /** Of names that are known without their file. */
    private readonly known: ReadonlyMap<object, SourceRange> = new Map(),
  ) {}

  rangeOf(part: ModelPart): SourceRange {
    let range = this.ranges.get(part) ?? this.known.get(part) ?? this.known.get(this.originOf(part));
    if (range === undefined) {
      const place = this.originHere(part);
      if (place === undefined) throw new Error('this part of the model was read from no text of this workspace');
      this.ranges.set(part, (range = rangeAt(place)));
    }
    return range;
  }

  sourceOf(element: Element): ElementSource {
    let source = this.elements.get(element);
    if (source === undefined) {
      this.elements.set(element, (source = { range: this.rangeOf(element), ...surroundings(this.originHere(element)!) }));
    }
    return source;
  }

  stackOf(layer: Layer): readonly SourceRange[] | undefined {
    const place = this.originHere(layer);
    if (place === undefined || !ast.isLayer(place.node)) return undefined;
    return place.node.stack.map((mechanism) => rangeIn(place.uri, mechanism.$refNode));
  }

  private originHere(part: ModelPart): PartOrigin | undefined {
    const origin = this.originOf(part);
    return this.originsIn(origin)?.get(origin);
  }
}

/** Of a statement with a name the name, of anything else all of it. */
function rangeAt({ uri, node, word }: PartOrigin): SourceRange {
  if (node === undefined) return rangeIn(uri, word);
  return rangeIn(uri, 'name' in node ? nameNode(node) : node.$cstNode);
}

function surroundings({ uri, node }: PartOrigin): Omit<ElementSource, 'range'> {
  const start = rangeIn(uri, undefined);
  if (node === undefined) return { extent: start, head: start, body: undefined, items: undefined };
  return { extent: rangeIn(uri, node.$cstNode), ...headAndBody(uri, node), items: itemsOf(uri, node) };
}

/** Of a design only where nothing but items of any body stands in it. */
function itemsOf(uri: string, node: AstNode): SourceRange[] | undefined {
  if (ast.isDesign(node) && node.version.length + node.owner.length + node.profiles.length > 0) return undefined;
  return 'body' in node ? (node.body as AstNode[]).map((item) => rangeIn(uri, item.$cstNode)) : undefined;
}
