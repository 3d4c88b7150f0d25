import { UriUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import type {
  Architecture,
  Component,
  Data,
  Decision,
  Design,
  ElementBase,
  Flow,
  Layer,
  Link,
  Target,
  Zone,
} from '../model/architecture.js';
import type { Catalogue } from '../model/catalogue.js';
import { isBroken } from '../parsing/broken.js';
import { modelOf } from '../parsing/model.js';
import { namesOf, readBody, type Body } from './body.js';
import { linksByEnd, readHops } from '../semantics/hops.js';
import { documentationOf, headAndBody, nameRange, rangeBetween, rangeOf, rangeOfCst } from './range.js';

/** The profile of a design that names none. */
export const defaultProfile = 'x1332';

/**
 * Reads one design from its own file, which comes first, and all files it imports. Of a name declared twice, the first counts. The
 * decisions of a file that may hold none are kept apart: they do not count. Nor does a decision that is still being written, as
 * nobody knows yet what it will say.
 */
export function readArchitecture(
  files: readonly LangiumDocument[],
  catalogue: Catalogue,
  mayDecide: (file: LangiumDocument) => boolean = () => true,
): Architecture {
  const zones = new Map<string, Zone>();
  const components = new Map<string, Component>();
  const data = new Map<string, Data>();
  const links = new Map<string, Link>();
  const flows = new Map<string, Omit<Flow, 'hops'>>();
  const decisions: Decision[] = [];
  const refused: Decision[] = [];
  const unfinished = new Set<string>();
  const design = readDesign(files);
  // An element with the name of the design is a mistake of writing; leaving it out would hide what is wrong with it.
  const taken = new Set<string>();
  for (const document of files) {
    const decides = mayDecide(document);
    for (const node of modelOf(document).elements) {
      if (ast.isDecision(node)) {
        if (!isBroken(document, node)) (decides ? decisions : refused).push(readDecision(document, node));
        continue;
      }
      if (node.name === undefined || taken.has(node.name)) continue;
      taken.add(node.name);
      if (isBroken(document, node)) unfinished.add(node.name);
      const body = readBody(document, node.body);
      const base = readBase(document, node, body);
      if (ast.isZone(node)) {
        zones.set(node.name, { ...base, place: 'zone', zone: namesOf(node.zones)[0], runBy: namesOf(node.parties)[0] });
      } else if (ast.isComponent(node)) {
        const zone = namesOf(node.zones)[0];
        components.set(node.name, { ...base, place: 'component', zone, runBy: namesOf(node.parties)[0], stores: body.stores });
      } else if (ast.isData(node)) data.set(node.name, { ...base, place: 'data' });
      else if (ast.isLink(node)) links.set(node.name, readLink(document, node, base));
      else flows.set(node.name, readFlow(document, node, base));
    }
  }
  const byEnd = linksByEnd(links.values());
  const isFinished = (name: string) => !unfinished.has(name);
  const withHops = new Map([...flows].map(([name, flow]) => [name, { ...flow, hops: readHops(flow.stops, flow.via, byEnd, isFinished) }]));
  return {
    catalogue,
    design,
    zones,
    components,
    data,
    links,
    flows: withHops,
    decisions,
    refused,
    files: files.map((document) => document.uri.toString()),
  };
}

function readDesign(files: readonly LangiumDocument[]): Design {
  const document = files[0]!;
  const node = modelOf(document).designs[0];
  if (node === undefined) {
    const start = rangeBetween(document, 0, 0);
    const name = UriUtils.basename(document.uri).replace(/\.meter$/, '');
    const nothing = { settings: [], controls: [], mechanisms: [], notes: [], kinds: [] };
    const where = { range: start, extent: start, head: start, body: undefined };
    const implicit = { title: undefined, documentation: undefined, version: undefined, owner: undefined, runBy: undefined, implicit: true };
    return { ...nothing, ...where, ...implicit, place: 'design', name, profiles: [defaultProfile] };
  }
  const base = readBase(document, { ...node, kinds: [] } as never, readBody(document, node.body), node);
  const profiles = namesOf(node.profiles);
  return {
    ...base,
    place: 'design',
    version: node.version[0],
    owner: node.owner[0],
    runBy: namesOf(node.parties)[0],
    profiles: profiles.length > 0 ? profiles : [defaultProfile],
    implicit: false,
  };
}

type ElementNode = Exclude<ast.Element, ast.Decision> | ast.Design;

function readBase(document: LangiumDocument, node: ElementNode, body: Body, from: ElementNode = node): ElementBase {
  return {
    name: node.name,
    title: node.title,
    documentation: documentationOf(from),
    range: nameRange(document, from),
    extent: rangeOf(document, from),
    ...headAndBody(document, from),
    ...itemsOf(document, from),
    kinds: 'kinds' in node ? namesOf(node.kinds as readonly { readonly $refText: string }[]) : [],
    settings: body.settings,
    controls: body.controls,
    mechanisms: body.mechanisms,
    notes: body.notes,
  };
}

/** Of a design only where nothing but items of any body stands in it. */
function itemsOf(document: LangiumDocument, node: ElementNode): Pick<ElementBase, 'items'> {
  const isMore = ast.isDesign(node) && node.version.length + node.owner.length + node.profiles.length > 0;
  return isMore ? {} : { items: node.body.map((item) => rangeOf(document, item)) };
}

function readLink(document: LangiumDocument, node: ast.Link, base: ElementBase): Link {
  return {
    ...base,
    place: 'link',
    sources: namesOf(node.sources),
    targets: namesOf(node.targets),
    twoWay: node.direction === '<->',
    zones: namesOf(node.zones),
    layers: readLayers(document, node.layers),
    carries: namesOf(node.carries),
    openedBy: namesOf(node.openers),
  };
}

function readFlow(document: LangiumDocument, node: ast.Flow, base: ElementBase): Omit<Flow, 'hops'> {
  return {
    ...base,
    place: 'flow',
    stops: node.path.map((stop) => namesOf(stop.components)).filter((stop) => stop.length > 0),
    carries: namesOf(node.carries),
    returns: namesOf(node.returns),
    layers: readLayers(document, node.layers),
    via: namesOf(node.links),
  };
}

function readLayers(document: LangiumDocument, layers: readonly ast.Layer[]): Layer[] {
  return layers.map((layer) => ({
    stack: layer.stack.map((mechanism) => mechanism.$refText),
    stackRanges: layer.stack.map((mechanism) => rangeOfCst(document, mechanism.$refNode)),
    from: namesOf(layer.starts ?? [])[0],
    to: namesOf(layer.ends ?? [])[0],
    range: rangeOf(document, layer),
  }));
}

function readDecision(document: LangiumDocument, node: ast.Decision): Decision {
  return {
    verb: node.verb,
    requirements: namesOf(node.requirements),
    targets: node.targets.flatMap(readTarget),
    until: node.until[0],
    because: node.because[0],
    by: node.by[0],
    range: rangeOf(document, node),
  };
}

function readTarget({ subject, within, kind }: ast.Target): Target[] {
  // A name that is not written yet has no text.
  if (kind !== undefined) return kind.$refText === '' ? [] : [{ reach: 'every', name: kind.$refText }];
  return subject === undefined || subject.$refText === '' ? [] : [{ reach: within ? 'within' : 'itself', name: subject.$refText }];
}
