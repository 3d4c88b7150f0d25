import type { Flow, Hop, Layer, Link } from '../../../language/model/index.js';
import { isMechanism, type Scene, type Subject } from './elements.js';
import { linkOf } from './paths.js';
import { reach } from './spans.js';

/** Rule 13: `over M`, and `over M inside N`. */
export function isStacked(scene: Scene, subject: Subject, wanted: string, below: string | undefined): boolean {
  if (subject.place !== 'link' && subject.place !== 'flow') return false;
  return subject.layers.some((layer) =>
    layer.stack.some((mechanism, index) => {
      if (!isMechanism(scene, mechanism, wanted)) return false;
      return below === undefined || isAbove(scene, subject, layer, index, below);
    }),
  );
}

function isAbove(scene: Scene, subject: Link | Flow, layer: Layer, index: number, below: string): boolean {
  if (layer.stack.slice(0, index).some((mechanism) => isMechanism(scene, mechanism, below))) return true;
  if (subject.place === 'link') return false;
  const covered = reach(subject, layer.from, layer.to);
  return covered.length > 0 && covered.every((hop) => linkIsOver(scene, hop, below));
}

function linkIsOver(scene: Scene, hop: Hop, mechanism: string): boolean {
  const stack = linkOf(scene, hop)?.layers.flatMap((layer) => layer.stack) ?? [];
  return stack.some((one) => isMechanism(scene, one, mechanism));
}
