import { conditionWords, needWords, operandWords, targetWords } from '../../../language/semantics/index.js';
import type {
  Architecture,
  Attribute,
  Catalogue,
  Condition,
  ControlUse,
  ElementBase,
  Flow,
  Kind,
  Layer,
  Link,
  Mechanism,
  Need,
  Profile,
  Requirement,
  Stay,
} from '../../../language/model/index.js';

/** A generated design as a `.meter` text: for people who read a counterexample, and for tests of what works on texts. */
export function asText(architecture: Architecture): string {
  const { design, zones, components, data, links, flows, decisions, phases } = architecture;
  return [
    ...catalogueLines(architecture.catalogue),
    design.implicit
      ? '// a fragment, without a design'
      : `design ${design.name}${clause('run by', design.runBy)}${braces([...design.profiles.filter((name) => name !== 'x1332').map((name) => `profile ${name}`), ...items(design)])}`,
    ...phases.map(({ name, from }) => `phase ${name} from ${from}`),
    ...[...zones.values()].map(
      (zone) => `zone ${head(zone)}${clause('in', zone.zone)}${clause('run by', zone.runBy)}${stayWords(zone)}${braces(items(zone))}`,
    ),
    ...[...components.values()].map((one) => {
      const whole = one.stores.length > 0 ? [`stores ${one.stores.join(', ')}`] : [];
      const stores = one.stored?.map((part) => `stores ${part.data}${stayWords(part)}`) ?? whole;
      return `component ${head(one)}${clause('in', one.zone)}${clause('run by', one.runBy)}${stayWords(one)}${braces([...stores, ...items(one)])}`;
    }),
    ...[...data.values()].map((one) => `data ${head(one)}${braces(items(one))}`),
    ...[...links.values()].map(linkLine),
    ...[...flows.values()].map(flowLine),
    ...decisions.map(
      (one) =>
        `${one.verb} ${one.requirements.join(', ')} on ${one.targets.map(targetWords).join(', ')}${clause('until', one.until)}${quoted('because', one.because ?? '')}${quoted('by', one.by)}`,
    ),
  ].join('\n');
}

function head(element: ElementBase): string {
  return element.name + list('is', element.kinds);
}

function list(word: string, names: readonly string[]): string {
  return names.length === 0 ? '' : ` ${word} ${names.join(', ')}`;
}

function clause(word: string, name: string | undefined): string {
  return name === undefined ? '' : ` ${word} ${name}`;
}

function quoted(word: string, text: string | undefined): string {
  return text === undefined ? '' : ` ${word} "${text}"`;
}

function profileItems({ includes, extends: parents, omissions, demands }: Profile): string[] {
  return [
    list('includes', includes),
    list('extends', parents),
    ...omissions.map(({ requirements, because }) => `${list('without', requirements)}${quoted('because', because)}`),
    list('accept needs', demands),
  ];
}

function braces(inner: readonly string[]): string {
  return inner.length === 0 ? '' : ` { ${inner.join(' ')} }`;
}

function items(one: Pick<Kind, 'settings' | 'controls' | 'mechanisms'>): string[] {
  return [
    ...one.settings.map((setting) => `${setting.attribute} = ${operandWords(setting.value)}${stayWords(setting)}`),
    ...one.controls.map(useWords),
    ...one.mechanisms.map((use) => `uses ${use.mechanism}${stayWords(use)}`),
  ];
}

function stayWords({ stay }: { readonly stay?: Stay }): string {
  if (stay === undefined) return '';
  return list('in phase', stay.only) + clause('since phase', stay.since) + clause('until phase', stay.until);
}

function useWords(use: ControlUse): string {
  const planned = use.planned ? ` planned${clause('for', use.due)}` : '';
  const evidence = use.evidence === undefined ? '' : ` evidence ${JSON.stringify(use.evidence)}`;
  return `control ${use.control}${list('by', use.mechanisms)}${clause('from', use.from)}${clause('to', use.to)}${planned}${evidence}${stayWords(use)}`;
}

function layerWords(layers: readonly Layer[]): string {
  return layers.map((layer) => `${list('over', layer.stack)}${clause('from', layer.from)}${clause('to', layer.to)}`).join('');
}

function linkLine(link: Link): string {
  const ends = `${link.sources.join(', ')} ${link.twoWay ? '<->' : '->'} ${link.targets.join(', ')}`;
  const rest = list('in', link.zones) + layerWords(link.layers) + list('carries', link.carries) + list('opened by', link.openedBy);
  return `link ${link.name}: ${ends}${rest}${stayWords(link)}${braces(items(link))}`;
}

