import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from 'prettier';
import type { Catalogue } from '../../language/model/index.js';
import { pointsInto, inNaturalOrder, type CoverageTable } from '../../summary/coverage-rows.js';
import { coveragePages } from '../../report/coverage.js';
import { requirementsOf } from '../../review/index.js';
import { coverageTables, withCoverage, withCoverageLinks } from '../../tools/handbook-coverage.js';
import { createWorkspace } from '../support/workspace.js';

const ownCatalogue = `
define standard house "House | rules <1>" { publisher "Riverside" edition "2" url "https://example.org/house" }
define standard house-scenarios "Scenarios"
define control locks "Locks" on component
define mechanism padlock "Padlock" on component { provides locks see house "2.1", house "1.10" unverified, house "9" unverified }
define threat theft "Theft"
define threat fire "Fire"
define attack house-scenarios-s.2 "Door forced" { leads to theft }
define attack house-scenarios-s.10 "Match thrown" { leads to fire, theft }
define requirement doors "Doors" {
    category access severity high
    applies to component needs locks
    mitigates theft
    see house "1.10", house "1.2, 3-4" part unverified, house-scenarios "S.2" unverified
    because "b"
}
define requirement watch "Watch" {
    category access severity high
    applies to component needs locks
    mitigates theft, fire
    see house unverified, house "1.2" unverified
    because "b"
}
`;

const place = (id: string, title: string | null, seen: boolean) => ({ id, title, seen });
const ownTables: readonly CoverageTable[] = [
  {
    page: 'house',
    title: 'House',
    documents: [
      {
        standard: 'house',
        prefix: 'Rule ',
        titles: [place('1.10', 'Windows | doors', false)],
        lists: [
          {
            of: 'rules',
            note: 'All of them.',
            places: [place('1.2', 'Doors', true), { ...place('1.3', null, false), kind: 'scope' }, place('9', 'Bolts', true)],
          },
        ],
      },
    ],
  },
  { page: 'scenarios', title: 'Scenarios', documents: [{ standard: 'house-scenarios', scenarios: true, titles: [], lists: [] }] },
];

/** The cells of all rows of all tables of a page, without the padding. */
function rowsIn(page: string): string[][] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(2, -2)
        .split(/ \| /)
        .map((cell) => cell.trim()),
    );
}

async function own(more = '') {
  const { shared } = await createWorkspace({ 'own.meter': `${ownCatalogue}${more}` }, { catalogue: false });
  const catalogue = shared.meter.Designs.catalogue();
  const requirements = [...catalogue.requirements.values()];
  return { catalogue, pages: coveragePages(ownTables, requirements, catalogue) };
}

