import { isBuiltIn } from '../../language/names/imports.js';
import { URI } from 'langium';
import { fixCut } from '../../repair/cut.js';
import { changedWords } from '../../report/patch.js';
import { cutLines } from '../../report/reach/cut.js';
import type { Snapshot } from '../../workspace/index.js';
import type { PlainEdit } from '../protocol.js';
import type { CutAnswer, CutParams } from '../protocol/ways-in.js';

/** The edits that write the smallest set of measures against a harm into the files of one design; undefined where the design is gone. */
export async function cutAnswer({ design, harm }: CutParams, snapshot: Snapshot): Promise<CutAnswer | undefined> {
  const own = snapshot.designs.find(({ files }) => files[0] === design);
  if (own === undefined) return undefined;
  const uris = new Set(own.files.filter((uri) => !isBuiltIn(URI.parse(uri))));
  const { texts, cuts } = await fixCut(snapshot, { harm, uris, takes: ({ architecture }) => architecture.files[0] === design });
  const changes: Record<string, PlainEdit[]> = {};
  for (const [uri, after] of texts) {
    const document = snapshot.documentAt(uri)?.textDocument;
    if (document === undefined) continue;
    changes[uri] = changedWords(document.getText(), after).map(({ start, end, newText }) => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText,
    }));
  }
  return { changes, words: cuts.flatMap((one) => cutLines(one, snapshot.catalogue)).join('\n') };
}
