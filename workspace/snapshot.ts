import { URI, type AstNode, type AstNodeDescription, type LangiumDocument, type ParseResult } from 'langium';
import type { Architecture, Catalogue } from '../language/model/index.js';
import type { MeterSharedServices } from '../language/module.js';
import { importTarget, isBuiltIn } from '../language/names/imports.js';
import type { VariantDesign } from '../language/read/variant-designs.js';
import type { NameTable } from '../language/names/visibility.js';
import { designsWith, grouped } from '../language/semantics/index.js';
import type { Mistake } from '../language/wellformed/mistake.js';
import type { SourceMap } from '../language/source/index.js';
import type { Assessment, Evaluator, Finding } from '../review/index.js';
import { loadContents, type BuiltIn, type Contents, type ReadTexts } from './load.js';
import { Reviews } from './reviews.js';

/** How a workspace is reviewed. */
export interface Settings {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The profiles to review against instead of the designs' own. */
  readonly profiles?: readonly string[] | undefined;
  /** Whether somebody chose the profiles for this once: what decisions do is not to be judged by them. */
  readonly isOtherProfile?: boolean;
  /** Whether a report tells declarations that no review depends on. */
  readonly redundant?: boolean;
  /** Whether to review as if nobody had decided anything. */
  readonly ignoresDecisions?: boolean;
  /** The variant to review, in place of its design and of all others. */
  readonly variant?: string | undefined;
  /** Addresses of the files that were asked for; all files where it is left out. */
  readonly asked?: ReadonlySet<string> | undefined;
  /** What belongs to the workspace and could not be read, by address, with the reason in words. */
  readonly unreadable?: ReadonlyMap<string, string>;
}

export interface WorkspaceInput extends Contents, Settings {
  readonly builtIn: BuiltIn;
}

/** What is otherwise in the next state of a workspace. */
export interface Changes extends Partial<Settings> {
  /** Texts by address; without a text the file is gone. */
  readonly files?: ReadonlyMap<string, string | undefined>;
  readonly folders?: Contents['folders'];
  readonly decisions?: Contents['decisions'];
}

/**
 * Reads a workspace. Fails on no text, however broken: what is wrong with it is among the mistakes.
 *
 * @param read reads files that are imported and not among those given; without it they are missing
 */
export async function openWorkspace(input: WorkspaceInput, read?: ReadTexts): Promise<Snapshot> {
  const { files, folders, decisions, builtIn, ...settings } = input;
  const contents = { files, ...(folders && { folders }), ...(decisions && { decisions }) };
  return new Snapshot(await loadContents(contents, builtIn, read), settings);
}

/** One state of a workspace, and everything that follows from it. Each answer is found out once, when it is first asked for. */
export class Snapshot {
  private readonly memory = new Map<object, Map<string, unknown>>();
  private all: readonly Architecture[] | undefined;

  /** Of linked files. In an editor, where the files of the services change, it holds until they do. */
  constructor(
    /** What the files are read with, for what works on trees. */
    readonly shared: MeterSharedServices,
    readonly settings: Settings,
    /** What is known already of designs, on the same day and with the same profiles. */
    private readonly reviews = new Reviews(),
  ) {}

  /** The files of the workspace without the built-in catalogue, in the order of their addresses. */
  get documents(): readonly LangiumDocument[] {
    return this.shared.workspace.LangiumDocuments.all.filter(({ uri }) => !isBuiltIn(uri)).toArray();
  }

  get catalogue(): Catalogue {
    return this.shared.meter.Designs.catalogue();
  }

  /** Where the parts of the designs and of the catalogue stand. */
  get sources(): SourceMap {
    return this.shared.meter.Designs.sources();
  }

  /** All designs, and the fragments that none of them imports. */
  get designs(): readonly Architecture[] {
    return (this.all ??= this.readDesigns());
  }

  /** Of the designs, those that were asked for or are imported there, and those that a file that was asked for is part of. */
  get reviewed(): readonly Architecture[] {
    const { asked } = this.settings;
    if (asked === undefined) return this.designs;
    const brought = this.broughtBy(asked);
    return this.designs.filter(({ files }) => brought.has(files[0]!) || files.some((file) => asked.has(file)));
  }

