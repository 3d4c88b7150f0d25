import { DocumentState, WorkspaceCache, type URI } from 'langium';
import type { Architecture } from '../language/model/index.js';
import { Evaluator, reviewWith, type Assessment, type Finding } from '../review/index.js';
import type { MeterServerSharedServices } from './module.js';

/** The reviews of a workspace's designs, made once for each state of the workspace. */
export class Assessments {
  private readonly cache: WorkspaceCache<string, Assessment>;
  private readonly evaluators: WorkspaceCache<string, Evaluator>;

  constructor(private readonly services: MeterServerSharedServices) {
    this.cache = new WorkspaceCache(services, DocumentState.IndexedReferences);
    this.evaluators = new WorkspaceCache(services, DocumentState.IndexedReferences);
  }

  all(): readonly Assessment[] {
    return this.services.meter.Designs.all().map((architecture) => this.of(architecture));
  }

  of(architecture: Architecture): Assessment {
    return this.cache.get(this.keyOf(architecture), () => reviewWith(this.evaluatorOf(architecture)));
  }

  /** What answers further questions about a design: the one that its review was made with. */
  evaluatorOf(architecture: Architecture): Evaluator {
    return this.evaluators.get(this.keyOf(architecture), () => new Evaluator(architecture, this.services.server.today()));
  }

  /** Two files may hold designs of one name, so the key is the design's file. */
  private keyOf(architecture: Architecture): string {
    return `${architecture.files[0]} ${this.services.server.today()}`;
  }

  /** Findings on elements that stand in a file, with the reviews they come from. */
  inFile(uri: URI): { finding: Finding; assessment: Assessment }[] {
    const key = uri.toString();
    return this.services.meter.Designs.of(uri).flatMap((architecture) => {
      const assessment = this.of(architecture);
      return assessment.findings.filter((finding) => finding.range.uri === key).map((finding) => ({ finding, assessment }));
    });
  }
}
