import type { Flow, Hop, Layer, Link } from '../../../language/model/index.js';
import { isMechanism, type Scene, type Subject } from './elements.js';
import { linkOf } from './paths.js';
import { reach } from './spans.js';

/** Rule 13: `over M`, and `over M inside N`. */
export function isStacked(scene: Scene, subject: Subject, wanted: string, below: string | undefined): boolean {
  if (subject.sort !== 'link' && subject.sort !== 'flow') return false;
  return layersThere(subject).some((layer) =>
    layer.stack.some((mechanism, index) => {
      if (!isMechanism(scene, mechanism, wanted)) return false;
      return below === undefined || isAbove(scene, subject, layer, index, below);
    }),
  );
}

/** Rule 14: of a flow that a link sees, the layers that cover all of its hops over that link. */
export function layersThere(subject: Viewed): readonly Layer[] {
  if (subject.sort === 'link' || subject.over === undefined) return subject.layers;
  const over = subject.hops.filter((hop) => hop.link === subject.over);
  return subject.layers.filter((layer) => over.every((hop) => reach(subject, layer.from, layer.to).includes(hop)));
}

type Viewed = (Link | Flow) & { readonly over?: string };

function isAbove(scene: Scene, subject: Viewed, layer: Layer, index: number, below: string): boolean {
  if (layer.stack.slice(0, index).some((mechanism) => isMechanism(scene, mechanism, below))) return true;
  if (subject.sort === 'link') return false;
  const covered = reach(subject, layer.from, layer.to).filter((hop) => subject.over === undefined || hop.link === subject.over);
  return covered.length > 0 && covered.every((hop) => linkIsOver(scene, hop, below));
}

function linkIsOver(scene: Scene, hop: Hop, mechanism: string): boolean {
  const stack = linkOf(scene, hop)?.layers.flatMap((layer) => layer.stack) ?? [];
  return stack.some((one) => isMechanism(scene, one, mechanism));
}
