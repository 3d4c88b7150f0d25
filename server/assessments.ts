import type { URI } from 'langium';
import type { Architecture } from '../language/model/index.js';
import { Evaluator, reviewWith, type Assessment, type Finding } from '../review/index.js';
import type { MeterServerSharedServices } from './module.js';

interface Made {
  /** `YYYY-MM-DD` that it was made for. */
  readonly date: string;
  readonly evaluator: Evaluator;
  assessment: Assessment | undefined;
}

/** The reviews of a workspace's designs, each made once for as long as the design says the same. */
export class Assessments {
  private readonly made = new WeakMap<Architecture, Made>();

  constructor(private readonly services: MeterServerSharedServices) {}

  all(): readonly Assessment[] {
    return this.services.meter.Designs.all().map((architecture) => this.of(architecture));
  }

  of(architecture: Architecture): Assessment {
    const made = this.madeFor(architecture);
    return (made.assessment ??= reviewWith(made.evaluator));
  }

  /** What answers further questions about a design: the one that its review was made with. */
  evaluatorOf(architecture: Architecture): Evaluator {
    return this.madeFor(architecture).evaluator;
  }

  /** Findings on elements that stand in a file, with the reviews they come from. */
  inFile(uri: URI): { finding: Finding; assessment: Assessment }[] {
    const key = uri.toString();
    return this.services.meter.Designs.of(uri).flatMap((architecture) => {
      const assessment = this.of(architecture);
      return assessment.findings.filter((finding) => finding.file === key).map((finding) => ({ finding, assessment }));
    });
  }

  private madeFor(architecture: Architecture): Made {
    const date = this.services.server.today();
    let made = this.made.get(architecture);
    if (made?.date !== date)
      this.made.set(architecture, (made = { date, evaluator: new Evaluator(architecture, date), assessment: undefined }));
    return made;
  }
}
