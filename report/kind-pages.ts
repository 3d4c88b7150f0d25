import { clauseWords, demandsOf, kindTable, lineage, operandWords, rolesInService, wayOfRoles } from '../language/semantics/index.js';
import type { AttackMethod, Attribute, Catalogue, Harm, Kind, Profile, Setting, Standard } from '../language/model/index.js';
import { counteredBy } from '../reach/index.js';
import { leftOut, requirementsOf, standardName } from '../review/index.js';
import { pageLine, type Page, type PageLine } from './page.js';
import { requirementsAsking, entry, entryLines, textLines, pageHeading, introOf, notesOf, mayStandOn, referencesOf } from './page-parts.js';

/** A kind of component or zone, a class of data, a service. `folder` is that of its sort. */
export function kindPage(kind: Kind, catalogue: Catalogue, folder: string): Page {
  const sort = kind.sort === 'service' ? 'flow' : kind.sort;
  const table = kindTable(sort, catalogue);
  const above = [...lineage(kind.parents, table).keys()].filter((name) => name !== kind.name);
  const below = [...table.values()].filter(({ parents }) => parents.includes(kind.name)).map(({ name }) => name);
  const mechanisms = kind.mechanisms.map(({ mechanism }) => mechanism);
  return {
    heading: pageHeading(kind),
    intro: introOf(kind),
    sections: [
      { title: 'Who takes part', lines: roleLines(kind, catalogue) },
      { title: 'Is', lines: entryLines(above, table, folder) },
      { title: 'Kinds of it', lines: entryLines(below, table, folder) },
      { title: 'States', lines: kind.settings.map((setting) => settingLine(setting, catalogue)) },
      { title: 'Has the controls', lines: controlLines(kind, catalogue) },
      { title: 'Uses', lines: entryLines(mechanisms, catalogue.mechanisms, 'mechanisms/') },
      { title: 'Takes part in', lines: takingLines(kind, catalogue) },
      { title: 'Is not for a component that states', lines: (kind.excludes ?? []).map((setting) => settingLine(setting, catalogue)) },
      {
        title: 'Asked by',
        lines: requirementsAsking(
          catalogue,
          ({ sort, name }) => name === kind.name && (sort === 'kind' || (kind.sort !== 'service' && sort === kind.sort)),
        ),
      },
      { title: 'Notes', lines: notesOf(kind) },
    ],
  };
}

/** The way in one line, then each role with the kinds that take it. */
function roleLines({ name, roles: own }: Kind, catalogue: Catalogue): PageLine[] {
  const roles = own === undefined ? [] : rolesInService(name, catalogue);
  if (roles.length === 0) return [];
  return [
    pageLine(wayOfRoles(roles)),
    ...roles.map((role) =>
      pageLine(
        `${role.title ?? role.name}: `,
        ...role.kinds.flatMap((kind, at) => [at === 0 ? '' : ', ', entry(kind, catalogue.componentKinds, 'components/')]),
      ),
    ),
  ];
}

/** The services in which a kind of component takes part, each with its role. */
function takingLines({ sort, name }: Kind, catalogue: Catalogue): PageLine[] {
  if (sort !== 'component') return [];
  const own = lineage([name], catalogue.componentKinds);
  return [...catalogue.services.values()].flatMap((service) =>
    (service.roles ?? [])
      .filter(({ kinds }) => kinds.some((kind) => own.has(kind)))
      .map((role) => pageLine(entry(service.name, catalogue.services, 'services/'), `: ${role.title ?? role.name}`)),
  );
}

function settingLine({ attribute, value }: Setting, catalogue: Catalogue): PageLine {
  return pageLine(entry(attribute, catalogue.attributes, 'attributes/'), ` = ${operandWords(value)}`);
}

function controlLines({ controls }: Kind, catalogue: Catalogue): PageLine[] {
  return controls.map(({ control, mechanisms }) =>
    pageLine(
      entry(control, catalogue.controls, 'controls/'),
      ...mechanisms.flatMap((name, at) => [at === 0 ? ' by ' : ', ', entry(name, catalogue.mechanisms, 'mechanisms/', true)]),
    ),
  );
}

export function attributePage(attribute: Attribute, catalogue: Catalogue): Page {
  const { name, type, default: silence, asks, counts } = attribute;
  const takes = type.kind === 'words' ? `one of ${type.words.join(', ')}` : typeWords[type.kind];
  return {
    heading: pageHeading(attribute),
    intro: introOf(attribute),
    sections: [
      { title: counts === undefined ? 'May stand on' : 'Computed of', lines: mayStandOn(attribute) },
      { title: 'Holds', lines: [pageLine(takes)] },
      {
        title: counts === undefined ? 'Where nobody states it' : 'Stated by',
        lines: [
          pageLine(
            counts === undefined ? silenceWords(silence) : 'nobody: a review computes it from the design, and requirements ask for it',
          ),
        ],
      },
      { title: 'Asks people', lines: textLines(asks) },
      { title: 'Asked by', lines: requirementsAsking(catalogue, (mentioned) => mentioned.sort === 'attribute' && mentioned.name === name) },
      { title: 'Notes', lines: notesOf(attribute) },
    ],
  };
}

