import { kindTable } from '../../language/semantics/index.js';
import { importPaths } from './auto-import.js';
import { largestFirst } from './catalogue.js';
import { decidable, decidableTargets } from './decisions.js';
import { daysFrom } from './days.js';
import { definitionForms } from './definitions.js';
import { elementOffers } from './elements.js';
import { freeElementName } from '../../language/wellformed/free-name.js';
import { exampleOf } from './kinds.js';
import { linksOf } from './paths.js';
import type { Situation } from './situation.js';

/** A whole statement with places to fill in, which hold names that exist; undefined where there are none to put there. */
export function formFor(statement: string, situation: Situation): string | undefined {
  const form = forms[statement];
  if (form !== undefined) return form(situation);
  return statement.startsWith('define ') || statement === 'cite' ? definitionForms(statement, situation) : undefined;
}

const forms: Readonly<Record<string, (situation: Situation) => string | undefined>> = {
  import: (situation) => {
    const [first] = importPaths(situation);
    return first && `import "\${1:${first.path}}"`;
  },
  design: (situation) => {
    const [profile] = largestFirst(situation.catalogue.profiles.values());
    if (profile === undefined) return undefined;
    const lines = [
      `design \${1:${freshElement('new-design', situation)}} "\${2:Title}" {`,
      '    version "${3:1.0}"',
      '    owner "${4:Owner}"',
      `    profile \${5:${profile.name}}`,
      '}',
    ];
    return lines.join('\n');
  },
  zone: (situation) => element('zone', situation),
  component: (situation) => {
    const start = element('component', situation);
    const [zone] = declared('Zone', situation);
    return start === undefined || zone === undefined ? start : `${start} in \${4:${zone}}`;
  },
  data: (situation) => element('data', situation),
  link: (situation) => {
    const ends = unlinked(situation);
    return ends && `link \${1:${freshElement('new-link', situation)}} "\${2:Title}": \${3:${ends[0]}} <-> \${4:${ends[1]}}`;
  },
  flow: (situation) => {
    const ends = linkedOnce(situation);
    const service = exampleOf(kindTable('flow', situation.catalogue));
    if (ends === undefined || service === undefined) return undefined;
    const [data] = declared('Data', situation);
    const start = `flow \${1:${freshElement('new-flow', situation)}} "\${2:Title}" is \${3:${service}}: \${4:${ends[0]}} -> \${5:${ends[1]}}`;
    return data === undefined ? start : `${start} carries \${6:${data}}`;
  },
  accept: (situation) => {
    const start = decision('accept', situation);
    const day = daysFrom(situation.snapshot.settings.date).at(-1)!.day;
    return start && `${start} until \${3:${day}} because "\${4:reason}" by "\${5:who decided}"`;
  },
  exclude: (situation) => {
    const start = decision('exclude', situation);
    return start && `${start} because "\${3:reason}" by "\${4:who decided}"`;
  },
};

function element(sort: string, situation: Situation): string | undefined {
  const kind = exampleOf(kindTable(sort, situation.catalogue));
  return kind && `${sort} \${1:${freshElement(`new-${sort}`, situation)}} "\${2:Title}" is \${3:${kind}}`;
}

function decision(verb: string, situation: Situation): string | undefined {
  const [requirement] = decidable({ ...situation, statement: nothing });
  if (requirement === undefined) return undefined;
  const named = [{ image: verb }, { image: requirement.label }, { image: 'on' }] as unknown as Situation['statement']['before'];
  const [target] = decidableTargets({ ...situation, statement: { ...nothing, before: named } });
  return target && `${verb} \${1:${requirement.label}} on \${2:${target.label}}`;
}

const nothing: Situation['statement'] = { before: [], after: [], brace: -1, item: -1, items: [], takesAttributes: false };

function declared(type: string, situation: Situation): string[] {
  return elementOffers([type], { ...situation, listed: new Set() })
    .filter(({ edits }) => edits === undefined)
    .map(({ label }) => label);
}

/** Two components that no link joins yet, those first that no link joins with anything. */
function unlinked(situation: Situation): readonly [string, string] | undefined {
  const components = declared('Component', situation);
  const neighbours = new Map<string, Set<string>>(components.map((name) => [name, new Set()]));
  for (const { sources, targets } of linksOf(situation)) {
    for (const from of sources) {
      for (const to of targets) {
        neighbours.get(from)?.add(to);
        neighbours.get(to)?.add(from);
      }
    }
  }
  const fewest = [...neighbours].sort((a, b) => a[1].size - b[1].size);
  for (const [from, known] of fewest) {
    const to = components.find((name) => name !== from && !known.has(name));
    if (to !== undefined) return components.indexOf(from) < components.indexOf(to) ? [from, to] : [to, from];
  }
  return undefined;
}

/** The ends of a link beside which no other joins them. */
function linkedOnce(situation: Situation): readonly [string, string] | undefined {
  const seen = new Set(declared('Component', situation));
  const pairs = new Map<string, { pair: readonly [string, string]; count: number }>();
  for (const { sources, targets, twoWay } of linksOf(situation)) {
    for (const from of sources) {
      for (const to of targets) {
        for (const pair of twoWay
          ? ([
              [from, to],
              [to, from],
            ] as const)
          : ([[from, to]] as const)) {
          const key = pair.join(' ');
          pairs.set(key, { pair, count: (pairs.get(key)?.count ?? 0) + 1 });
        }
      }
    }
  }
  return [...pairs.values()].find(({ pair, count }) => count === 1 && pair[0] !== pair[1] && pair.every((end) => seen.has(end)))?.pair;
}

/** A name that nothing in the file or in its designs has. */
function freshElement(start: string, { snapshot, document, designs, cursor }: Situation): string {
  const visible = snapshot.elementsFrom(document);
  const written = [...cursor.before, ...cursor.after].map(({ image }) => image);
  return freeElementName(start, designs, new Set([...written, ...visible.keys()]));
}
