import { GrammarAST } from 'langium';
import { grammarOf } from '../../language/grammar/elements.js';
import { statementKeywordsOf } from '../../language/grammar/statements.js';
import { wordsOf } from '../../language/grammar/words.js';
import type { CursorToken } from './cursor.js';

/** What the grammar allows at one place. */
export interface Step {
  /** A keyword, and where the grammar has it. */
  readonly word: string | undefined;
  readonly keyword: GrammarAST.Keyword | undefined;
  /** `Name`, `STRING`, `INT` or `DATE`, where it is no keyword. */
  readonly terminal: string | undefined;
  /** The grammar rule that it stands in, the type of the node that the rule makes, and the property that would hold it. */
  readonly rule: string;
  readonly type: string;
  readonly property: string | undefined;
  /** The type of what it refers to by name; undefined where it does not. */
  readonly target: string | undefined;
}

interface State {
  readonly id: number;
  readonly step?: Step;
  readonly call?: string;
  readonly next: State[];
}

/** Where to go on when a rule has ended. */
interface Frame {
  readonly id: number;
  readonly back: State;
  readonly parent: Frame | undefined;
}

interface Position {
  readonly state: State;
  readonly frame: Frame | undefined;
  readonly cost: number;
}

type Frames = Map<string, Frame>;

/** How far some tokens lead, in every way in which they can be read. */
export interface Reading {
  readonly frames: Frames;
  readonly positions: readonly Position[];
  readonly isKnown: IsKnown;
}

/** Whether there is something of a type that has a name. */
export type IsKnown = (type: string, name: string) => boolean;

/** What speaks against a reading: a name that nothing has, or a keyword that is taken for a name, or a name that is not written yet. */
const unknownName = 1;
const keywordAsKnownName = 1;
const missingName = 2;
const keywordAsNewName = 3;
const keywordAsUnknownName = 4;

/**
 * The grammar as an automaton with calls. It follows every way in which some tokens can be read at once, so that it knows all
 * that may come next, where a parser would have decided for one way, or stopped at a name that is still missing.
 */
export class GrammarAutomaton {
  private readonly entries = new Map<string, State>();
  private readonly start: State;
  private readonly nameWords: ReadonlySet<string>;
  private states = 0;

  constructor(readonly grammar: GrammarAST.Grammar) {
    const rules = grammar.rules.filter(GrammarAST.isParserRule);
    this.nameWords = wordsOf(grammar);
    for (const rule of rules) {
      if (rule.name !== 'Name') this.entries.set(rule.name, this.compile(rule.definition, this.state([]), rule));
    }
    this.start = this.entries.get(rules.find(({ entry }) => entry)!.name)!;
  }

  /** Reads some tokens from the start of a file. */
  read(tokens: readonly CursorToken[], isKnown: IsKnown): Reading {
    const frames: Frames = new Map();
    const start = this.reach(frames, [{ state: this.start, frame: undefined, cost: 0 }]);
    return this.readOn({ frames, positions: start, isKnown }, tokens);
  }

  /** Reads more tokens. A reading without positions has failed. */
  readOn({ frames, positions, isKnown }: Reading, tokens: readonly CursorToken[]): Reading {
    let now = positions;
    for (const token of tokens) {
      const moved: Position[] = [];
      for (const position of now) {
        moved.push(...this.consume(position, token, isKnown));
        if (position.state.step?.terminal !== 'Name') continue;
        const { state, frame, cost } = position;
        const without = this.reach(frames, [{ state: state.next[0]!, frame, cost: cost + missingName }]);
        for (const skipped of without) moved.push(...this.consume(skipped, token, isKnown));
      }
      now = this.reach(frames, moved);
    }
    return { frames, positions: now, isKnown };
  }

  /** What may follow. */
  steps({ positions }: Reading): readonly Step[] {
    const least = Math.min(...positions.map(({ cost }) => cost));
    return positions.filter(({ cost }) => cost === least).map(({ state }) => state.step!);
  }

  /**
   * What speaks against some tokens behind a step; infinite where they cannot be read. What has to follow the step, up to so many
   * tokens, may be missing between them, but no more than that: it ends where a statement, or a line of a body, may end.
   */
  costBehind(reading: Reading, step: Step, rest: readonly CursorToken[], missing: number): number {
    const { frames, isKnown } = reading;
    const next = (positions: readonly Position[]) =>
      this.reach(
        frames,
        positions.map(({ state, frame }) => ({ state: state.next[0]!, frame, cost: 0 })),
      );
    let positions = next(reading.positions.filter((position) => position.state.step === step));
    let least = Infinity;
    for (let written = 0; ; written++) {
      least = Math.min(least, this.costOf({ frames, positions, isKnown }, rest));
      // Behind `add` a whole statement stands within another.
      const mayEndHere = !(written === 0 && step.word === 'add') && mayEnd(positions.map(({ state }) => state.step!));
      if (least === 0 || written === missing || mayEndHere) return least;
      positions = next(positions);
    }
  }

