import {
  AstUtils,
  CstUtils,
  DefaultIndexManager,
  UriUtils,
  stream,
  type AstNode,
  type AstNodeDescription,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type ReferenceDescription,
  type ReferenceInfo,
  type Stream,
  type URI,
} from 'langium';

/**
 * Takes names of files over that nobody has parsed. What files refer to is put together when somebody asks who refers to something, which after most
 * edits nobody does.
 */
export class LateIndex extends DefaultIndexManager {
  /** Addresses of files of which the names are known, and not yet what they refer to: nobody has linked them. */
  private readonly adopted = new Set<string>();
  /** Addresses of files that are linked, of which the list is not made yet. */
  private readonly linked = new Set<string>();

  constructor(private readonly services: LangiumSharedCoreServices) {
    super(services);
  }

  adopt(uri: URI, names: readonly AstNodeDescription[]): void {
    this.symbolIndex.set(uri.toString(), [...names]);
    this.symbolByTypeIndex.clear(uri.toString());
    this.adopted.add(uri.toString());
  }

  override updateReferences({ uri }: LangiumDocument): Promise<void> {
    this.referenceIndex.delete(uri.toString());
    this.linked.add(uri.toString());
    return Promise.resolve();
  }

  override removeReferences(uri: URI): void {
    this.linked.delete(uri.toString());
    super.removeReferences(uri);
  }

  override isAffected(document: LangiumDocument, changed: Set<string>): boolean {
    if (!this.linked.has(document.uri.toString())) return super.isAffected(document, changed);
    const own = document.uri.toString();
    return document.references.some((reference) => {
      const target = targetOf(reference)?.documentUri.toString();
      return target !== undefined && target !== own && changed.has(target);
    });
  }

  /** Langium asks every file that there is whether it is one of `uris`: with a question for each file, the square of them. */
  override allElements(nodeType?: string, uris?: Set<string>): Stream<AstNodeDescription> {
    return uris === undefined ? super.allElements(nodeType) : stream(uris).flatMap((uri) => this.getFileDescriptions(uri, nodeType));
  }

  override findAllReferences(target: AstNode, path: string): Stream<ReferenceDescription> {
    this.complete();
    return super.findAllReferences(target, path);
  }

  private complete(): void {
    if (this.adopted.size + this.linked.size === 0) return;
    const all = this.services.workspace.LangiumDocuments.all.toArray();
    const adopted = all.filter(({ uri }) => this.adopted.has(uri.toString()));
    this.adopted.clear();
    for (const document of adopted) for (const { reference } of referencesIn(document)) linkedBy(reference);
    const linked = all.filter(({ uri }) => this.linked.has(uri.toString()));
    this.linked.clear();
    for (const document of [...adopted, ...linked]) {
      const descriptions = referencesIn(document).flatMap((info) => this.describe(info, document));
      this.referenceIndex.set(document.uri.toString(), descriptions);
    }
  }

  private describe({ reference, container }: ReferenceInfo, { uri }: LangiumDocument): ReferenceDescription[] {
    const target = targetOf(reference);
    if (target === undefined || reference.error !== undefined || reference.$refNode === undefined) return [];
    const { AstNodeLocator } = this.serviceRegistry.getServices(uri).workspace;
    return [
      {
        sourceUri: uri,
        sourcePath: AstNodeLocator.getAstNodePath(container),
        targetUri: target.documentUri,
        targetPath: target.path,
        segment: CstUtils.toDocumentSegment(reference.$refNode),
        local: UriUtils.equals(target.documentUri, uri),
      },
    ];
  }
}

function referencesIn({ parseResult }: LangiumDocument): ReferenceInfo[] {
  return AstUtils.streamAst(parseResult.value)
    .flatMap((node) => AstUtils.streamReferences(node))
    .toArray();
}

/** To ask what a reference leads to is what links it. */
function linkedBy(reference: ReferenceInfo['reference']): unknown {
  return 'ref' in reference ? reference.ref : undefined;
}

function targetOf(reference: ReferenceInfo['reference']): AstNodeDescription | undefined {
  return '$nodeDescription' in reference ? reference.$nodeDescription : undefined;
}
