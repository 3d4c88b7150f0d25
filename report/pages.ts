import { conditionWords, exclusiveClasses, namesIn, needWords } from '../language/semantics/index.js';
import type { Catalogue, Control, Definition, Mechanism, NamedCondition, Need, Requirement, Threat } from '../language/model/index.js';
import { harmsOf } from '../summary/harms.js';
import { pageLine, pageMarkdown, pageText, type PageLine, type Page, type PagePart } from './page.js';
import { citationWords, listed } from './words.js';

/** The page of a requirement, mechanism, control, threat or named condition; undefined where there is none of that name. */
export function pageOf(name: string, catalogue: Catalogue): Page | undefined {
  const requirement = catalogue.requirements.get(name);
  if (requirement !== undefined) return requirementPage(requirement, catalogue);
  const mechanism = catalogue.mechanisms.get(name);
  if (mechanism !== undefined) return mechanismPage(mechanism, catalogue);
  const control = catalogue.controls.get(name);
  if (control !== undefined) return controlPage(control, catalogue);
  const threat = catalogue.threats.get(name);
  if (threat !== undefined) return threatPage(threat, catalogue);
  const condition = catalogue.conditions.get(name);
  return condition === undefined ? undefined : conditionPage(condition, catalogue);
}

export function requirementText(requirement: Requirement, catalogue: Catalogue): string {
  return pageText(requirementPage(requirement, catalogue));
}

export function requirementMarkdown(requirement: Requirement, catalogue: Catalogue): string {
  return pageMarkdown(requirementPage(requirement, catalogue));
}

export function requirementPage(requirement: Requirement, catalogue: Catalogue): Page {
  const controls = [...new Set(requirement.rules.flatMap(({ needs }) => needs.flatMap(({ need }) => controlsIn(need))))];
  return {
    heading: headingOf(requirement),
    intro: [
      ...(requirement.also.length === 0 ? [] : [alsoCalled(requirement)]),
      `Category: ${requirement.category ?? 'none'}`,
      `Severity: ${severityWords(requirement)}`,
      `Works against: ${
        harmsOf(requirement, catalogue)
          .map((harm) => titleOf(catalogue.harms.get(harm), harm))
          .join('; ') || 'no harm is named'
      }`,
    ],
    sections: [
      { title: 'Why', lines: given(requirement.because) },
      { title: 'What to do', lines: given(requirement.guidance) },
      { about: 'rules', title: 'Where it applies, and what it needs', lines: requirement.rules.flatMap(ruleLines) },
      { about: 'conditions', title: 'Conditions by their names', lines: namedIn(requirement, catalogue) },
      { about: 'closing', title: 'What closes it', lines: controls.map((control) => providersLine(control, catalogue)) },
      { title: 'Refines', lines: requirement.refines.map((name) => pageLine(entry(name, catalogue.requirements))) },
      {
        about: 'threats',
        title: 'Threats',
        lines: requirement.mitigates.map((name) => pageLine(entry(name, catalogue.threats, 'threats/'))),
      },
      { about: 'references', title: 'References', lines: requirement.see.map((citation) => pageLine(citationWords(citation, catalogue))) },
      { title: 'Notes', lines: requirement.notes.map((note) => pageLine(note)) },
    ],
  };
}

function severityWords({ severity }: Requirement): string {
  const branches = severity.branches.map((branch) => `${branch.severity} where ${conditionWords(branch.condition)}`);
  return [...branches, severity.otherwise].join(', else ');
}

function ruleLines(rule: Requirement['rules'][number]): PageLine[] {
  const where = rule.condition === undefined ? '' : ` where ${conditionWords(rule.condition)}`;
  const needs = rule.needs.map(
    ({ need, condition }) => `needs ${needWords(need)}${condition === undefined ? '' : ` where ${conditionWords(condition)}`}`,
  );
  const as = rule.situation === undefined ? [] : [pageLine(`told as: it ${rule.situation}`)];
  return [pageLine(`each ${rule.place}${where}`), ...as, ...needs.map((words): PageLine => ({ parts: [words], indented: true }))];
}

