import type { Element, Requirement } from '../language/model/index.js';
import type { Reason } from './assessment.js';
import type { Read, Recorded, Recorder } from './reads.js';

/** An editor words the worst findings of each file; whoever asks for the reasons of all pairs of a review asks once. */
const mostKept = 2000;

/** Why pairs are what they are, as far as somebody asked: what of it was found from the same as in an earlier review is taken over from there. */
export class KeptReasons {
  private readonly known = new Map<Element, Map<Requirement, Recorded<readonly Reason[]>>>();
  private earlier: { readonly kept: KeptReasons; readonly isChanged: (read: Read) => boolean } | undefined;
  private size = 0;
  /** How many pairs were explained, rather than taken over. */
  work = 0;

  constructor(private readonly recorder: Recorder) {}

  /** Goes on from the review before, and from that one alone: it lets go of its own. */
  follow(kept: KeptReasons, isChanged: (read: Read) => boolean): void {
    kept.earlier = undefined;
    this.earlier = { kept, isChanged };
  }

  of(requirement: Requirement, element: Element, find: () => readonly Reason[]): readonly Reason[] {
    const known = this.known.get(element)?.get(requirement) ?? this.before(requirement, element);
    if (known !== undefined) return this.keep(requirement, element, known);
    this.work++;
    return this.keep(requirement, element, this.recorder.record(find));
  }

  private before(requirement: Requirement, element: Element): Recorded<readonly Reason[]> | undefined {
    const found = this.earlier?.kept.known.get(element)?.get(requirement);
    return found?.reads.some(this.earlier!.isChanged) === false ? found : undefined;
  }

  private keep(requirement: Requirement, element: Element, reasons: Recorded<readonly Reason[]>): readonly Reason[] {
    if (this.recorder.records && this.size < mostKept) {
      let ofElement = this.known.get(element);
      if (ofElement === undefined) this.known.set(element, (ofElement = new Map<Requirement, Recorded<readonly Reason[]>>()));
      if (!ofElement.has(requirement)) this.size++;
      ofElement.set(requirement, reasons);
    }
    return reasons.found;
  }
}