  /** What speaks against some tokens that follow what was read; infinite, too, where the first is a keyword of the next line. */
  costOf(reading: Reading, rest: readonly CursorToken[]): number {
    const before = Math.min(...reading.positions.map(({ cost }) => cost));
    const first = this.readOn(reading, rest.slice(0, 1));
    const behind = { ...first, positions: first.positions.filter(({ cost }) => cost - before < keywordAsNewName) };
    return Math.min(...this.readOn(behind, rest.slice(1)).positions.map(({ cost }) => cost - before));
  }

  private consume({ state, frame, cost }: Position, { image, tokenType }: CursorToken, isKnown: IsKnown): Position[] {
    const { word, terminal, target } = state.step!;
    let extra: number | undefined;
    if (word !== undefined) extra = word === image ? 0 : undefined;
    else if (terminal !== 'Name') extra = terminal === tokenType.name ? 0 : undefined;
    else if (tokenType.name === 'ID') extra = target === undefined || isKnown(target, image) ? 0 : unknownName;
    else if (this.nameWords.has(image)) {
      extra = target === undefined ? keywordAsNewName : isKnown(target, image) ? keywordAsKnownName : keywordAsUnknownName;
    }
    return extra === undefined ? [] : [{ state: state.next[0]!, frame, cost: cost + extra }];
  }

  private state(next: State[], more: Partial<State> = {}): State {
    return { id: this.states++, next, ...more };
  }

  /** The state that reads an element and then goes on. */
  private compile(element: GrammarAST.AbstractElement, then: State, rule: GrammarAST.ParserRule, property?: string): State {
    const { cardinality } = element;
    if (cardinality === '*' || cardinality === '+') {
      const loop = this.state([]);
      const body = this.compileOnce(element, loop, rule, property);
      loop.next.push(body, then);
      return cardinality === '*' ? loop : body;
    }
    const once = this.compileOnce(element, then, rule, property);
    return cardinality === '?' ? this.state([once, then]) : once;
  }

  private compileOnce(element: GrammarAST.AbstractElement, then: State, rule: GrammarAST.ParserRule, property?: string): State {
    if (GrammarAST.isGroup(element)) return element.elements.reduceRight((next, part) => this.compile(part, next, rule, property), then);
    if (GrammarAST.isAlternatives(element)) return this.state(element.elements.map((part) => this.compile(part, then, rule, property)));
    if (GrammarAST.isAssignment(element)) return this.compile(element.terminal, then, rule, element.feature);
    const type = rule.returnType?.ref?.name ?? rule.name;
    const step = { word: undefined, keyword: undefined, terminal: undefined, rule: rule.name, type, property, target: undefined };
    if (GrammarAST.isKeyword(element)) return this.state([then], { step: { ...step, word: element.value, keyword: element } });
    if (GrammarAST.isCrossReference(element))
      return this.state([then], { step: { ...step, terminal: 'Name', target: element.type.$refText } });
    if (GrammarAST.isRuleCall(element)) {
      const called = element.rule.$refText;
      const isTerminal = called === 'Name' || GrammarAST.isTerminalRule(element.rule.ref);
      return this.state([then], isTerminal ? { step: { ...step, terminal: called } } : { call: called });
    }
    // Actions read nothing.
    return then;
  }

  /** The places at which a token is read next, each at the least cost. */
  private reach(frames: Frames, starts: readonly Position[]): Position[] {
    const known = new Map<string, Position>();
    const open = [...starts];
    for (let position = open.pop(); position !== undefined; position = open.pop()) {
      const { state, frame, cost } = position;
      const key = `${state.id} ${frame?.id ?? ''}`;
      const before = known.get(key);
      if (before !== undefined && before.cost <= cost) continue;
      known.set(key, position);
      if (state.step !== undefined) continue;
      if (state.call !== undefined) {
        open.push({ state: this.entries.get(state.call)!, frame: frameOf(frames, state.next[0]!, frame), cost });
      } else if (state.next.length > 0) for (const next of state.next) open.push({ state: next, frame, cost });
      else if (frame !== undefined) open.push({ state: frame.back, frame: frame.parent, cost });
    }
    return [...known.values()].filter(({ state }) => state.step !== undefined);
  }
}

/** Whether a step begins a statement. */
export function beginsStatement({ keyword }: Step): boolean {
  return keyword !== undefined && statementKeywordsOf(grammarOf(keyword)).has(keyword);
}

/** Whether a statement, or a body, may end where some steps may follow. */
export function mayEnd(steps: readonly Step[]): boolean {
  return steps.some((step) => step.word === '}' || beginsStatement(step));
}

/** Frames are shared, so that two ways to one place are one. */
function frameOf(frames: Frames, back: State, parent: Frame | undefined): Frame {
  const key = `${back.id} ${parent?.id ?? ''}`;
  let frame = frames.get(key);
  if (frame === undefined) frames.set(key, (frame = { id: frames.size, back, parent }));
  return frame;
}