  /** The reviews of all designs that are reviewed. */
  get assessments(): readonly Assessment[] {
    return this.reviewed.map((design) => this.assessmentOf(design));
  }

  /** Addresses of the files that a report tells of: those that were asked for, what their designs are made of, and what could not be read. */
  get told(): readonly string[] {
    const { asked, unreadable } = this.settings;
    const addresses = this.documents.map(({ uri }) => uri.toString());
    const parts = asked === undefined ? addresses : [...this.reviewed.flatMap(({ files }) => files), ...this.broughtBy(asked)];
    const known = new Set([...parts, ...(unreadable?.keys() ?? [])]);
    return [...known].sort((a, b) => (a < b ? -1 : 1));
  }

  /** A design with all that its phases ever have. */
  wholeOf({ files }: Architecture): Architecture {
    return this.shared.meter.Designs.all().find((whole) => whole.files[0] === files[0])!;
  }

  /** A design as each of its variants has it on the day. */
  variantsOf(design: Architecture): readonly VariantDesign[] {
    return this.derived(design, 'variants', () => this.readVariants(this.wholeOf(design)));
  }

  designsOf(address: string): readonly Architecture[] {
    return designsWith(this.designs, address);
  }

  assessmentOf(design: Architecture): Assessment {
    return this.reviews.assessmentOf(design, this.settings);
  }

  /** What answers further questions about a design: the one that its review is made with. */
  evaluatorOf(design: Architecture): Evaluator {
    return this.reviews.evaluatorOf(design, this.settings);
  }

  /** Findings on elements that stand in a file, with the reviews they come from. */
  findingsIn(address: string): { readonly finding: Finding; readonly assessment: Assessment }[] {
    return this.designsOf(address).flatMap((design) => {
      const assessment = this.assessmentOf(design);
      return this.findingsOf(design, address).map((finding) => ({ finding, assessment }));
    });
  }

  /** The same of one design: the same list for as long as its review is. */
  findingsOf(design: Architecture, address: string): readonly Finding[] {
    const { findings } = this.assessmentOf(design);
    const byFile = this.evaluatorOf(design).derived(findings, 'findings by file', () => grouped(findings, ({ file }) => [file]));
    return byFile.get(address) ?? [];
  }

  /** What is wrong with the writing of a file, in the order of its text; of a file that cannot be read, only that. */
  mistakes(address: string): readonly Mistake[] {
    const reason = this.settings.unreadable?.get(address);
    if (reason !== undefined) return [unread(address, reason)];
    const document = this.documentAt(address);
    return document === undefined ? [] : this.shared.meter.Mistakes.of(document);
  }

  /** What somebody derives from a part of this state, found out once. The name says what, and with that of which type. */
  derived<T>(part: object, what: string, find: () => T): T {
    let known = this.memory.get(part);
    if (known === undefined) this.memory.set(part, (known = new Map<string, unknown>()));
    if (!known.has(what)) known.set(what, find());
    return known.get(what) as T;
  }

  documentAt(address: string): LangiumDocument | undefined {
    return this.shared.workspace.LangiumDocuments.getDocument(URI.parse(address));
  }

  textOf(address: string): string | undefined {
    return this.documentAt(address)?.textDocument.getText();
  }

  /** The file and those that it imports, directly or through others: the files whose elements it sees. Itself first. */
  visibleFrom(document: LangiumDocument): readonly LangiumDocument[] {
    return this.shared.meter.Visibility.closure(document);
  }

  /** The elements that a file sees, by name: its own first. */
  elementsFrom(document: LangiumDocument): NameTable {
    return this.shared.meter.Visibility.elements(document.uri);
  }

  /** What is defined of one sort (a type of the tree such as `Control`), by name. */
  definitionsOf(type: string): NameTable {
    return this.shared.meter.Visibility.definitions(type);
  }

  /** Everything that a file declares and defines. */
  declaredIn(document: LangiumDocument): readonly AstNodeDescription[] {
    return this.shared.workspace.IndexManager.allElements(undefined, new Set([document.uri.toString()])).toArray();
  }

