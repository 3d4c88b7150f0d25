import { EmptyFileSystem, URI, type LangiumDocument, type Reference } from 'langium';
import type { MeterSharedServices } from '../../../language/module.js';
import { isBuiltIn } from '../../../language/names/imports.js';
import { allElements } from '../../../language/semantics/index.js';
import { review } from '../../../review/index.js';
import { createServerServices, type MeterServerSharedServices } from '../../../server/module.js';
import { adoptBuilt } from '../../../language/built/index.js';
import { builtCatalogue, createWorkspace } from '../../support/workspace.js';
import { described } from './described.js';

const date = '2026-11-24';
const addressOf = (file: string): URI => URI.parse(`file:///ws/${file}`);

/** A server in memory whose files are edited. */
export class EditedWorkspace {
  private constructor(
    private readonly shared: MeterServerSharedServices,
    private readonly texts: Map<string, string>,
  ) {}

  static async with(files: Readonly<Record<string, string>>): Promise<EditedWorkspace> {
    const texts = new Map(Object.entries(files).map(([file, text]) => [addressOf(file).toString(), text]));
    const readFile = (uri: URI) => Promise.resolve(texts.get(uri.toString()) ?? '');
    const builtIn = await builtCatalogue();
    const { shared } = createServerServices({
      fileSystemProvider: () => Object.assign(EmptyFileSystem.fileSystemProvider(), { readFile }),
      builtIn,
      today: () => date,
      log: (line) => {
        throw new Error(line);
      },
    });
    shared.meter.WorkspaceFolders.set([URI.parse('file:///ws')]);
    adoptBuilt(builtIn, shared);
    const workspace = new EditedWorkspace(shared, texts);
    const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
    const documents = [...texts].map(([address, text]) => LangiumDocumentFactory.fromString(text, URI.parse(address)));
    for (const document of documents) LangiumDocuments.addDocument(document);
    await DocumentBuilder.build(documents, { validation: true });
    return workspace;
  }

  async edit(file: string, text: string): Promise<void> {
    this.texts.set(addressOf(file).toString(), text);
    await this.shared.workspace.DocumentBuilder.update([addressOf(file)], []);
  }

  /** How many statements were read into the model so far, and how often checks looked at one, once all that is asked for is found. */
  work(): { readonly read: number; readonly looked: number } {
    const { Designs, Mistakes } = this.shared.meter;
    for (const document of this.shared.workspace.LangiumDocuments.all) if (!isBuiltIn(document.uri)) Mistakes.of(document);
    Designs.all();
    return { read: Designs.work, looked: Mistakes.work };
  }

  /** Everything that follows from the files, as it stands after all edits. */
  said(): string[] {
    return saidOf(this.shared);
  }
}

/** The same of a workspace that has never seen another text. */
export async function saidAfresh(files: Readonly<Record<string, string>>): Promise<string[]> {
  return saidOf((await createWorkspace(files)).shared);
}

/** Trees, errors, what each name leads to, who refers to what, mistakes, designs with their places, and findings. */
function saidOf(shared: MeterSharedServices): string[] {
  const documents = shared.workspace.LangiumDocuments.all.filter(({ uri }) => !isBuiltIn(uri)).toArray();
  const { Designs, Mistakes } = shared.meter;
  const designs = Designs.all();
  return [
    ...documents.flatMap((document) => [
      `file ${document.uri.path}`,
      ...described(document.parseResult),
      ...document.references.map((reference) => linkLine(reference as Reference, shared)),
      ...declaredLines(document, shared),
      ...Mistakes.of(document).map((mistake) => `mistake ${plain(mistake)}`),
    ]),
    ...designs.flatMap((design) => [
      `design ${plain(design)}`,
      ...allElements(design).map((element) => `place ${element.name} ${plain(Designs.sources().sourceOf(element))}`),
      ...review(design, date).findings.map((finding) => `finding ${plain(finding)}`),
    ]),
  ];
}

function linkLine(reference: Reference, shared: MeterSharedServices): string {
  const { $refText: text, $refNode: node, $nodeDescription: target, error } = reference;
  if (target === undefined) return `link ${text} ${node?.offset} nowhere: ${error?.message}`;
  const document = shared.workspace.LangiumDocuments.getDocument(target.documentUri)!;
  const { AstNodeLocator } = shared.ServiceRegistry.getServices(document.uri).workspace;
  // A file of the built-in catalogue is not read for this.
  const isLive = isBuiltIn(document.uri) || AstNodeLocator.getAstNode(document.parseResult.value, target.path) === reference.ref;
  return `link ${text} ${node?.offset} to ${target.documentUri.toString()} ${target.type} ${target.path} ${isLive}`;
}

function declaredLines({ uri }: LangiumDocument, { workspace }: MeterSharedServices): string[] {
  const names = workspace.IndexManager.allElements(undefined, new Set([uri.toString()])).toArray();
  return names.flatMap(({ name, type, path, nameSegment, node }) => [
    `declared ${type} ${name} ${path} ${plain(nameSegment)}`,
    ...(node === undefined
      ? []
      : workspace.IndexManager.findAllReferences(node, path)
          .map(({ sourceUri, sourcePath, segment }) => `used ${sourceUri.toString()} ${sourcePath} ${plain(segment)}`)
          .toArray()
          // The files come in the order in which they were last linked.
          .sort()),
  ]);
}

function plain(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    // What all designs have in common, and trees.
    if (key === 'catalogue' || key.startsWith('$')) return undefined;
    return part instanceof Map || part instanceof Set ? [...part] : part;
  });
}
