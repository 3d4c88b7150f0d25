import { GrammarAST } from 'langium';
import type { Token } from './cursor.js';

/** What the grammar allows at one place. */
export interface Step {
  /** A keyword. */
  readonly word: string | undefined;
  /** `Name`, `STRING`, `INT` or `DATE`, where it is no keyword. */
  readonly terminal: string | undefined;
  /** The grammar rule that it stands in, the type of the node that the rule makes, and the property that would hold it. */
  readonly rule: string;
  readonly type: string;
  readonly property: string | undefined;
  /** Whether it refers to something with that name. */
  readonly reference: boolean;
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

/** A keyword that has to be read as a name, and a name that is not written yet. */
const keywordAsName = 1;
const keywordAsUnknownName = 3;
const missingName = 2;

/**
 * The grammar as an automaton with calls. It follows every way in which some tokens can be read at once, so that it knows all
 * that may come next, where a parser would have decided for one way, or stopped at a name that is still missing.
 */
export class GrammarAutomaton {
  private readonly entries = new Map<string, State>();
  private readonly start: State;
  private readonly nameWords: ReadonlySet<string>;
  private states = 0;

  constructor(grammar: GrammarAST.Grammar) {
    const rules = grammar.rules.filter(GrammarAST.isParserRule);
    this.nameWords = new Set(wordsOf(rules.find(({ name }) => name === 'Name')));
    for (const rule of rules) {
      if (rule.name !== 'Name') this.entries.set(rule.name, this.compile(rule.definition, this.state([]), rule));
    }
    this.start = this.entries.get(rules.find(({ entry }) => entry)!.name)!;
  }

  /** What may follow some tokens at the start of a file; undefined where they cannot be read. */
  after(tokens: readonly Token[], isDeclared: (name: string) => boolean): readonly Step[] | undefined {
    const frames = new Map<string, Frame>();
    let positions = this.reach(frames, [{ state: this.start, frame: undefined, cost: 0 }]);
    for (const token of tokens) {
      const moved: Position[] = [];
      for (const position of positions) {
        moved.push(...this.consume(position, token, isDeclared));
        if (position.state.step?.terminal !== 'Name') continue;
        const { state, frame, cost } = position;
        const without = this.reach(frames, [{ state: state.next[0]!, frame, cost: cost + missingName }]);
        for (const skipped of without) moved.push(...this.consume(skipped, token, isDeclared));
      }
      positions = this.reach(frames, moved);
      if (positions.length === 0) return undefined;
    }
    const least = Math.min(...positions.map(({ cost }) => cost));
    return positions.filter(({ cost }) => cost === least).map(({ state }) => state.step!);
  }

  private consume({ state, frame, cost }: Position, { image, tokenType }: Token, isDeclared: (name: string) => boolean): Position[] {
    const { word, terminal, reference } = state.step!;
    let extra: number | undefined;
    if (word !== undefined) extra = word === image ? 0 : undefined;
    else if (terminal !== 'Name') extra = terminal === tokenType.name ? 0 : undefined;
    else if (tokenType.name === 'ID') extra = 0;
    else if (this.nameWords.has(image)) extra = !reference || isDeclared(image) ? keywordAsName : keywordAsUnknownName;
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
    const step = { word: undefined, terminal: undefined, rule: rule.name, type: rule.returnType?.ref?.name ?? rule.name, property };
    if (GrammarAST.isKeyword(element)) return this.state([then], { step: { ...step, word: element.value, reference: false } });
    if (GrammarAST.isCrossReference(element)) return this.state([then], { step: { ...step, terminal: 'Name', reference: true } });
    if (GrammarAST.isRuleCall(element)) {
      const called = element.rule.$refText;
      const isTerminal = called === 'Name' || GrammarAST.isTerminalRule(element.rule.ref);
      return this.state([then], isTerminal ? { step: { ...step, terminal: called, reference: false } } : { call: called });
    }
    // Actions read nothing.
    return then;
  }

  /** The places at which a token is read next, each at the least cost. */
  private reach(frames: Map<string, Frame>, starts: readonly Position[]): Position[] {
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

/** Frames are shared, so that two ways to one place are one. */
function frameOf(frames: Map<string, Frame>, back: State, parent: Frame | undefined): Frame {
  const key = `${back.id} ${parent?.id ?? ''}`;
  let frame = frames.get(key);
  if (frame === undefined) frames.set(key, (frame = { id: frames.size, back, parent }));
  return frame;
}

function wordsOf(rule: GrammarAST.ParserRule | undefined): string[] {
  const definition = rule?.definition;
  if (definition === undefined || !GrammarAST.isAlternatives(definition)) return [];
  return definition.elements.filter(GrammarAST.isKeyword).map(({ value }) => value);
}