/** What the names of conditions stand for, those that they are made of among them. */
function namedIn(requirement: Requirement, { conditions }: Catalogue): PageLine[] {
  const names = [...namesIn(requirement)].flatMap(({ sort, name }) => (sort === 'condition' ? [name] : []));
  return [...new Set(names)].flatMap((name) => {
    const one = conditions.get(name);
    return one === undefined ? [] : [pageLine(`${entryWords(one)}: where ${conditionWords(one.reference.condition)}`)];
  });
}

function entryWords({ name, title }: Definition): string {
  return title === undefined ? name : `${name} (${title})`;
}

export function conditionPage(condition: NamedCondition, catalogue: Catalogue): Page {
  const { name, notes, reference, uses } = condition;
  const askedBy = [...catalogue.requirements.values()].filter((one) =>
    [...namesIn(one)].some((mentioned) => mentioned.sort === 'condition' && mentioned.name === name),
  );
  return {
    heading: headingOf(condition),
    intro: introOf(condition),
    sections: [
      { title: 'May be asked of', lines: placesOf(condition) },
      { title: 'Holds where', lines: [pageLine(conditionWords(reference.condition))] },
      {
        title: 'Conditions by their names',
        lines: uses
          .flatMap((one) => catalogue.conditions.get(one) ?? [])
          .map((one) => pageLine(`${entryWords(one)}: where ${conditionWords(one.reference.condition)}`)),
      },
      { title: 'Asked by', lines: askedBy.map((one) => pageLine(entry(one.name, catalogue.requirements))) },
      { title: 'Notes', lines: notes.map((note) => pageLine(note)) },
    ],
  };
}

function controlsIn(need: Need): string[] {
  if (need.kind === 'control') return [need.control];
  return need.kind === 'condition' ? [] : need.operands.flatMap(controlsIn);
}

/** `encryption: TLS 1.3, DLMS security suite 1`; where only people know, the question that they are asked. */
function providersLine(control: string, catalogue: Catalogue): PageLine {
  const { title, asks } = catalogue.controls.get(control) ?? {};
  const words = `${control}${title === undefined ? '' : ` (${title})`}: `;
  const providers = [...catalogue.mechanisms.values()].filter(({ provides }) => provides.includes(control));
  if (providers.length === 0) return pageLine(`${words}${asks ?? 'what the design states as evidence'}`);
  return pageLine(
    words,
    ...providers.flatMap(({ name }, index) => [index === 0 ? '' : ', ', entry(name, catalogue.mechanisms, 'mechanisms/', true)]),
    asks === undefined ? '' : `. ${asks}`,
  );
}

export function mechanismPage(mechanism: Mechanism, catalogue: Catalogue): Page {
  return {
    heading: headingOf(mechanism),
    intro: introOf(mechanism),
    sections: [
      { title: 'Is', lines: mechanism.parents.map((name) => pageLine(entry(name, catalogue.mechanisms, 'mechanisms/'))) },
      { title: 'May stand on', lines: placesOf(mechanism) },
      { title: 'Provides', lines: mechanism.provides.map((name) => pageLine(entry(name, catalogue.controls, 'controls/'))) },
      { title: 'Is weak for', lines: mechanism.weaknesses.map(({ controls, because }) => pageLine(`${controls.join(', ')}: ${because}`)) },
      {
        title: 'Excludes',
        lines: exclusiveClasses(mechanism.name, catalogue).map((name) =>
          name === mechanism.name
            ? pageLine('each other: of those that are it, one at most holds on the same step')
            : pageLine('every other form of ', entry(name, catalogue.mechanisms, 'mechanisms/'), ' on the same step'),
        ),
      },
      {
        title: 'Is a family',
        lines: mechanism.family ? [pageLine('to a device that speaks one family, no fix brings another while its own has an answer')] : [],
      },
      { title: 'Runs over', lines: mechanism.carriers.map((name) => pageLine(entry(name, catalogue.mechanisms, 'mechanisms/'))) },
      { title: 'Fits only where', lines: mechanism.fits === undefined ? [] : [pageLine(conditionWords(mechanism.fits))] },
      { title: 'Belongs to the profiles', lines: mechanism.homes.map((name) => pageLine(name)) },
      { title: 'Is not used under the profiles', lines: mechanism.strangers.map((name) => pageLine(name)) },
      { title: 'Is offered first where', lines: mechanism.suits === undefined ? [] : [pageLine(conditionWords(mechanism.suits))] },
      { title: 'References', lines: mechanism.see.map((citation) => pageLine(citationWords(citation, catalogue))) },
      { title: 'Notes', lines: mechanism.notes.map((note) => pageLine(note)) },
    ],
  };
}