describe('coverage of documents', () => {
  it('sorts places as documents do', () => {
    const places = [
      'SR 1.10',
      'whole document',
      'SR 2.1',
      'SR 1.2',
      'SR 1.1',
      '21(2)(j)',
      '6(1)(a)',
      '21(2)(b)',
      '21',
      'Annex IV',
      'Annex I Part II',
    ];
    const sorted = [
      'whole document',
      '6(1)(a)',
      '21',
      '21(2)(b)',
      '21(2)(j)',
      'Annex I Part II',
      'Annex IV',
      'SR 1.1',
      'SR 1.2',
      'SR 1.10',
      'SR 2.1',
    ];
    assert.deepEqual(places.sort(inNaturalOrder), sorted);
  });

  it('sorts the same whatever the order in which the catalogue names them', () => {
    const name = fc.constantFrom('SR 1', 'SR 01', 'SR 1.', 'SR', '1', '1.2', '1.10', '10', 'a1b', 'whole document', '');
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        assert.equal(Math.sign(inNaturalOrder(a, b)), -Math.sign(inNaturalOrder(b, a)) + 0);
        if (inNaturalOrder(a, b) < 0 && inNaturalOrder(b, c) < 0) assert.ok(inNaturalOrder(a, c) < 0);
      }),
    );
  });

  it('lists each place once with what names it, and says which of the references are unverified', async () => {
    const page = (await own()).pages.get('coverage/house.md')!;
    const rows = rowsIn(page);
    const [doors, watch, padlock] = ['[doors](../doors.md)', '[watch](../watch.md)', '[padlock](../mechanisms/padlock.md)'];
    assert.deepEqual(rows.slice(2, 9), [
      ['whole document', '', watch, '', 'unverified'],
      ['Rule 1.2', 'Doors', `${doors} (part), ${watch}`, '', 'unverified'],
      ['Rule 1.10', 'Windows \\| doors \\(title unverified\\)', doors, padlock, `checked; unverified: ${padlock}`],
      ['Rule 2.1', '', 'none', padlock, 'checked'],
      ['Rule 3', '', `${doors} (part)`, '', 'unverified'],
      ['Rule 4', '', `${doors} (part)`, '', 'unverified'],
      ['Rule 9', 'Bolts', 'none', padlock, 'unverified'],
    ]);
    assert.match(page, /\n2 requirements and 1 mechanism name 7 places: 9 references, 7 of them unverified\.\n/);
    assert.match(page, /^Publisher: Riverside\. Edition: 2\. Text: <https:\/\/example\.org\/house>\. /m);
  });

  it('lists what no requirement names, though a mechanism does', async () => {
    const page = (await own()).pages.get('coverage/house.md')!;
    assert.match(
      page,
      /\n## Not covered: rules\n\n1 of the 3 rules in the list is named by a requirement\. No requirement names these 2\. All of them\.\n/,
    );
    assert.deepEqual(rowsIn(page).slice(11), [
      ['Rule 1.3', 'not known', 'unverified', 'scope', ''],
      ['Rule 9', 'Bolts', 'checked', '', '[padlock](../mechanisms/padlock.md)'],
    ]);
  });

  it('lists each scenario with its threats, what names it, and once for each threat what is against it', async () => {
    const page = (await own()).pages.get('coverage/scenarios.md')!;
    const [theft, fire] = ['[theft](../threats/theft.md)', '[fire](../threats/fire.md)'];
    assert.deepEqual(rowsIn(page).slice(2), [
      ['S.2', 'Door forced', theft, '[doors](../doors.md)', 'unverified'],
      ['S.10', 'Match thrown', `${fire}, ${theft}`, 'none', ''],
      ['Threat', 'Title', 'Scenarios that lead to it', 'Requirements that mitigate it'],
      [theft.length, 5, 25, 42].map((width) => '-'.repeat(width)),
      [theft, 'Theft', 'S.2, S.10', '[doors](../doors.md), [watch](../watch.md)'],
      [fire, 'Fire', 'S.10', '[watch](../watch.md)'],
    ]);
  });

  it('stays as it is where a requirement comes that names no document of it', async () => {
    const more = 'define requirement gate "Gate" { category access severity low applies to component needs locks because "b" }';
    assert.deepEqual((await own(more)).pages, (await own()).pages);
  });

  it('makes the references of a page lead to it', async () => {
    const { catalogue } = await own();
    const { see } = catalogue.requirements.get('doors')!;
    const page = '## References\n\n- House \\| rules &lt;1&gt;, 1.10\n- Scenarios, S.2 \\(not checked against the text\\)\n- Other, 1.10\n';
    assert.equal(
      withCoverageLinks(page, see, ownTables, catalogue, '../'),
      '## References\n\n- [House \\| rules &lt;1&gt;](../coverage/house.md), 1.10\n- [Scenarios](../coverage/scenarios.md), S.2 \\(not checked against the text\\)\n- Other, 1.10\n',
    );
  });
});

