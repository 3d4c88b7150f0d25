import type { LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver';
import { rangeOfFinding } from '../report/locate.js';
import { findingMessage } from '../report/message.js';
import { byWeight, type Assessment, type Finding } from '../review/index.js';
import type { Snapshot } from '../workspace/index.js';
import { overlaps, protocolRangeOf } from './range.js';

/** A finding as the editor tells it: once, for all designs in which it is the same. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly assessment: Assessment;
  readonly designs: readonly string[];
  readonly range: Range;
}

/** All findings of a file from the worst down. Found once for each state of the workspace, and no message is made for it where one design sees the file. */
export function toldFindings({ uri }: LangiumDocument, snapshot: Snapshot): readonly LocatedFinding[] {
  const address = uri.toString();
  return snapshot.derived(snapshot, `reported findings ${address}`, () => {
    const isShared = snapshot.designsOf(address).length > 1;
    const placeOf = places(snapshot);
    if (isShared) return mergeDesigns(snapshot.findingsIn(address)).map((one) => ({ ...one, range: placeOf(one) }));
    return snapshot.designsOf(address).flatMap((design) => {
      const assessment = snapshot.assessmentOf(design);
      const designs = [design.design.name];
      return snapshot
        .findingsOf(design, address)
        .map((finding) => ({ finding, assessment, designs, range: placeOf({ finding, assessment }) }));
    });
  });
}

/** Where the elements of findings stand: of all findings on one element, the same range. */
function places({ sources }: Snapshot): (one: Pick<LocatedFinding, 'finding' | 'assessment'>) => Range {
  const known = new Map<Assessment, Map<string, Range>>();
  return ({ finding, assessment }) => {
    let ofDesign = known.get(assessment);
    if (ofDesign === undefined) known.set(assessment, (ofDesign = new Map<string, Range>()));
    // The design may have the name of an element.
    const key = finding.sort === 'design' ? '' : finding.element;
    let range = ofDesign.get(key);
    if (range === undefined) ofDesign.set(key, (range = protocolRangeOf(rangeOfFinding(finding, assessment, sources))));
    return range;
  };
}

/** Those at a place, whether or not the list of problems has room for each of them. */
export function toldFindingsAt(document: LangiumDocument, range: Range, snapshot: Snapshot): readonly LocatedFinding[] {
  return toldFindings(document, snapshot).filter((one) => overlaps(one.range, range));
}

type Merged = Omit<LocatedFinding, 'range'>;

/** A fragment's element may stand in several designs with the same finding: it is told once and names them. */
function mergeDesigns(found: readonly { finding: Finding; assessment: Assessment }[]): Merged[] {
  const merged = new Map<string, Merged>();
  for (const { finding, assessment } of found) {
    const message = findingMessage(finding, assessment);
    const key = `${finding.requirement}\n${finding.element}\n${message}`;
    const before = merged.get(key);
    merged.set(key, { finding, assessment, ...before, designs: [...(before?.designs ?? []), finding.design] });
  }
  // Of several designs the worst comes first as well: what does not fit is cut from the end.
  return [...merged.values()].sort((one, other) => byWeight(one.finding, other.finding));
}
