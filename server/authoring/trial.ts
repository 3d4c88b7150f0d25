import { DocumentState, WorkspaceCache } from 'langium';
import type { Requirement } from '../../language/model/index.js';
import { tryOut, type Trial } from '../../review/index.js';
import type { MeterServerSharedServices } from '../module.js';

/** What a requirement comes to, in words that a reader takes in at once. */
export interface TrialCount {
  /** Elements that the requirement applies to, in all designs of the workspace. */
  readonly applies: number;
  /** Those of them on which it would report something. */
  readonly open: number;
}

/**
 * What each requirement would come to on the designs of the workspace, also while no profile includes it: its author
 * sees at once whom it concerns. Made once for each state of the workspace.
 */
export class Trials {
  private readonly cache: WorkspaceCache<string, readonly Trial[]>;

  constructor(private readonly services: MeterServerSharedServices) {
    this.cache = new WorkspaceCache(services, DocumentState.IndexedReferences);
  }

  /**
   * By design and then in the order of each design's text. A fragment that no design imports counts as a design under its
   * file's name. Empty for a name that is no requirement.
   */
  of(requirement: string): readonly Trial[] {
    const definition = this.services.meter.Designs.catalogue().requirements.get(requirement);
    return definition === undefined ? [] : this.ofDefinition(definition);
  }

  countOf(requirement: string): TrialCount {
    const trials = this.of(requirement);
    return { applies: trials.length, open: trials.filter(({ state }) => state !== 'met').length };
  }

  private ofDefinition(definition: Requirement): readonly Trial[] {
    return this.cache.get(`${definition.name} ${this.services.server.today()}`, () =>
      this.services.meter.Designs.all().flatMap((architecture) =>
        tryOut(definition, this.services.server.Assessments.evaluatorOf(architecture)),
      ),
    );
  }
}