function controlPage(control: Control, catalogue: Catalogue): Page {
  const providers = [...catalogue.mechanisms.values()].filter((mechanism) => mechanism.provides.includes(control.name));
  return {
    heading: headingOf(control),
    intro: introOf(control),
    sections: [
      { title: 'May stand on', lines: placesOf(control) },
      { title: 'Asks people', lines: control.asks === undefined ? [] : [pageLine(control.asks)] },
      { title: 'Includes', lines: control.implies.map((name) => pageLine(entry(name, catalogue.controls, 'controls/'))) },
      { title: 'Provided by', lines: providers.map(({ name }) => pageLine(entry(name, catalogue.mechanisms, 'mechanisms/'))) },
      { title: 'Notes', lines: control.notes.map((note) => pageLine(note)) },
    ],
  };
}

export function threatPage(threat: Threat, catalogue: Catalogue): Page {
  const against = [...catalogue.requirements.values()].filter(({ mitigates }) => mitigates.includes(threat.name));
  const methods = [...catalogue.attacks.values()].filter(({ leadsTo }) => leadsTo.includes(threat.name));
  return {
    heading: headingOf(threat),
    intro: introOf(threat),
    sections: [
      { title: 'Harms', lines: harmLines(threat, catalogue) },
      { title: 'Requirements against it', lines: against.map(({ name }) => pageLine(entry(name, catalogue.requirements))) },
      { title: 'Attack methods that lead to it', lines: methods.map(({ name, title }) => pageLine(`${name}: ${title ?? name}`)) },
      { title: 'Notes', lines: threat.notes.map((note) => pageLine(note)) },
    ],
  };
}

function harmLines({ leadsTo }: Threat, catalogue: Catalogue): PageLine[] {
  if (leadsTo.length === 0) return [pageLine('none by itself: it opens the way to other threats')];
  return leadsTo.map((harm) => pageLine(titleOf(catalogue.harms.get(harm), harm)));
}

function titleOf(definition: Definition | undefined, name: string): string {
  return definition?.title ?? name;
}

function headingOf({ name, title }: Definition): string {
  return title === undefined ? name : `${name}: ${title}`;
}

/** A name with its title, or its title alone, that leads to a page of its own. */
function entry(name: string, table: ReadonlyMap<string, Definition>, folder = '', brief = false): PagePart {
  const title = table.get(name)?.title;
  const text = title === undefined ? name : brief ? title : `${name} (${title})`;
  return { text, page: `${folder}${name}` };
}

function placesOf({ places }: { readonly places: readonly string[] }): PageLine[] {
  return [pageLine(places.length === 0 ? 'anything' : listed(places, 'and'))];
}

function documentationOf({ documentation }: Definition): readonly string[] {
  return documentation === undefined ? [] : [documentation];
}

/** What it says of itself, and the everyday words by which it is known. */
function introOf(definition: Definition): readonly string[] {
  return definition.also.length === 0 ? documentationOf(definition) : [...documentationOf(definition), alsoCalled(definition)];
}

/** `Also called: https, http over tls` */
export function alsoCalled({ also }: Pick<Definition, 'also'>): string {
  return `Also called: ${also.join(', ')}`;
}

function given(text: string | undefined): readonly PageLine[] {
  return text === undefined ? [] : [pageLine(text)];
}
