import { UriUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import type { Component, Data, Decision, Design, ElementBase, Flow, Layer, Link, Phase, Target, Zone } from '../model/architecture.js';
import { knownNames } from '../semantics/known-names.js';
import { referredNames, readBody, readStay, storing, type Body } from './body.js';
import type { OriginNotes } from './origins.js';
import { documentationOf } from './range.js';
import { written } from '../parsing/written.js';

/** A flow as its own file says it: which links carry it, other files have a say in. */
export type WrittenFlow = Omit<Flow, 'hops'>;
export type WrittenElement = Zone | Component | Data | Link | WrittenFlow;

/** A statement that declares an element. */
export type ElementStatement = ast.Declaration;

/** What one statement declares. */
export function readElement(origins: OriginNotes, node: ElementStatement): WrittenElement {
  const body = readBody(origins, node.body);
  const base = readBase(origins.uri, node, 'kinds' in node ? referredNames(node.kinds) : [], body);
  return origins.at(elementOf(origins, node, base, body), node);
}

function elementOf(origins: OriginNotes, node: ElementStatement, base: ElementBase, body: Body): WrittenElement {
  if (ast.isZone(node)) {
    const runBy = referredNames(node.parties)[0];
    return { ...base, sort: 'zone', zone: referredNames(node.zones)[0], runBy, ...readStay(node.phases) };
  }
  if (ast.isComponent(node)) {
    const runBy = referredNames(node.parties)[0];
    return { ...base, sort: 'component', zone: referredNames(node.zones)[0], runBy, ...storing(body.stores), ...readStay(node.phases) };
  }
  if (ast.isData(node)) return { ...base, sort: 'data' };
  return ast.isLink(node) ? readLink(origins, node, base) : readFlow(origins, node, base);
}

/** The design that a file declares, or the one that stands for a fragment which is reviewed alone. */
export function readDesign(origins: OriginNotes, document: LangiumDocument, node: ast.Design | undefined): Design {
  if (node === undefined) return origins.atStart(implicitDesign(origins.uri, document));
  const profiles = referredNames(node.profiles);
  const design: Design = {
    ...readBase(origins.uri, node, [], readBody(origins, node.body)),
    sort: 'design',
    version: node.version[0],
    owner: node.owner[0],
    runBy: referredNames(node.parties)[0],
    profiles: profiles.length > 0 ? profiles : [knownNames.defaultProfile],
    implicit: false,
  };
  return origins.at(design, node);
}

function implicitDesign(file: string, document: LangiumDocument): Design {
  const name = UriUtils.basename(document.uri).replace(/\.meter$/, '');
  const nothing = { settings: [], controls: [], mechanisms: [], notes: [], kinds: [], title: undefined, documentation: undefined };
  const own = { version: undefined, owner: undefined, runBy: undefined, profiles: [knownNames.defaultProfile], implicit: true };
  return { ...nothing, ...own, sort: 'design', name, file };
}

type ElementNode = ElementStatement | ast.Design;

function readBase(file: string, node: ElementNode, kinds: readonly string[], body: Body): ElementBase {
  const { settings, controls, mechanisms, notes } = body;
  return { name: node.name, title: node.title, documentation: documentationOf(node), file, kinds, settings, controls, mechanisms, notes };
}

function readLink(origins: OriginNotes, node: ast.Link, base: ElementBase): Link {
  return {
    ...base,
    sort: 'link',
    sources: referredNames(node.sources),
    targets: referredNames(node.targets),
    twoWay: node.direction === '<->',
    zones: referredNames(node.zones),
    layers: readLayers(origins, node.layers),
    carries: referredNames(node.carries),
    openedBy: referredNames(node.openers),
    ...readStay(node.phases),
  };
}

function readFlow(origins: OriginNotes, node: ast.Flow, base: ElementBase): WrittenFlow {
  return {
    ...base,
    sort: 'flow',
    stops: node.path.map((stop) => referredNames(stop.components)).filter((stop) => stop.length > 0),
    carries: referredNames(node.carries),
    returns: referredNames(node.returns),
    layers: readLayers(origins, node.layers),
    via: referredNames(node.links),
    ...readStay(node.phases),
  };
}

export function readLayers(origins: OriginNotes, layers: readonly ast.Layer[]): Layer[] {
  return layers.map((layer) =>
    origins.at(
      {
        stack: layer.stack.map((mechanism) => mechanism.$refText),
        from: referredNames(written(layer.starts) ?? [])[0],
        to: referredNames(written(layer.ends) ?? [])[0],
      },
      layer,
    ),
  );
}

/** Undefined where nobody says yet when it begins. */
export function readPhase(origins: OriginNotes, node: ast.Phase): Phase | undefined {
  const [from] = node.days;
  if (from === undefined) return undefined;
  return origins.at({ name: node.name, title: node.title, documentation: documentationOf(node), from, file: origins.uri }, node);
}

export function readDecision(origins: OriginNotes, node: ast.Decision): Decision {
  const decision: Decision = {
    verb: node.verb,
    requirements: referredNames(node.requirements),
    targets: node.targets.flatMap(readTarget),
    until: node.until[0],
    because: node.because[0],
    by: node.by[0],
    file: origins.uri,
  };
  return origins.at(decision, node);
}

function readTarget({ subject, within, kind }: ast.Target): Target[] {
  // A name that is not written yet has no text.
  if (kind !== undefined) return kind.$refText === '' ? [] : [{ reach: 'every', name: kind.$refText }];
  return subject === undefined || subject.$refText === '' ? [] : [{ reach: within ? 'within' : 'itself', name: subject.$refText }];
}