describe('coverage by the built-in catalogue', () => {
  let catalogue: Catalogue;
  let pages: ReadonlyMap<string, string>;
  const pageOf = (page: string) => pages.get(`coverage/${page}.md`)!;

  before(async () => {
    catalogue = (await createWorkspace({})).shared.meter.Designs.catalogue();
    pages = withCoverage(new Map([['README.md', '# R\n\nIntro.\n\n## first\n']]), requirementsOf(['x1332'], catalogue), catalogue);
  });

  it('has a page for each table, which Prettier would not change', async () => {
    assert.equal(pages.size, coverageTables.length + 2);
    for (const [file, text] of pages) {
      assert.ok(await check(text, { parser: 'markdown', printWidth: 140 }), file);
      assert.ok(file === 'README.md' || pages.get('coverage/README.md')!.length > 0);
    }
    for (const { page } of coverageTables) {
      for (const from of ['README.md', 'coverage/README.md']) assert.ok(pages.get(from)!.includes(`${page}.md)`), `${from} to ${page}`);
    }
  });

  it('shows every reference of a requirement or mechanism to a document that has a table', () => {
    let shown = 0;
    for (const table of coverageTables) {
      const rows = rowsIn(pageOf(table.page));
      for (const { name, see } of [...requirementsOf(['x1332'], catalogue), ...catalogue.mechanisms.values()]) {
        for (const citation of see.filter((one) => table.documents.some((document) => pointsInto(document, one)))) {
          const mine = rows.filter((cells) => cells.slice(1).some((cell) => cell.includes(`/${name}.md)`)));
          const first = citation.clause?.split(', ')[0]!.replace(/^(\d+)-\d+$/, '$1');
          const words = first?.replace(/[()]/g, '\\$&').replace(/^(\d+)\.(?=\d)/, '$1\\.');
          const found = mine.filter(([cell]) => words === undefined || cell === words || cell === `Article ${words}`);
          assert.ok(found.length > 0, `${name}: ${citation.standard} ${words}`);
          assert.ok(found.some((cells) => cells.at(-1)!.startsWith(citation.unverified ? 'unverified' : 'checked')) || citation.unverified);
          shown++;
        }
      }
    }
    assert.ok(shown > 400);
  });

  it('leaves out no document of the families that it has tables of', () => {
    const families =
      /^(nistir-7628|iec-62443|iec-62351|iso-iec-270(02|19)|gdpr|directive-eu-2022-2555|regulation-eu-2024-2847|delegated-regulation-eu-2024-1366|etsi-en-303-645|nescor)/;
    const named = [...catalogue.requirements.values(), ...catalogue.mechanisms.values()].flatMap(({ see }) => see);
    const documents = coverageTables.flatMap((table) => table.documents);
    const missing = named.filter((one) => families.test(one.standard) && !documents.some((document) => pointsInto(document, one)));
    assert.deepEqual(missing, []);
  });

  it('has each place of its lists either named by a requirement or among those not covered', () => {
    for (const table of coverageTables) {
      const page = pageOf(table.page);
      const sections = table.documents.length === 1 ? [page] : page.split(/\n## /).slice(1);
      for (const [index, { prefix, lists }] of table.documents.entries()) {
        const [covered, ...open] = sections[index]!.split('Not covered: ');
        const ids = lists.flatMap(({ places }) => places.map(({ id }) => `${prefix ?? ''}${id}`));
        assert.deepEqual([...ids], [...new Set(ids)].sort(inNaturalOrder), table.page);
        const naming = rowsIn(covered!).filter((cells) => /\]\(\.\.\/[a-z-]+\.md\)/.test(cells.join('|')));
        const plain = ([cell]: readonly string[]) => cell!.replace(/\\(.)/g, '$1');
        const above = new Set(naming.map(plain));
        const below = new Set(open.flatMap((text) => rowsIn(text.split(/\n##+ /)[0]!).map(plain)));
        for (const id of ids) assert.notEqual(above.has(id), below.has(id), `${table.page}: ${id}`);
      }
    }
  });

  it('has a row for each attack method of NESCOR', () => {
    const scenarios = rowsIn(pageOf('nescor-ami')).filter(([cell]) => cell!.startsWith('AMI.'));
    // Attacks that the catalogue adds to those of NESCOR stand in no table of its scenarios.
    const named = [...catalogue.attacks.values()].filter(({ name }) => name.startsWith('nescor-'));
    assert.ok(named.length > 0 && named.length < catalogue.attacks.size);
    for (const { name, leadsTo } of named) {
      const row = scenarios.find(([cell]) => cell === name.replace('nescor-', '').toUpperCase());
      for (const threat of leadsTo) assert.ok(row?.[2]!.includes(`[${threat}](../threats/${threat}.md)`), `${name}: ${threat}`);
    }
  });
});