function flowLine(flow: Flow): string {
  const stops = flow.stops.map((stop) => stop.join(', ')).join(' -> ');
  const rest = list('carries', flow.carries) + list('returns', flow.returns) + layerWords(flow.layers) + list('via', flow.via);
  const taken = flow.hops.map((hop) => hop.link ?? 'none').join(', ');
  return `flow ${head(flow)}: ${stops}${rest}${stayWords(flow)}${braces(items(flow))} // links: ${taken}`;
}

function catalogueLines(catalogue: Catalogue): string[] {
  const kinds = [catalogue.componentKinds, catalogue.zoneKinds, catalogue.dataClasses, catalogue.services].flatMap((table) => [
    ...table.values(),
  ]);
  return [
    ...kinds.map((kind) => `define ${kind.sort} ${kind.name}${list('is', kind.parents)}${braces(items(kind))}`),
    ...[...catalogue.controls.values()].map(
      (one) => `define control ${one.name}${braces(one.implies.length > 0 ? [`implies ${one.implies.join(', ')}`] : [])}`,
    ),
    ...[...catalogue.mechanisms.values()].map(mechanismLine),
    ...[...catalogue.attributes.values()].map(attributeLine),
    ...namedConditionLines(catalogue),
    ...[...catalogue.requirements.values()].map(requirementLines),
    ...[...catalogue.profiles.values()].map(
      (one) => `define profile ${one.name}${braces(profileItems(one).filter((part) => part !== ''))}`,
    ),
  ];
}

function mechanismLine(one: Mechanism): string {
  const weak = one.weaknesses.map(({ controls }) => `weak ${controls.join(', ')}`);
  return `define mechanism ${one.name}${list('is', one.parents)}${braces([...(one.provides.length > 0 ? [`provides ${one.provides.join(', ')}`] : []), ...weak])}`;
}

function attributeLine(one: Attribute): string {
  const type = one.type.kind === 'words' ? one.type.words.join(' | ') : one.type.kind;
  return `define attribute ${one.name}${list('on', one.sorts)} : ${type}${one.default === undefined ? '' : ` default ${operandWords(one.default)}`}`;
}

/** Every condition that some requirement or control names, once, those that it is made of before it. */
function namedConditionLines({ requirements, controls }: Catalogue): string[] {
  const lines = new Map<string, string>();
  const add = (condition: Condition | undefined): void => {
    switch (condition?.kind) {
      case 'and':
      case 'or':
        condition.operands.forEach(add);
        return;
      case 'not':
        add(condition.operand);
        return;
      case 'source':
      case 'target':
      case 'design':
      case 'quantified':
        add(condition.condition);
        return;
      case 'named':
        add(condition.condition);
        lines.set(condition.name, `define condition ${condition.name} where ${conditionWords(condition.condition)}`);
        return;
      default:
        return;
    }
  };
  const addNeed = (need: Need): void => {
    if (need.kind === 'condition') {
      add(need.condition);
      return;
    }
    if (need.kind !== 'control') {
      need.operands.forEach(addNeed);
      return;
    }
    if (need.across?.kind === 'relay') add(need.across.that);
    for (const place of need.places) if (place.kind === 'related') add(place.that);
  };
  for (const { limits } of controls.values()) for (const { condition } of limits) add(condition);
  for (const { severity, rules } of requirements.values()) {
    for (const { condition } of severity.branches) add(condition);
    for (const { condition, needs } of rules) {
      add(condition);
      for (const line of needs) {
        addNeed(line.need);
        add(line.condition);
      }
    }
  }
  return [...lines.values()];
}

function requirementLines(one: Requirement): string {
  const branches = one.severity.branches.map((branch) => `${branch.severity} where ${conditionWords(branch.condition)} else `).join('');
  const rules = one.rules.map((rule) => {
    const needs = rule.needs.map(
      (line) => `    needs ${needWords(line.need)}${line.condition ? ` where ${conditionWords(line.condition)}` : ''}`,
    );
    return [`  applies to ${rule.sort}${rule.condition ? ` where ${conditionWords(rule.condition)}` : ''}`, ...needs].join('\n');
  });
  return `define requirement ${one.name} {${list('refines', one.refines)}\n  severity ${branches}${one.severity.otherwise}\n${rules.join('\n')}\n}`;
}
