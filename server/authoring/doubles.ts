import type { LangiumDocument } from 'langium';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { refinedBy, reportsNoMore } from '../../language/semantics/proofs/doubled.js';
import { modelOf } from '../../language/parsing/model.js';
import { isLater, refinement } from '../../language/wellformed/requirements/doubled.js';
import { reportedTogether } from '../../review/index.js';
import { offered } from '../offered.js';
import { protocolRangeOf } from '../range.js';
import type { Snapshot } from '../../workspace/index.js';
import { messageOf, nearbyWords } from '../../language/wellformed/words/index.js';

/** Hints at requirements of a file that, on the designs of this workspace, report just what another one reports. */
export function doublesIn(document: LangiumDocument, snapshot: Snapshot): Diagnostic[] {
  const nodes = modelOf(document).definitions.filter((node) => ast.isRequirement(node));
  if (nodes.length === 0) return [];
  const { catalogue, sources } = snapshot;
  const designs = snapshot.designs.map((architecture) => ({
    assessment: snapshot.assessmentOf(architecture),
    evaluator: snapshot.evaluatorOf(architecture),
  }));
  return nodes.flatMap((node) => {
    const own = catalogue.requirements.get(node.name);
    if (own?.file !== document.uri.toString()) return [];
    return reportedTogether(own, designs).flatMap((name): Diagnostic[] => {
      const other = catalogue.requirements.get(name)!;
      if (refinedBy(own, catalogue).has(other.name) || refinedBy(other, catalogue).has(own.name)) return [];
      // Of two in the workspace the later one is told of.
      if (isLater(other, own, sources)) return [];
      // What is proven from the words of the two is told as such.
      if (reportsNoMore(own, other, catalogue) || reportsNoMore(other, own, catalogue)) return [];
      const code = 'doubled-requirement';
      return [
        {
          source: 'meterlint',
          code,
          severity: DiagnosticSeverity.Hint,
          range: protocolRangeOf(sources.rangeOf(own)),
          message: messageOf({ code, what: ['alike', own.name, name] }),
          relatedInformation: [
            { location: { uri: other.file, range: protocolRangeOf(sources.rangeOf(other)) }, message: nearbyWords(['requirement', name]) },
          ],
          data: { code, fixes: [offered(refinement(node, name, { document }))] },
        },
      ];
    });
  });
}
