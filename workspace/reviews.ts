import type { Architecture } from '../language/model/index.js';
import { Evaluator, reviewWith, type Assessment } from '../review/index.js';

interface How {
  readonly date: string;
  readonly profiles?: readonly string[] | undefined;
}

/** The reviews of designs on one day: a design that an edit leaves as it was is not reviewed again. */
export class Reviews {
  private readonly evaluators = new WeakMap<Architecture, Evaluator>();
  private readonly made = new WeakMap<Architecture, Assessment>();

  assessmentOf(design: Architecture, how: How): Assessment {
    let assessment = this.made.get(design);
    if (assessment === undefined) this.made.set(design, (assessment = reviewWith(this.evaluatorOf(design, how))));
    return assessment;
  }

  evaluatorOf(design: Architecture, { date, profiles = design.design.profiles }: How): Evaluator {
    let evaluator = this.evaluators.get(design);
    if (evaluator === undefined) this.evaluators.set(design, (evaluator = new Evaluator(design, date, profiles)));
    return evaluator;
  }
}
