import assert from 'node:assert/strict';
import type { Catalogue, Mechanism, Requirement } from '../../language/model/index.js';
import { pointsInto, clausePlaces, type KnownPlace } from '../../summary/coverage-rows.js';
import { coverageTables } from '../../tools/handbook-coverage.js';
import { createWorkspace } from '../support/workspace.js';

/** What asks nothing of anybody: that a design answers it would be said of nothing. */
const asksNothing = new Set<KnownPlace['kind']>(['scope', 'definition', 'empowerment']);

describe('the places in standards that the catalogue names', () => {
  let catalogue: Catalogue;
  let citing: readonly (Requirement | Mechanism)[];
  const documents = coverageTables.flatMap((table) => table.documents);

  /** Each place of a document with a list of its places, as `requirement: place`. */
  function* namedPlaces() {
    for (const document of documents) {
      const known = new Map(document.lists.flatMap(({ places }) => places.map((place) => [place.id, place])));
      if (known.size === 0 || document.series === true) continue;
      for (const { name, see } of citing) {
        for (const { clause } of see.filter((citation) => pointsInto(document, citation))) {
          // A reference to the whole document names no place.
          if (clause === undefined) continue;
          for (const place of clausePlaces(clause)) yield { what: `${name}: ${document.standard} ${place}`, place: known.get(place) };
        }
      }
    }
  }

  before(async () => {
    catalogue = (await createWorkspace({})).shared.meter.Designs.catalogue();
    citing = [...catalogue.requirements.values(), ...catalogue.mechanisms.values()];
  });

  it('stand in the list of their document, where there is one', () => {
    const named = [...namedPlaces()];
    assert.ok(named.length > 500);
    assert.deepEqual(
      named.filter(({ place }) => place === undefined).map(({ what }) => what),
      [],
    );
  });

  it('ask for something: none is a scope, a definition or a power to ask', () => {
    assert.deepEqual(
      [...namedPlaces()].filter(({ place }) => asksNothing.has(place?.kind)).map(({ what }) => what),
      [],
    );
    const kinds = new Set(documents.flatMap(({ lists }) => lists.flatMap(({ places }) => places.map(({ kind }) => kind))));
    assert.deepEqual([...kinds].sort(), ['definition', 'empowerment', 'organisation', 'scope', undefined]);
  });

  it('belong to an edition, unless nobody checked them', () => {
    const without = citing.flatMap(({ name, see }) =>
      see
        .filter(({ standard, unverified }) => !unverified && catalogue.standards.get(standard)?.edition === undefined)
        .map(({ standard }) => `${name}: ${standard}`),
    );
    assert.deepEqual(without, []);
  });

  it('are answered by more than a requirement that stands for others: it answers a part at most', () => {
    const bundling = [...catalogue.requirements.values()].filter(({ bundles }) => bundles.length > 0);
    assert.ok(bundling.length > 0);
    for (const { name, see } of bundling) {
      for (const { standard, clause, part } of see) {
        assert.ok(part, `${name}: ${standard} ${clause}`);
        const others = [...catalogue.requirements.values()].filter(
          (one) => !bundling.includes(one) && one.see.some((citation) => citation.standard === standard && citation.clause === clause),
        );
        assert.notEqual(others.length, 0, `${name}: ${standard} ${clause}`);
      }
    }
  });

  it('name one place once for the same elements', () => {
    const twice = citing.flatMap(({ name, see }) => {
      const keys = see.flatMap(({ standard, clause, condition }) =>
        clausePlaces(clause).map((place) => `${name}: ${standard} ${place} ${JSON.stringify(condition)}`),
      );
      return keys.filter((key, index) => keys.indexOf(key) !== index);
    });
    assert.deepEqual(twice, []);
  });
});