  /** What a name stands for in its file; a file of the built-in catalogue is read for it. */
  nodeOf({ node, documentUri, path }: AstNodeDescription): AstNode | undefined {
    if (node !== undefined) return node;
    const document = this.shared.workspace.LangiumDocuments.getDocument(documentUri);
    const locator = this.shared.ServiceRegistry.all[0]!.workspace.AstNodeLocator;
    return document && locator.getAstNode(document.parseResult.value, path);
  }

  /** The file that a path leads to, as an import of another one would. */
  importedFrom(document: LangiumDocument, path: string | undefined): LangiumDocument | undefined {
    const target = path === undefined ? undefined : importTarget(document.uri, path, this.shared.meter.WorkspaceFolders);
    return target !== undefined && 'uri' in target ? this.shared.workspace.LangiumDocuments.getDocument(target.uri) : undefined;
  }

  /** Whether `accept` and `exclude` count in a file. */
  mayDecide(uri: URI): boolean {
    return this.shared.meter.DecisionFiles.refusedBy(uri) === undefined;
  }

  /** The tree of a text by itself. */
  parse(text: string): ParseResult {
    return this.shared.ServiceRegistry.all[0]!.parser.LangiumParser.parse(text);
  }

  /** The next state. This one stays as it is. */
  async with(changes: Changes): Promise<Snapshot> {
    const { files, folders, decisions, ...changed } = changes;
    const settings = { ...this.settings, ...changed };
    const reviews = isReviewedAlike(settings, this.settings) ? this.reviews : new Reviews();
    if (files === undefined && folders === undefined && decisions === undefined) return new Snapshot(this.shared, settings, reviews);
    const known = this.documents.map(({ uri, textDocument }) => [uri.toString(), textDocument.getText()] as const);
    const texts = new Map(known.filter(([address]) => settings.unreadable?.has(address) !== true));
    for (const [address, text] of files ?? []) {
      if (text === undefined) texts.delete(address);
      else texts.set(address, text);
    }
    const { WorkspaceFolders, DecisionFiles } = this.shared.meter;
    const contents = { files: texts, folders: folders ?? WorkspaceFolders.all(), decisions: decisions ?? DecisionFiles.all() };
    return new Snapshot(await loadContents(contents, this.shared), settings, reviews);
  }

  private readDesigns(): readonly Architecture[] {
    const { Designs } = this.shared.meter;
    const { variant: asked } = this.settings;
    if (asked === undefined) return Designs.all().map((whole) => this.asReviewed(whole));
    const variants = Designs.all().flatMap((whole) => this.readVariants(whole));
    return variants.filter(({ variant }) => variant.name === asked).map((one) => Designs.entitled(one));
  }

  private readVariants(whole: Architecture): readonly VariantDesign[] {
    const { Designs } = this.shared.meter;
    return Designs.variantsOf(whole).map(({ variant, architecture }) => ({ variant, architecture: this.asReviewed(architecture) }));
  }

  /** As it is on the day, with the decisions that count. */
  private asReviewed(whole: Architecture): Architecture {
    const design = this.shared.meter.Designs.on(this.settings.date, whole);
    return this.settings.ignoresDecisions === true ? { ...design, decisions: [], refused: [] } : design;
  }

  private broughtBy(asked: ReadonlySet<string>): ReadonlySet<string> {
    const documents = [...asked].flatMap((address) => this.documentAt(address) ?? []);
    return new Set(documents.flatMap((document) => this.visibleFrom(document)).map(({ uri }) => uri.toString()));
  }
}

function isReviewedAlike(one: Settings, other: Settings): boolean {
  return one.date === other.date && one.profiles?.join(' ') === other.profiles?.join(' ');
}

/** A report says itself what is not in it: who reads it has not seen where it was made. */
function unread(address: string, reason: string): Mistake {
  const start = { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0, startOffset: 0, endOffset: 0 };
  return { code: 'unreadable-file', severity: 'error', what: ['unread', reason], range: { uri: address, ...start } };
}
