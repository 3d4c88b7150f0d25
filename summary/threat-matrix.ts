import { grouped, isFault, worstSeverity, worstStatesFirst } from '../language/semantics/index.js';
import type { Severity } from '../language/model/index.js';
import { elementNamed, type Assessment, type Result, type State } from '../review/index.js';

/** What several answers of a review come to. */
export interface ThreatCell {
  /** The worst of those that apply; `not applicable` where none does. */
  readonly state: State;
  /** The worst severity of what is missing or weak; undefined where nothing is. */
  readonly severity: Severity | undefined;
  /** Those that are missing or weak; where none is, those in the state. */
  readonly names: readonly string[];
  /** How many apply. */
  readonly of: number;
}

export interface ThreatLine {
  readonly name: string;
  readonly title: string | undefined;
  /** Over all that is asked there, whether it is against a threat or not. */
  readonly whole: ThreatCell;
  /** By threat, in the order of the catalogue; nothing where nothing is asked against it. */
  readonly cells: ReadonlyMap<string, ThreatCell>;
}

export interface ThreatMatrix {
  /** Those that a line has a cell for, in the order of the catalogue, with what its cells come to over the lines. */
  readonly threats: readonly { readonly name: string; readonly title: string | undefined; readonly whole: ThreatCell }[];
  readonly lines: readonly ThreatLine[];
}

/** Threat by element: each element to which something applies, in the order in which it is first asked of; a cell counts requirements. */
export function threatsByElement({ results, architecture }: Assessment): ThreatMatrix {
  const { requirements, threats } = architecture.catalogue;
  const asked = grouped(
    results.filter(({ state }) => state !== 'not applicable'),
    ({ element }) => [element],
  );
  const lines = [...asked].map(([name, own]): ThreatLine => {
    const against = new Map([...threats.keys()].map((threat): [string, Result[]] => [threat, []]));
    for (const result of own) for (const threat of threatsOf(result.requirement)) against.get(threat)?.push(result);
    const cells = [...against].filter(([, all]) => all.length > 0);
    const cellOf = (all: readonly Result[]) => cellFrom(all.map((one) => ({ ...one, name: one.requirement })));
    return {
      name,
      title: elementNamed(architecture, name)?.title,
      whole: cellOf(own),
      cells: new Map(cells.map(([threat, all]) => [threat, cellOf(all)])),
    };
  });
  return { threats: threatsOver(lines, architecture.catalogue), lines };

  function threatsOf(requirement: string): readonly string[] {
    return [...new Set(requirements.get(requirement)?.mitigates)];
  }
}

/** Requirement by threat: each requirement of the profiles, with what it comes to in the design at each threat that it works against; a cell counts elements. */
export function threatsByRequirement({ results, requirements, architecture }: Assessment): ThreatMatrix {
  const { catalogue } = architecture;
  const asked = grouped(results, ({ requirement }) => [requirement]);
  const lines = requirements.map((name): ThreatLine => {
    const whole = cellFrom((asked.get(name) ?? []).map((one) => ({ ...one, name: one.element })));
    const mitigated = new Set(catalogue.requirements.get(name)?.mitigates);
    const cells = [...catalogue.threats.keys()].filter((threat) => mitigated.has(threat));
    return { name, title: catalogue.requirements.get(name)?.title, whole, cells: new Map(cells.map((threat) => [threat, whole])) };
  });
  return { threats: threatsOver(lines, catalogue), lines };
}

function threatsOver(lines: readonly ThreatLine[], { threats }: Assessment['architecture']['catalogue']): ThreatMatrix['threats'] {
  return [...threats.values()].flatMap(({ name, title }) => {
    const own = lines.flatMap((line) => (line.cells.has(name) ? [{ name: line.name, ...stateOf(line.cells.get(name)!) }] : []));
    return own.length === 0 ? [] : [{ name, title, whole: cellFrom(own) }];
  });
}

/** What a cell comes to, as one answer of a whole line. */
function stateOf({ state, severity }: ThreatCell): Pick<Answer, 'state' | 'severity'> {
  return { state, severity: severity ?? 'info' };
}

interface Answer {
  readonly name: string;
  readonly state: State;
  readonly severity: Severity;
}

function cellFrom(all: readonly Answer[]): ThreatCell {
  const asked = all.filter(({ state }) => state !== 'not applicable');
  const state = worstStatesFirst.find((one) => asked.some((each) => each.state === one)) ?? 'not applicable';
  const faults = asked.filter((one) => isFault(one.state));
  const named = faults.length > 0 ? faults : asked.filter((one) => one.state === state);
  return { state, severity: worstSeverity(faults.map(({ severity }) => severity)), names: named.map(({ name }) => name), of: asked.length };
}
