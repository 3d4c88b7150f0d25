import type { Element, Requirement } from '../language/model/index.js';
import type { Finding, Gap, OpenState, Reason } from './assessment.js';
import type { Drawn } from './drawn.js';
import type { Explains, Judgement } from './evaluated.js';
import type { Related } from './findings.js';

/** A finding of a design that was reviewed. There are as many as anything in a review: why one is there is found when somebody asks. */
export class Found implements Finding {
  readonly requirement: string;
  readonly element: string;
  readonly sort: Finding['sort'];
  readonly severity: Finding['severity'];
  readonly situations: readonly string[];
  readonly proofs: readonly Reason[];
  readonly file: string;
  readonly related: readonly string[];
  readonly moreRelated: number;
  readonly #by: Explains;
  readonly #of: Requirement;
  readonly #on: Element;

  constructor(
    by: Explains,
    requirement: Requirement,
    element: Element,
    judgement: Judgement,
    readonly id: string,
    readonly design: string,
    readonly state: OpenState,
    readonly gaps: Gap,
    readonly drawn: Drawn,
    readonly devices: number,
    { related, moreRelated }: Related,
  ) {
    this.requirement = requirement.name;
    this.element = element.name;
    this.sort = element.sort;
    this.severity = judgement.severity;
    this.situations = judgement.situations;
    this.proofs = judgement.proofs;
    this.file = element.file;
    this.related = related;
    this.moreRelated = moreRelated;
    this.#by = by;
    this.#of = requirement;
    this.#on = element;
  }

  get reasons(): readonly Reason[] {
    return this.#by.reasonsOf(this.#of, this.#on);
  }
}
