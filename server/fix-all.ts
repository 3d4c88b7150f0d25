import { EmptyFileSystem, type LangiumDocument } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { isBuiltIn } from '../language/names/imports.js';
import { createMeterServices } from '../language/services.js';
import { fixesFor, leavesOf, merged, review, type Assessment, type Fix, type TextEdit } from '../review/index.js';
import type { MeterServerSharedServices } from './module.js';

export const fixAllKind = 'source.fixAll.meterlint';
/** A round takes every preferred fix that touches no text of another; what a mechanism brings into scope takes a further round. */
const mostRounds = 12;

/** One edit that takes the preferred fixes of a file's findings until nothing changes; undefined where there are none. */
export async function fixAll(document: LangiumDocument, shared: MeterServerSharedServices): Promise<WorkspaceEdit | undefined> {
  const first = shared.server.Assessments.inFile(document.uri);
  if (first.length === 0) return undefined;
  const uri = document.uri.toString();
  const scratch = new Scratch(shared);
  const before = document.textDocument.getText();
  let text = before;
  for (let round = 0; round < mostRounds; round++) {
    const { edits } = merged(distinct(scratch.preferredIn(uri)));
    if (edits.length === 0) break;
    text = apply(text, edits);
    await scratch.replace(uri, text);
  }
  if (text === before) return undefined;
  const all = { start: { line: 0, character: 0 }, end: document.textDocument.positionAt(before.length) };
  return { changes: { [uri]: [{ range: all, newText: text }] } };
}

/** A copy of the workspace in memory that fixes are tried in. */
class Scratch {
  private readonly services = createMeterServices(EmptyFileSystem).shared;
  private built: Promise<void> | undefined;

  constructor(private readonly original: MeterServerSharedServices) {}

  preferredIn(uri: string): Fix[] {
    const assessments = this.built === undefined ? this.original.server.Assessments.all() : this.assessments();
    return assessments.flatMap((assessment) =>
      assessment.findings
        .filter((finding) => finding.range.uri === uri || leavesOf(finding.gaps).length > 0)
        .flatMap((finding) => (finding.range.uri === uri ? fixesFor(finding, assessment) : []))
        .filter((fix) => fix.preferred && fix.kind !== 'all' && fix.edits.every((edit) => edit.uri === uri)),
    );
  }

  private assessments(): Assessment[] {
    return this.services.meter.Designs.all().map((architecture) => review(architecture, this.original.server.today()));
  }

  async replace(uri: string, text: string): Promise<void> {
    const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = this.services.workspace;
    this.services.meter.WorkspaceFolders.set(this.original.meter.WorkspaceFolders.all());
    const texts = this.original.workspace.LangiumDocuments.all.map((one) => ({
      at: one.uri,
      text: one.uri.toString() === uri ? text : one.textDocument.getText(),
    }));
    for (const one of texts.toArray()) {
      const known = LangiumDocuments.getDocument(one.at);
      if (known !== undefined && (isBuiltIn(one.at) || known.textDocument.getText() === one.text)) continue;
      if (known !== undefined) LangiumDocuments.deleteDocument(one.at);
      LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(one.text, one.at));
    }
    this.built = DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation: false });
    await this.built;
  }
}

/** Of fixes that close the same, the first. */
function distinct(fixes: readonly Fix[]): Fix[] {
  const seen = new Set<string>();
  return fixes.filter(({ closes }) => {
    const key = closes === undefined ? '' : `${closes.element} ${closes.what}`;
    return !seen.has(key) && seen.add(key);
  });
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const document = TextDocument.create('memory:', 'meter', 0, text);
  return TextDocument.applyEdits(
    document,
    edits.map(({ start, end, newText }) => ({
      range: { start: document.positionAt(start.offset), end: document.positionAt(end.offset) },
      newText,
    })),
  );
}
