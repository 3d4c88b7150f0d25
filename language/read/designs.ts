// The room `language/read/`: from syntax trees to the plain model, and to where its parts stand. What says the same stays the same
// object.
// May import `language/names`, `language/parsing`, `language/generated`, `language/model`, `language/semantics`, `language/source`,
// `langium`.

import { DocumentState, URI, WorkspaceCache, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import type { Model } from '../generated/ast.js';
import type { Architecture } from '../model/architecture.js';
import type { Catalogue } from '../model/catalogue.js';
import type { DecisionFiles } from '../names/decision-files.js';
import { isBuiltIn } from '../names/imports.js';
import type { Visibility } from '../names/visibility.js';
import { modelOf } from '../parsing/model.js';
import { designsWith } from '../semantics/index.js';
import type { ModelPart, SourceMap } from '../source/map.js';
import type { SourceRange } from '../source/range.js';
import { assembleArchitecture, haveSameReadings, type DesignFile } from './architecture.js';
import { readLayer, type CatalogueLayer } from './catalogue.js';
import { readFile, type PlacedReading } from './file.js';
import { Generations } from './generations.js';
import type { PartOrigins } from './origins.js';
import { PlacesInText } from './source-map.js';
import { VariantDesigns, type VariantDesign } from './variant-designs.js';
import { ReadStatements } from './statements.js';

/** A file and the tree that it had: reading a file anew makes another tree. */
interface Read {
  readonly document: LangiumDocument;
  readonly model: Model;
}

interface ReadLayer extends CatalogueLayer {
  readonly from: readonly Read[];
  readonly beneath: Catalogue | undefined;
}

interface ReadFile extends PlacedReading {
  readonly model: Model;
}

interface Adopted {
  readonly catalogue: Catalogue;
  /** Of the names of its definitions. */
  readonly ranges: ReadonlyMap<object, SourceRange>;
  origins: PartOrigins | undefined;
}

/** All that a workspace says, as it stands now. */
interface Reading {
  readonly catalogue: Catalogue;
  readonly architectures: readonly Architecture[];
  readonly sources: SourceMap;
}

/**
 * The designs of a workspace, and the fragments that are reviewed alone. Read once for each state of the workspace, each file by itself: what
 * an edit leaves as it was stays the same object.
 */
export class Designs {
  private builtIn: ReadLayer | undefined;
  /** The built-in catalogue, where it came as data. */
  private adopted: Adopted | undefined;
  private workspace: ReadLayer | undefined;
  private files: ReadonlyMap<string, ReadFile> = new Map();
  private readonly statements = new ReadStatements();
  /** By the address of the design's own file. */
  private designs: ReadonlyMap<string, Architecture> = new Map();
  private assembledFrom = new WeakMap<Architecture, readonly DesignFile[]>();
  /** What a part was read as, where it says more: a flow with its steps, a requirement with what others cite. */
  private origins = new WeakMap<ModelPart, ModelPart>();
  /** The file or the layer that a part was read from. */
  private homes = new WeakMap<object, string>();
  private generations = new Generations((copy, original) => this.origins.set(copy, original));
  private variants = new VariantDesigns((copy, original) => this.origins.set(copy, original));
  private readonly cache: WorkspaceCache<string, unknown>;

  constructor(
    private readonly shared: LangiumSharedCoreServices,
    private readonly visibility: Visibility,
    private readonly decisionFiles: DecisionFiles,
  ) {
    this.cache = new WorkspaceCache(shared, DocumentState.IndexedReferences);
  }

  /** Goes on from what an earlier state of the workspace has read: what says the same stays the same object. */
  follow(earlier: Designs): void {
    this.builtIn = earlier.builtIn;
    this.adopted = earlier.adopted;
    this.workspace = earlier.workspace;
    this.files = earlier.files;
    this.designs = earlier.designs;
    this.assembledFrom = earlier.assembledFrom;
    this.origins = earlier.origins;
    this.homes = earlier.homes;
    this.generations = earlier.generations;
    this.variants = earlier.variants;
  }

  /** Takes the built-in catalogue over as it was read elsewhere; its files are there, and nobody has to read them. */
  adopt(catalogue: Catalogue, ranges: Adopted['ranges']): void {
    this.adopted = { catalogue, ranges, origins: undefined };
  }

  /** How many statements of elements were read. */
  get work(): number {
    return this.statements.work;
  }

  /** The same one for as long as no definition of the workspace says anything else. */
  catalogue(): Catalogue {
    return this.cache.get('catalogue', () => this.readLayers()) as Catalogue;
  }

  /** In the order of their files' addresses, each with all that its phases ever have. */
  all(): readonly Architecture[] {
    return this.reading().architectures;
  }

  /** A design as it is on a day. */
  on(day: string, whole: Architecture): Architecture {
    return this.generations.on(day, whole);
  }

  /** A design as it is in each of its phases, and before them. */
  inPhases(whole: Architecture): readonly Architecture[] {
    return this.generations.all(whole);
  }

  /** The variants of a design. */
  variantsOf(whole: Architecture): readonly VariantDesign[] {
    const designs = this.all();
    const documentOf = (address: string) => this.shared.workspace.LangiumDocuments.getDocument(URI.parse(address))!;
    return this.variants.of(whole, {
      designs,
      files: this.files,
      seenFrom: (address) => this.visibility.closure(documentOf(address)).map(({ uri }) => uri.toString()),
      filesOf: ({ files }) => this.designFiles(documentOf(files[0]!)),
    });
  }

  /** A variant by itself, under a title that tells it from its design. */
  entitled(one: VariantDesign): Architecture {
    return this.variants.entitled(one);
  }

  /** Where the parts of the designs and of the catalogue stand. */
  sources(): SourceMap {
    return this.reading().sources;
  }

  /** The designs that a file is part of. */
  of(uri: URI): readonly Architecture[] {
    return designsWith(this.all(), uri.toString());
  }

  private reading(): Reading {
    return this.cache.get('reading', () => this.read()) as Reading;
  }

  private read(): Reading {
    const catalogue = this.catalogue();
    const documents = this.shared.workspace.LangiumDocuments.all.filter(({ uri }) => !isBuiltIn(uri)).toArray();
    const files = new Map(documents.map((document) => [document.uri.toString(), this.fileOf(document)]));
    this.files = files;
    const designs = new Map(this.roots().map((root) => [root.uri.toString(), this.assembled(root, catalogue)]));
    this.designs = designs;
    return { catalogue, architectures: [...designs.values()], sources: this.sourcesOf(files) };
  }

  private fileOf(document: LangiumDocument): ReadFile {
    const key = document.uri.toString();
    const before = this.files.get(key);
    const model = modelOf(document);
    if (before?.model === model) return before;
    const read = readFile(document, before?.reading, this.statements);
    this.settle(read.origins, key);
    return { ...read, model };
  }

  /** Nothing is put together of files that say what they said. */
  private assembled(root: LangiumDocument, catalogue: Catalogue): Architecture {
    const before = this.designs.get(root.uri.toString());
    const files = this.designFiles(root);
    const from = before && this.assembledFrom.get(before);
    if (from !== undefined && before?.catalogue === catalogue && haveSameReadings(from, files)) return before;
    const now = assembleArchitecture(files, catalogue, before, (flow, written) => {
      this.origins.set(flow, written);
    });
    this.assembledFrom.set(now, files);
    return now;
  }

  private designFiles(root: LangiumDocument): DesignFile[] {
    return this.visibility.closure(root).map(({ uri }) => {
      const key = uri.toString();
      return { uri: key, reading: this.files.get(key)!.reading, mayDecide: this.decisionFiles.refusedBy(uri) === undefined };
    });
  }

  private readLayers(): Catalogue {
    const all = this.shared.workspace.LangiumDocuments.all
      .filter(({ uri }) => this.adopted === undefined || !isBuiltIn(uri))
      .map((document): Read => ({ document, model: modelOf(document) }))
      .filter(({ model: { definitions, cites } }) => definitions.length + cites.length > 0)
      .toArray();
    const isShipped = ({ document }: Read) => isBuiltIn(document.uri);
    if (this.adopted === undefined) this.builtIn = this.layer(all.filter(isShipped), undefined, this.builtIn, 'the catalogue');
    const beneath = this.adopted?.catalogue ?? this.builtIn?.catalogue;
    const own = all.filter((one) => !isShipped(one)).sort(byAddress);
    this.workspace = this.layer(own, beneath, this.workspace, 'the workspace');
    return this.workspace.catalogue;
  }

  private layer(from: readonly Read[], beneath: Catalogue | undefined, before: ReadLayer | undefined, home: string): ReadLayer {
    if (before !== undefined && before.beneath === beneath && areSame(before.from, from)) return before;
    const read = readLayer(
      from.map(({ document }) => document),
      beneath,
      before?.catalogue,
    );
    this.settle(read.origins, home);
    for (const [extended, origin] of read.extended) this.origins.set(extended, origin);
    return { ...read, from, beneath };
  }

  private settle(origins: PartOrigins, home: string): void {
    for (const part of origins.keys()) this.homes.set(part, home);
  }

  private sourcesOf(files: ReadonlyMap<string, ReadFile>): SourceMap {
    const layers = new Map([
      ['the catalogue', this.builtIn?.origins],
      ['the workspace', this.workspace?.origins],
    ]);
    return new PlacesInText(
      (part) => {
        const home = this.homes.get(part);
        if (home === undefined) return this.originsOfAdopted();
        return layers.get(home) ?? files.get(home)?.origins;
      },
      (part) => this.originOf(part),
      this.adopted?.ranges,
    );
  }

  /** A part of a phase is a copy of one of the design, which may say more than the one that was read. */
  private originOf(part: ModelPart): ModelPart {
    const origin = this.origins.get(part);
    return origin === undefined ? part : this.originOf(origin);
  }

  /** Of parts within definitions: the files are read for them, which hardly anybody asks for. */
  private originsOfAdopted(): PartOrigins | undefined {
    const { adopted } = this;
    if (adopted === undefined) return undefined;
    const documents = this.shared.workspace.LangiumDocuments.all.filter(({ uri }) => isBuiltIn(uri)).toArray();
    return (adopted.origins ??= readLayer(documents, undefined, adopted.catalogue).origins);
  }

  /** Files with a design, and fragments that none of those imports. */
  private roots(): LangiumDocument[] {
    const files = this.shared.workspace.LangiumDocuments.all
      .filter((document) => !isBuiltIn(document.uri))
      .toArray()
      .sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1));
    const designs = files.filter((file) => modelOf(file).designs.length > 0);
    const covered = new Set(designs.flatMap((design) => this.visibility.closure(design)));
    const fragments = files.filter((file) => !covered.has(file) && modelOf(file).elements.some((one) => one.$type !== 'Variant'));
    const imported = new Set(fragments.flatMap((file) => this.visibility.closure(file).slice(1)));
    // Fragments that only import each other have no root among them: the first of the rest stands for its circle.
    const roots = [...designs, ...fragments.filter((file) => !imported.has(file))];
    for (const root of roots) for (const file of this.visibility.closure(root)) covered.add(file);
    for (const file of fragments) {
      if (covered.has(file)) continue;
      roots.push(file);
      for (const other of this.visibility.closure(file)) covered.add(other);
    }
    return roots;
  }
}

function byAddress({ document: one }: Read, { document: other }: Read): number {
  return one.uri.toString() < other.uri.toString() ? -1 : 1;
}

function areSame(some: readonly Read[], others: readonly Read[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ document, model }, index) => document === others[index]!.document && model === others[index]!.model)
  );
}