function silenceWords(silence: Attribute['default']): string {
  return silence === undefined ? 'it is not known' : operandWords(silence);
}

const typeWords: Readonly<Record<Exclude<Attribute['type']['kind'], 'words'>, string>> = {
  boolean: 'true or false',
  duration: 'a duration, such as 13 months',
  integer: 'a whole number',
  date: 'a day, such as 2027-06-30',
  text: 'a text or a word',
};

export function standardPage(standard: Standard, catalogue: Catalogue): Page {
  const { name, publisher, edition, url, source } = standard;
  return {
    heading: pageHeading(standard),
    intro: [
      [standardName(name, catalogue), publisher, edition === undefined ? undefined : `edition ${edition}`]
        .filter((part) => part !== undefined)
        .join(', '),
      ...(url === undefined ? [] : [url]),
      ...introOf(standard),
      ...(source ? ['A source: none of its places asks for anything.'] : []),
    ],
    sections: [
      { title: 'Requirements that name its places', lines: citedBy(name, catalogue.requirements, '') },
      { title: 'Mechanisms that name its places', lines: citedBy(name, catalogue.mechanisms, 'mechanisms/') },
      { title: 'Harms that name its places', lines: citedBy(name, catalogue.harms, 'harms/') },
      { title: 'Steps of attacks that name its places', lines: citedBy(name, catalogue.steps, 'steps/') },
      { title: 'Notes', lines: notesOf(standard) },
    ],
  };
}

/** `NAME (title): SR 1.1, SR 1.2 (not checked against the text)` */
function citedBy(
  standard: string,
  table: Catalogue['requirements'] | Catalogue['mechanisms'] | Catalogue['harms'] | Catalogue['steps'],
  folder: string,
): PageLine[] {
  return [...table.values()].flatMap(({ name, see }) => {
    const places = see
      .filter((citation) => citation.standard === standard)
      .map(({ clause, unverified }) => `${clause ?? 'the whole'}${unverified ? ' (not checked against the text)' : ''}`);
    return places.length === 0 ? [] : [pageLine(entry(name, table, folder), `: ${places.join(', ')}`)];
  });
}

export function harmPage(harm: Harm, catalogue: Catalogue): Page {
  const threats = [...catalogue.threats.values()].filter(({ leadsTo }) => leadsTo.includes(harm.name)).map(({ name }) => name);
  return {
    heading: pageHeading(harm),
    intro: introOf(harm),
    sections: [
      { title: 'Threats that lead to it', lines: entryLines(threats, catalogue.threats, 'threats/') },
      { title: 'References', lines: referencesOf(harm, catalogue) },
      { title: 'Notes', lines: notesOf(harm) },
    ],
  };
}

export function attackPage(attack: AttackMethod, catalogue: Catalogue): Page {
  const { basis, names } = counteredBy(attack, catalogue);
  const steps = attack.sequences.map((sequence) =>
    pageLine(...sequence.flatMap((step, at) => [...(at === 0 ? [] : [', then ']), entry(step, catalogue.steps, 'steps/', true)])),
  );
  return {
    heading: pageHeading(attack),
    intro: introOf(attack),
    sections: [
      { title: 'Threats that it brings about', lines: entryLines(attack.leadsTo, catalogue.threats, 'threats/') },
      { title: steps.length > 1 ? 'How it is done, in one of these ways' : 'How it is done', lines: steps },
      {
        title: basis === 'named' ? 'Requirements that name it' : 'Requirements against these',
        lines: entryLines(names, catalogue.requirements),
      },
      { about: 'references', title: 'References', lines: referencesOf(attack, catalogue) },
      { title: 'Notes', lines: notesOf(attack) },
    ],
  };
}

export function profilePage(profile: Profile, catalogue: Catalogue): Page {
  const { name } = profile;
  const all = requirementsOf([name], catalogue);
  return {
    heading: pageHeading(profile),
    intro: introOf(profile),
    sections: [
      { title: 'Extends', lines: entryLines(profile.extends, catalogue.profiles, 'profiles/') },
      {
        title: 'Leaves out',
        lines: leftOut([name], catalogue).map((one) =>
          pageLine(entry(one.requirement, catalogue.requirements), ` by ${one.profile}: ${one.because}`),
        ),
      },
      {
        title: 'Every accept needs',
        lines: demandsOf([name], catalogue).map(({ clause, profile: by }) =>
          pageLine(`${clauseWords[clause]}${by === name ? '' : ` (${by})`}`),
        ),
      },
      {
        title: 'Asks for',
        lines: entryLines(
          all.map((one) => one.name),
          catalogue.requirements,
        ),
      },
      { title: 'Notes', lines: notesOf(profile) },
    ],
  };
}
