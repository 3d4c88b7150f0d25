import { conditionWords, exclusiveClasses, namesIn, needWords } from '../language/semantics/index.js';
import type { Catalogue, Control, Definition, Mechanism, NamedCondition, Requirement, Threat } from '../language/model/index.js';
import { harmsOf } from '../summary/harms.js';
import { pageLine, pageMarkdown, pageText, type PageLine, type Page } from './page.js';
import {
  againstStep,
  alsoCalled,
  requirementsAsking,
  controlsIn,
  entry,
  entryLines,
  textLines,
  pageHeading,
  introOf,
  mayStandOn,
  stepLines,
  titleInWords,
} from './page-parts.js';
import { citationWords } from './words.js';

export function requirementText(requirement: Requirement, catalogue: Catalogue): string {
  return pageText(requirementPage(requirement, catalogue));
}

export function requirementMarkdown(requirement: Requirement, catalogue: Catalogue): string {
  return pageMarkdown(requirementPage(requirement, catalogue));
}

export function requirementPage(requirement: Requirement, catalogue: Catalogue): Page {
  const controls = [...new Set(requirement.rules.flatMap(({ needs }) => needs.flatMap(({ need }) => controlsIn(need))))];
  return {
    heading: pageHeading(requirement),
    intro: [
      ...(requirement.also.length === 0 ? [] : [alsoCalled(requirement)]),
      `Category: ${requirement.category ?? 'none'}`,
      `Severity: ${severityWords(requirement)}`,
      `Works against: ${
        harmsOf(requirement, catalogue)
          .map((harm) => titleInWords(catalogue.harms.get(harm), harm))
          .join('; ') || 'no harm is named'
      }`,
    ],
    sections: [
      { title: 'Why', lines: textLines(requirement.because) },
      { title: 'What to do', lines: textLines(requirement.guidance) },
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
  const as = rule.situation === undefined ? [] : [pageLine(`reported as: it ${rule.situation}`)];
  return [pageLine(`each ${rule.sort}${where}`), ...as, ...needs.map((words): PageLine => ({ parts: [words], indented: true }))];
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
  return {
    heading: pageHeading(condition),
    intro: introOf(condition),
    sections: [
      { title: 'May be asked of', lines: mayStandOn(condition) },
      { title: 'Holds where', lines: [pageLine(conditionWords(reference.condition))] },
      {
        title: 'Conditions by their names',
        lines: uses
          .flatMap((one) => catalogue.conditions.get(one) ?? [])
          .map((one) => pageLine(`${entryWords(one)}: where ${conditionWords(one.reference.condition)}`)),
      },
      { title: 'Asked by', lines: requirementsAsking(catalogue, (mentioned) => mentioned.sort === 'condition' && mentioned.name === name) },
      { title: 'Notes', lines: notes.map((note) => pageLine(note)) },
    ],
  };
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
    heading: pageHeading(mechanism),
    intro: introOf(mechanism),
    sections: [
      { title: 'Is', lines: mechanism.parents.map((name) => pageLine(entry(name, catalogue.mechanisms, 'mechanisms/'))) },
      { title: 'May stand on', lines: mayStandOn(mechanism) },
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
      { title: 'Belongs to the profiles', lines: entryLines(mechanism.homes, catalogue.profiles, 'profiles/') },
      { title: 'Is not used under the profiles', lines: entryLines(mechanism.strangers, catalogue.profiles, 'profiles/') },
      { title: 'Is offered first where', lines: mechanism.suits === undefined ? [] : [pageLine(conditionWords(mechanism.suits))] },
      { title: 'References', lines: mechanism.see.map((citation) => pageLine(citationWords(citation, catalogue))) },
      { title: 'Notes', lines: mechanism.notes.map((note) => pageLine(note)) },
    ],
  };
}

export function controlPage(control: Control, catalogue: Catalogue): Page {
  const providers = [...catalogue.mechanisms.values()].filter((mechanism) => mechanism.provides.includes(control.name));
  return {
    heading: pageHeading(control),
    intro: introOf(control),
    sections: [
      { title: 'May stand on', lines: mayStandOn(control) },
      { title: 'Asks people', lines: control.asks === undefined ? [] : [pageLine(control.asks)] },
      { title: 'Includes', lines: control.implies.map((name) => pageLine(entry(name, catalogue.controls, 'controls/'))) },
      {
        title: 'Needed by',
        lines: requirementsAsking(catalogue, ({ sort, name }) => sort === 'control' && name === control.name),
      },
      { title: 'Stops or bounds the steps of attacks', lines: stepLines(catalogue, (step) => againstStep(step).includes(control.name)) },
      { title: 'Provided by', lines: providers.map(({ name }) => pageLine(entry(name, catalogue.mechanisms, 'mechanisms/'))) },
      { title: 'Notes', lines: control.notes.map((note) => pageLine(note)) },
    ],
  };
}

export function threatPage(threat: Threat, catalogue: Catalogue): Page {
  const against = [...catalogue.requirements.values()].filter(({ mitigates }) => mitigates.includes(threat.name));
  const methods = [...catalogue.attacks.values()].filter(({ leadsTo }) => leadsTo.includes(threat.name));
  return {
    heading: pageHeading(threat),
    intro: introOf(threat),
    sections: [
      { title: 'Harms', lines: harmLines(threat, catalogue) },
      { title: 'Requirements against it', lines: against.map(({ name }) => pageLine(entry(name, catalogue.requirements))) },
      {
        title: 'Attack methods that lead to it',
        lines: entryLines(
          methods.map(({ name }) => name),
          catalogue.attacks,
          'attacks/',
        ),
      },
      { title: 'Steps of attacks that bring it about', lines: stepLines(catalogue, ({ leadsTo }) => leadsTo.includes(threat.name)) },
      { title: 'Notes', lines: threat.notes.map((note) => pageLine(note)) },
    ],
  };
}

function harmLines({ leadsTo }: Threat, catalogue: Catalogue): PageLine[] {
  if (leadsTo.length === 0) return [pageLine('none by itself: it opens the way to other threats')];
  return entryLines(leadsTo, catalogue.harms, 'harms/');
}
