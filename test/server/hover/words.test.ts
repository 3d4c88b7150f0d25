import assert from 'node:assert/strict';
import { AstUtils, GrammarAST } from 'langium';
import type { Hover } from 'vscode-languageserver';
import { keywordHover } from '../../../server/hover/keyword.js';
import { Session } from '../in-process.js';

const own = `define standard house "Riverside rules" { publisher "Riverside" edition "2026" url "https://house.example" note "Second floor." }
define attribute seals "Seals" on component : none | one | two default none
define component cabinet "Cabinet" is data-concentrator { seals = two control hardening by configuration-baseline }
define mechanism thick-door "Door" is tls, dlms-lls on link { provides link-security }
define requirement sealed "Sealed" { category c severity critical where seals = none else low applies to component where is cabinet and seals != two needs hardening see house "4" unverified because "b" }
define requirement meters { category c severity low applies to component where is cabinet needs tamper-detection see house }
define profile strict "Strict" { extends x1332-core includes sealed }
define harm dark "Darkness" also "blackout", "[out](x)"
define threat cut "Cut" { leads to dark }
define attack saw "Saw" { leads to cut }
`;
const town = `design town { profile strict }
component c is cabinet run by c { count = 1 }
component source is zone
link l: c <-> source over thick-door opened by c
`;

describe('hover on words', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({ 'own.meter': own, 'town.meter': town });
  });
  after(() => {
    session.stop();
  });
  const hover = async (file: string, part: string): Promise<string | undefined> => {
    const found = await session.request<Hover | null>('textDocument/hover', session.at(file, part));
    return (found?.contents as { value: string } | undefined)?.value;
  };

  it('says of every word of the language what it says there, in plain words', () => {
    const silent: string[] = [];
    for (const rule of session.services.Grammar.rules) {
      for (const keyword of AstUtils.streamAst(rule).filter(GrammarAST.isKeyword)) {
        if (rule.name === 'Name' || !/^[a-z]/.test(keyword.value)) continue;
        const words = keywordHover(keyword)?.split('\n\n');
        if (words?.length !== 2 || words[0] !== `\`${keyword.value}\`` || !/^[A-Z][^`@{}<>]{8,160}[.]$/.test(words[1]!)) {
          silent.push(`${rule.name} ${keyword.value}: ${words?.join(' ')}`);
        }
      }
    }
    assert.deepEqual(silent, []);
  });

  it('tells words apart by where they stand', async () => {
    assert.equal(
      await hover('town.meter', 'c |is cabinet'),
      '`is`\n\nThe kinds that it is of. A kind brings along the attributes and controls that it states.',
    );
    assert.equal(await hover('own.meter', 'where |is cabinet'), '`is`\n\nHolds of what is of this kind, directly or through others.');
    assert.equal(await hover('town.meter', 'run |by'), "`by`\n\nThe party that runs it. Without it, the zone's party counts.");
    assert.equal(await hover('town.meter', 'opened |by'), '`by`\n\nWho opens the connection; information may still go both ways.');
  });

  it('says nothing of a word of the language that is a name without a meaning, nor of signs', async () => {
    assert.equal(await hover('town.meter', 'is |zone'), undefined);
    assert.match((await hover('town.meter', '|source is'))!, /^`component source`/);
    for (const part of ['|{ profile', 'c |<->', 'l|:']) assert.equal(await hover('town.meter', part), undefined, part);
  });

  const definitions: readonly (readonly [part: string, expected: string])[] = [
    [
      'standard |house',
      `\`house\` Riverside rules

- Riverside rules, Riverside, edition 2026
- https&#58;//house.example
- cited by 2 requirements: \`sealed\`, \`meters\`
- one of these places was not checked against the text

Second floor.`,
    ],
    [
      'attribute |seals',
      `\`seals\` Seals

- on component
- holds one of \`none\`, \`one\`, \`two\`
- where nobody states it: none
- one requirement asks about it: \`sealed\``,
    ],
    [
      'profile |strict',
      `\`strict\` Strict

- extends \`x1332-core\`
- N requirements, 1 of them its own
- its own: \`sealed\``,
    ],
    ['harm |dark', `\`dark\` Darkness\n\nAlso called: blackout, \\[out\\]\\(x\\)\n\n- threats that lead to it: \`cut\``],
    ['attack |saw', `\`saw\` Saw\n\n- leads to \`cut\` Cut`],
  ];
  for (const [part, expected] of definitions) {
    it(`sums up ${part.replace('|', '')}`, async () => {
      const told = (await hover('own.meter', part))!.replace(/\d+ requirements, 1/, 'N requirements, 1');
      assert.deepEqual(told.split('\n'), expected.split('\n'));
    });
  }

  it('sums up a kind: what it is, brings, who asks about it, what is of it', async () => {
    const lines = (await hover('own.meter', 'component |cabinet'))!.split('\n').filter((line) => line.startsWith('- '));
    assert.match(lines[0]!, /^- is `data-concentrator`, /);
    assert.deepEqual(lines.slice(1), [
      '- brings `seals` = two',
      '- brings control `hardening` by `configuration-baseline`',
      '- 2 requirements ask about it: `sealed`, `meters`',
      '- 1 in this workspace: `c`',
    ]);
  });

  it('tells of a mechanism also what it grants or is weak for because of what it is', async () => {
    const told = (await hover('own.meter', 'mechanism |thick'))!;
    assert.match(told, /\*\*Provides\*\*\n\nlink-security/);
    assert.match(told, /\n- through `tls` it provides encryption, message integrity/);
    assert.match(told, /\n- through `dlms-lls` it is weak for mutual authentication \(authentication mechanism 1: /);
  });

  it('tells of a requirement whom it concerns, and what it would come to where no profile asks for it', async () => {
    assert.match((await hover('own.meter', 'requirement |meters'))!, /\*\*In this workspace\*\*\n\n- `c`: would be missing, low$/);
    assert.doesNotMatch((await hover('own.meter', 'requirement |sealed'))!, /In this workspace/);
  });
});
