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

/** Takes names of files over that nobody has parsed. What such files refer to is found out when somebody asks who refers to something. */
export class LateIndex extends DefaultIndexManager {
  /** Addresses of files of which the names are known, and not yet what they refer to. */
  private readonly pending = new Set<string>();

  constructor(private readonly services: LangiumSharedCoreServices) {
    super(services);
  }

  adopt(uri: URI, names: readonly AstNodeDescription[]): void {
    this.symbolIndex.set(uri.toString(), [...names]);
    this.symbolByTypeIndex.clear(uri.toString());
    this.pending.add(uri.toString());
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
    const documents = this.services.workspace.LangiumDocuments.all.filter(({ uri }) => this.pending.has(uri.toString())).toArray();
    this.pending.clear();
    for (const document of documents) this.referenceIndex.set(document.uri.toString(), this.referencesIn(document));
  }

  private referencesIn(document: LangiumDocument): ReferenceDescription[] {
    const nodes = AstUtils.streamAst(document.parseResult.value);
    return nodes.flatMap((node) => AstUtils.streamReferences(node).flatMap((info) => this.describe(info, document))).toArray();
  }

  private describe({ reference, container }: ReferenceInfo, { uri }: LangiumDocument): ReferenceDescription[] {
    // To ask what it leads to is what links it.
    if (!('ref' in reference) || reference.ref === undefined || reference.$refNode === undefined) return [];
    const target = reference.$nodeDescription;
    if (target === undefined) return [];
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
