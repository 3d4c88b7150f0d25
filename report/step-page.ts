import { needWords } from '../language/semantics/index.js';
import type { AttackStep, Catalogue, Position } from '../language/model/index.js';
import { holdsWords } from './conditions.js';
import { pageLine, type Page, type PageLine } from './page.js';
import { againstStep, entryLines, textLines, pageHeading, introOf, notesOf, referencesOf } from './page-parts.js';

/** A step of attacks: where it can be taken, what it asks of an attacker and gives them, and what stops it. */
export function stepPage(step: AttackStep, catalogue: Catalogue): Page {
  const { from, to, unless, bounds, leadsTo } = step;
  const harms = leadsTo.flatMap((name) => catalogue.threats.get(name)?.leadsTo ?? []);
  const counted = [...catalogue.harms.values()].filter(({ counts }) => to.some(({ hold }) => hold === counts?.hold));
  return {
    heading: pageHeading(step),
    intro: [...introOf(step), `Effort: ${step.effort}`],
    sections: [
      { title: 'Why', lines: textLines(step.because) },
      { title: 'Where it can be taken', lines: [whereLine(step)] },
      {
        title: 'What the attacker needs',
        lines:
          from.length === 0 ? [pageLine('nothing: anybody can begin with it')] : from.map((one) => positionLine(one, step.sort, 'any')),
      },
      { title: 'What it gives', lines: to.map((one) => positionLine(one, step.sort, 'each')) },
      {
        title: unless.length > 1 ? 'What stops it, each by itself' : 'What stops it',
        lines:
          unless.length === 0 ? [pageLine('nothing: where it can be taken, it works')] : unless.map((need) => pageLine(needWords(need))),
      },
      { title: 'What bounds it, and does not stop it', lines: bounds.map((need) => pageLine(needWords(need))) },
      { title: 'Controls against it', lines: entryLines(againstStep(step), catalogue.controls, 'controls/') },
      {
        title: 'Attacks that it is a step of',
        lines: entryLines(
          [...catalogue.attacks.values()]
            .filter(({ sequences }) => sequences.some((one) => one.includes(step.name)))
            .map(({ name }) => name),
          catalogue.attacks,
          'attacks/',
        ),
      },
      { title: 'Threats that it brings about', lines: entryLines(leadsTo, catalogue.threats, 'threats/') },
      { title: 'Harms that these lead to', lines: entryLines(new Set(harms), catalogue.harms, 'harms/') },
      {
        title: 'Harms that are counted by what it gives',
        lines: entryLines(
          counted.map(({ name }) => name),
          catalogue.harms,
          'harms/',
        ),
      },
      { about: 'references', title: 'References', lines: referencesOf(step, catalogue) },
      { title: 'Notes', lines: notesOf(step) },
    ],
  };
}

function whereLine({ sort, condition }: AttackStep): PageLine {
  return pageLine(`each ${sort}${condition === undefined ? '' : ` that ${holdsWords(condition)}`}`);
}

/** `control of any relay`: of several it needs one, and gives each. */
function positionLine({ hold, extent, role, inDesign, that }: Position, sort: string, ofSeveral: 'any' | 'each'): PageLine {
  const one = inDesign ? `${ofSeveral} ${role} in the design` : isSingle(role, sort) ? `the ${role}` : `${ofSeveral} ${role}`;
  const who = role === 'party' ? 'the organisation that runs it' : one;
  const where =
    that === undefined ? '' : isSingle(role, sort) && !inDesign ? `, where it ${holdsWords(that)}` : ` that ${holdsWords(that)}`;
  return pageLine(`${holdWords[hold]} ${extent === undefined ? '' : extentWords[extent]}${who}${where}`);
}

/** Whether the element has one of them at most. */
function isSingle(role: Position['role'], sort: string): boolean {
  return role === sort || role === 'source' || role === 'target' || role === 'party';
}

const holdWords: Readonly<Record<Position['hold'], string>> = {
  control: 'control of',
  keys: 'the keys of',
  access: 'access to',
  order: 'an order of',
  switching: 'switching of',
  falsifying: 'falsifying of',
  reading: 'reading of',
};

const extentWords: Readonly<Record<NonNullable<Position['extent']>, string>> = {
  one: 'one instance, and no more, of ',
  some: 'some instances, nobody says how many, of ',
  all: 'every instance of ',
};
