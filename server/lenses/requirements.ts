import { GrammarUtils, type LangiumDocument } from 'langium';
import * as ast from '../../language/generated/ast.js';
import { modelOf } from '../../language/parsing/model.js';
import { concernedBy, type Concerned } from '../concerned.js';
import type { Snapshot } from '../../workspace/index.js';
import type { Switches } from '../switches.js';
import type { Lens } from './provider.js';
import { written } from '../../language/parsing/written.js';

/** Whom each requirement of a catalogue file concerns in this workspace. Where there is no design, nothing is said. */
export function requirementLenses(document: LangiumDocument, snapshot: Snapshot, settings: Switches): Lens[] {
  if (!settings.isOn('codeLens.requirements') || snapshot.designs.length === 0) return [];
  return modelOf(document)
    .definitions.filter(ast.isRequirement)
    .flatMap((node): Lens[] => {
      const range = GrammarUtils.findNodeForProperty(node.$cstNode, 'name')?.range;
      if (range === undefined || written(node.name) === undefined) return [];
      return [{ range, title: concernWords(concernedBy(node.name, snapshot)), query: { requirement: node.name } }];
    });
}

/** `applies to 4 elements, 2 open`; what no profile asks for is told as what it would come to. */
export function concernWords(concerned: readonly Concerned[]): string {
  const asked = concerned.filter((one) => one.asked);
  if (asked.length > 0) return `applies to ${countWords(asked)}`;
  return concerned.length === 0
    ? 'applies to nothing in this workspace'
    : `would apply to ${countWords(concerned)}, but no profile asks for it`;
}

/** An element that several designs share counts once, as open if it is open in one of them. */
function countWords(concerned: readonly Concerned[]): string {
  const placeOf = ({ range }: Concerned) => `${range.uri} ${range.startOffset}`;
  const all = new Set(concerned.map(placeOf)).size;
  const open = new Set(concerned.filter((one) => one.open).map(placeOf)).size;
  return `${all} ${all === 1 ? 'element' : 'elements'}, ${open === 0 ? 'none' : open} open`;
}
