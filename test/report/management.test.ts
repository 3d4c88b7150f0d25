import assert from 'node:assert/strict';
import { managementSummary } from '../../report/management.js';
import { reviewFiles } from '../support/designs.js';

const catalogue = `
define control lock "Lock" on component
define control seal "Seal" on component { asks "Who sealed it, and when?" }
define control cover "Cover" on link
define attribute party on component, zone : own or partner
define component box "Box"
define requirement shut "Everything is locked" { category safety severity high applies to component where is box needs lock guidance "Fit a lock. Any lock will do." }
define requirement sealed "Seals are of a notary" { category proof severity critical applies to component where is box needs seal guidance "Ask a notary (for example Mr. Lane) for a seal." }
define requirement covered "Links are covered" { category safety severity low applies to link needs cover }
define profile plain "Plain" { includes shut, sealed, covered }
`;

async function summaryOf(files: Record<string, string>) {
  const { reviewed } = await reviewFiles({ 'own.meter': catalogue, ...files }, { catalogue: false });
  const designs = reviewed.assessments.filter(({ architecture }) => !architecture.design.implicit);
  return managementSummary({ ...reviewed, assessments: designs }).map(({ title, sentences, items }) => ({
    title,
    sentences,
    items: items.map(({ head, severity, words }) => `${head} (${severity ?? 'no severity'}): ${words}`),
  }));
}

const plan = `design plan "Town plan" { profile plain version "2" owner "The board" }
component firm "The firm"
component a is box { control lock control seal planned for 2027-03-01 }
component b is box run by firm
component c is box { control lock evidence "Test 3" }
link wire: a -> b
accept covered on wire until 2027-02-01 because "Short" by "Lane"
`;

describe('the management summary', () => {
  it('says in sentences what was reviewed, how it stands, what to do first, what nobody stated, and who has to act', async () => {
    assert.deepEqual(await summaryOf({ 'plan.meter': plan }), [
      {
        title: 'What was reviewed',
        sentences: [
          'Town plan, version 2, of The board was reviewed as of 2026-11-24 against profile plain ("Plain"): 3 requirements, on the design itself, 4 components and 1 link.',
        ],
        items: [],
      },
      {
        title: 'How it stands',
        // b: lock and seal; c: seal. Met: the locks of a and c.
        sentences: [
          '3 findings (2 critical, 1 high), most of them about proof (2) and safety (1).',
          '1 more waits for what is planned; that counts beside the findings.',
          'Of the 7 times that a requirement asks something of an element, 2 are met and 1 is accepted or excluded by a decision.',
          'Decisions: 1 in force (the next ends on 2027-02-01, 69 days left).',
        ],
        items: [],
      },
      {
        title: 'The two things to do first',
        sentences: [],
        items: [
          "Seals are of a notary (critical): Seal missing on box 'b' (and on 'c'). Ask a notary (for example Mr. Lane) for a seal.",
          "Everything is locked (high): Lock missing on box 'b'. Fit a lock.",
        ],
      },
      {
        title: 'What nobody has stated',
        sentences: [
          '1 of 2 controls that are stated names no evidence.',
          '2 of 2 met rest on a statement alone.',
          '2 questions that only people can answer:',
        ],
        items: ['Who sealed it, and when? (critical): About seal of b and c', 'What brings lock about here? (high): About lock of b'],
      },
      {
        title: 'Who has to act',
        sentences: [],
        items: [
          'The board, whose design it is (critical): 1 finding (1 critical), 1 planned',
          'The firm (firm) (critical): 2 findings (1 critical, 1 high)',
          'Seal on a (no severity): Planned for 2027-03-01',
          'Lane (no severity): Accepted "Links are covered" on wire; that ends on 2027-02-01',
        ],
      },
    ]);
  });

  it('tells what several designs lack once, and who has to act for several once', async () => {
    const other = (name: string) => `design ${name} { profile plain owner "The board" }\ncomponent ${name}-box is box { control lock }\n`;
    const [reviewedPart, , first, , acting] = await summaryOf({ 'a.meter': other('a'), 'b.meter': other('b') });
    assert.deepEqual(reviewedPart!.sentences.length, 2);
    assert.deepEqual(first, {
      title: 'What to do first',
      sentences: [],
      items: ["Seals are of a notary (critical): Seal missing on box 'a-box' in a. Ask a notary (for example Mr. Lane) for a seal."],
    });
    assert.deepEqual(acting!.items, ['The board, whose design it is (critical): 2 findings (2 critical)']);
  });

  it('says so where nothing is open', async () => {
    const [, stands, ...rest] = await summaryOf({ 'a.meter': 'design a { profile plain }\n' });
    assert.deepEqual(stands!.sentences[0], 'Nothing that the profiles ask for is missing or weak.');
    assert.deepEqual(
      rest.map(({ sentences }) => sentences),
      [['No question is left that only people can answer.']],
    );
  });
});
