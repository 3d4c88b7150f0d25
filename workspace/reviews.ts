import type { Architecture } from '../language/model/index.js';
import { figuresOf } from '../reach/index.js';
import { Evaluator, reviewWith, type Assessment } from '../review/index.js';

interface How {
  readonly date: string;
  readonly profiles?: readonly string[] | undefined;
}

/**
 * The reviews of designs on one day: a design that an edit leaves as it was is not reviewed again, and of one that it changes, what the change
 * cannot concern is not evaluated again.
 */
export class Reviews {
  private readonly evaluators = new WeakMap<Architecture, Evaluator>();
  private readonly made = new WeakMap<Architecture, Assessment>();
  /** By the address of the design's own file: the last one that was reviewed. */
  private readonly last = new Map<string, Evaluator>();

  /** Noting what a review reads costs a part of it: whoever hardly reviews twice notes it from the second time on. */
  constructor(private readonly isEdited = false) {}

  assessmentOf(design: Architecture, how: How): Assessment {
    let assessment = this.made.get(design);
    if (assessment === undefined) {
      const evaluator = this.evaluatorOf(design, how);
      const address = design.files[0]!;
      this.made.set(design, (assessment = reviewWith(evaluator, this.last.get(address))));
      this.last.set(address, evaluator);
    }
    return assessment;
  }

  evaluatorOf(design: Architecture, { date, profiles = design.design.profiles }: How): Evaluator {
    let evaluator = this.evaluators.get(design);
    if (evaluator === undefined) {
      const records = this.isEdited || this.last.has(design.files[0]!);
      this.evaluators.set(design, (evaluator = Evaluator.of(design, date, profiles, { records, computes: figuresOf })));
    }
    return evaluator;
  }
}
