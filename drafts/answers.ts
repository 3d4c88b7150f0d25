/** What was answered so far: the chosen ids by the id of the question. A question that is not there is not answered yet. */
export type Answers = Readonly<Partial<Record<QuestionId, readonly string[]>>>;

export type QuestionId =
  | 'topology'
  | 'commodity'
  | 'country'
  | 'last-mile'
  | 'application'
  | 'wide-area'
  | 'transport'
  | 'services'
  | 'home'
  | 'third-party'
  | 'response'
  | 'meters'
  | 'name';

/** One thing to choose. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** More about it, for those who do not know it by its label. */
  readonly description: string;
}

/** One step of starting a design. */
export interface DraftQuestion {
  readonly id: QuestionId;
  readonly title: string;
  /** The question itself. */
  readonly prompt: string;
  /** Whether several may be chosen, and none. */
  readonly many: boolean;
  readonly choices: readonly Choice[];
  /** Whether any text is an answer, and nothing is chosen from a list. */
  readonly text?: boolean;
  /** The ids that are good to begin with; without `many` just one. */
  readonly defaults: readonly string[];
}
