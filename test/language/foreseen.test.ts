import assert from 'node:assert/strict';
import { foreseenIn } from '../../language/wellformed/foreseen/find.js';
import { foreseen } from '../../language/wellformed/foreseen/table.js';
import type { Repair } from '../../language/wellformed/mistake.js';
import { edited } from '../../language/writing/index.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

const base = [
  'design town { profile x1332 }',
  'zone home is customer-premises',
  'zone dmz is head-end-dmz',
  'data values is interval-consumption',
  'data cut is disconnect-command',
  'component meter is smart-meter in home { stores values }',
  'component hes is head-end in dmz',
  'link radio: meter <-> hes over lte',
  'flow daily is scheduled-reading: meter -> hes carries values',
];

const arrow = "An arrow is written '->', or '<->' for both ways.";
const day = 'A day is written as year, month and day, such as 2027-06-30.';
const digits = 'A whole number is written without marks between its digits.';
const list = 'Names in a list are separated by commas.';
const kind = "What something is comes after the word 'is'.";
const quotes = 'A text stands in straight double quotes ("...").';
const comment = "A comment begins with '//'.";
const over = "The protocols stand after 'over'.";
const duration = "'retention' takes a duration, such as 15 minutes or 13 months.";

/**
 * What is written, with what is wrong between `‹` and `›`; the message; what a repair makes of the line, `=` where `fix --mistakes` takes
 * it and `?` where the author chooses. `C{...}` is a component with a body, `D{...}` data, `A ...` a decision.
 */
// prettier-ignore
const table: readonly (readonly [written: string, message: string, ...repaired: string[]])[] = [
  ['link x: ‹meter <- hes› over lte', "An arrow points to the right, to where information goes: write '->' and change the sides.", '= link x: hes -> meter over lte'],
  ['flow x: meter ‹<->› hes carries values', "A flow goes one way. Write '->', and name what comes back on the same way after 'returns'.", '? flow x: meter -> hes carries values'],
  ['link x: meter ‹-->› hes', arrow, '= link x: meter -> hes'],
  ['link x: meter ‹=>› hes', arrow, '= link x: meter -> hes'],
  ['link x: meter ‹->>› hes', arrow, '= link x: meter -> hes'],
  ['link x: meter ‹→› hes', arrow, '= link x: meter -> hes'],
  ['link x: meter ‹<-->› hes', arrow, '= link x: meter <-> hes'],
  ['link x: meter ‹--› hes', "A link says where information goes: '->' one way, '<->' both ways.", '? link x: meter <-> hes', '? link x: meter -> hes'],
  ['link x: meter ‹-->|reads|› hes', "An arrow has no label. Write '->', and name what it carries after 'carries'.", '? link x: meter -> hes'],
  ['link ‹meter <-> hes› over lte', "A link has a name, and ':' behind it, before the components that it joins.", '? link meter-hes: meter <-> hes over lte'],
  ['‹meter -> hes›', "Components are joined by a link, which begins with the word 'link' and a name.", '? link meter-hes: meter -> hes'],
  ['link x ‹from meter to hes›', "The two ends of a link stand behind ':', with an arrow between them.", '? link x: meter <-> hes', '? link x: meter -> hes'],
  ['link x ‹between meter and hes› over lte', "The two ends of a link stand behind ':', with an arrow between them.", '= link x: meter <-> hes over lte'],
  ['link x: meter <-> hes over lte ‹+› tls-1.3', list, '= link x: meter <-> hes over lte, tls-1.3'],
  ['link x: meter <-> hes over lte ‹and› tls-1.3', list, '= link x: meter <-> hes over lte, tls-1.3'],
  ['link x: meter <-> hes over lte ‹&› tls-1.3', list, '= link x: meter <-> hes over lte, tls-1.3'],
  ['link x: meter <-> hes over ‹[lte, tls-1.3]›', 'A list stands without brackets.', '= link x: meter <-> hes over lte, tls-1.3'],
  ['link x: meter <-> hes over ‹(lte, tls-1.3)›', 'A list stands without brackets.', '= link x: meter <-> hes over lte, tls-1.3'],
  ['‹-› component x is smart-meter', 'Lines begin with their word, without a dash or dot.', '? component x is smart-meter'],
  ['C{ count = 3‹,› key-scope = per-device }', 'No comma stands between the lines of a body: a space or a new line is enough.', '= C{ count = 3 key-scope = per-device }'],
  ['component x is smart-meter‹,› in home', "No comma stands before a clause such as 'in' or 'over'.", '= component x is smart-meter in home'],
  ['component x is smart-meter‹;›', 'A line ends without a semicolon.', '= component x is smart-meter'],
  ['C{ count = 3‹;› }', 'A line ends without a semicolon.', '= C{ count = 3 }'],
  ['component x is ‹lte›', "There is no component kind 'lte' here. Completion lists those that are defined."],
  ['component x is smart-meter in ‹x›', "'x' is a component, and here a zone is named. Name a zone, or declare one under another name."],
  ['component x is smart-meter‹.›', 'A line ends without a full stop.', '= component x is smart-meter'],
  ['zone x is back-office‹;› zone y is back-office', 'No semicolon stands between statements. Write each on a line of its own.'],
  ['A until ‹30.06.2027›', day, '= A until 2027-06-30'],
  ['A until ‹2027/06/30›', day, '= A until 2027-06-30'],
  ['A until ‹30/06/2027›', day, '= A until 2027-06-30'],
  ['A until ‹05/06/2027›', day, '? A until 2027-06-05', '? A until 2027-05-06'],
  ['A until ‹2027-6-3›', day, '= A until 2027-06-03'],
  ['A until ‹20270630›', day, '= A until 2027-06-30'],
  ['A until ‹31.02.2027›', day],
  ['A until ‹2027-06›', `${day} Here the day is missing.`],
  ['A until ‹"2027-06-30"›', 'A day stands without quotes.', '= A until 2027-06-30'],
  ['A until ‹2027-06-30T12:00›', 'A day stands without a time, such as 2027-06-30.', '= A until 2027-06-30'],
  ['A ‹expires› 2027-06-30', "The last day of a decision stands after 'until'.", '= A until 2027-06-30'],
  ['C{ control secure-boot planned ‹by› 2027-06-30 }', "What is planned is 'planned for' a day.", '= C{ control secure-boot planned for 2027-06-30 }'],
  ['C{ count = ‹250,000› }', digits, '= C{ count = 250000 }'],
  ["C{ count = ‹250'000› }", digits, '= C{ count = 250000 }'],
  ['C{ count = ‹250 000› }', digits, '= C{ count = 250000 }'],
  ['C{ count = ‹250.000› }', digits, '? C{ count = 250000 }'],
  ['C{ count = ‹2.5› }', 'A number is whole: no part of one can be stated.'],
  ['D{ retention = ‹0.5 hours› }', 'A time is a whole number of a unit. Take a smaller unit, such as 30 minutes.', '= D{ retention = 30 minutes }'],
  ['D{ retention = ‹0.0001 hours› }', 'A time is a whole number of a unit. Take a smaller unit, such as 30 minutes.'],
  ['component x‹:› smart-meter', kind, '= component x is smart-meter'],
  ['component x "X" ‹:› smart-meter', kind, '= component x "X" is smart-meter'],
  ['component x ‹=› smart-meter', kind, '= component x is smart-meter'],
  ['component x ‹extends› smart-meter', kind, '= component x is smart-meter'],
  ['component ‹"A meter" as x› is smart-meter', 'The name comes first, then the title in quotes.', '= component x "A meter" is smart-meter'],
  ['component x ‹is smart-meter "A meter"›', "The title in quotes comes before 'is'.", '= component x "A meter" is smart-meter'],
  ['component x is ‹a› smart-meter', "A kind is named without 'a' or 'the'.", '= component x is smart-meter'],
  ['C{ ‹"count":› 3 }', "An attribute is written without quotes, with '=' before its value.", '= C{ count = 3 }'],
  ['C{ count‹:› 3 }', "A value stands after '='.", '= C{ count = 3 }'],
  ['C{ count ‹:=› 3 }', "A value stands after '='.", '= C{ count = 3 }'],
  ['C{ ‹count 3› }', "A value stands after '='.", '= C{ count = 3 }'],
  ['component x is ‹"smart-meter"›', 'A name stands without quotes.', '= component x is smart-meter'],
  ['component ‹"x"› is smart-meter', 'A name stands without quotes; a title in quotes may follow it.', '= component x is smart-meter'],
  ['component ‹"A meter"› is smart-meter', 'The name comes first, then the title in quotes: component meter "Smart meter".', '? component a-meter "A meter" is smart-meter'],
  ["component x ‹'A meter'› is smart-meter", quotes, '= component x "A meter" is smart-meter'],
  ['component x ‹“A meter”› is smart-meter', quotes, '= component x "A meter" is smart-meter'],
  ['‹#› remark', comment, '= // remark'],
  ['‹--› remark', comment, '= // remark'],
  ['component x is smart-meter ‹#› remark', comment, '= component x is smart-meter // remark'],
  ['‹<!-- remark -->›', comment, '= /* remark */'],
  ['‹@startuml›', 'This line belongs to another language. Leave it out.', '? '],
  ['‹Component› x is smart-meter', 'The words of the language are written in small letters.', '= component x is smart-meter'],
  ['‹node› x is smart-meter', "'node' is no word of this language. A design is written with 'zone', 'component', 'data', 'link' and 'flow'.", '? component x is smart-meter'],
  ['‹subgraph› x', "'subgraph' is no word of this language. A design is written with 'zone', 'component', 'data', 'link' and 'flow'.", '? zone x'],
  ['‹connection› x: meter <-> hes', "'connection' is no word of this language. A design is written with 'zone', 'component', 'data', 'link' and 'flow'.", '? link x: meter <-> hes'],
  ['‹message› x: meter -> hes', "'message' is no word of this language. A design is written with 'zone', 'component', 'data', 'link' and 'flow'.", '? flow x: meter -> hes'],
  ['‹import zones.meter›', 'Another file is taken in with import "path.meter".', '= import "zones.meter"'],
  ["‹include 'zones'›", 'Another file is taken in with import "path.meter".', '= import "zones.meter"'],
  ['A because‹:› "y"', "'because' stands without ':' or '=' behind it.", '= A because "y"'],
  ['C{ ‹uses hes-workflow planned› }', "'uses' says what is there today. What is planned is a control: control CONTROL by MECHANISM planned for 2027-06-30.", '? C{ control evidence-record by hes-workflow planned }', '? C{ control dual-approval by hes-workflow planned }'],
  ['link x: meter <-> hes ‹over lte, tls-1.3 planned for 2027-06-30›', "'over' says what is there today. What is planned is a control in braces: { control CONTROL by MECHANISM planned for 2027-06-30 }.", '? link x: meter <-> hes over lte { control persistent-counters by tls-1.3 planned for 2027-06-30 }', '? link x: meter <-> hes over lte { control replay-protection by tls-1.3 planned for 2027-06-30 }', '? link x: meter <-> hes over lte { control message-integrity by tls-1.3 planned for 2027-06-30 }', '? link x: meter <-> hes over lte { control encryption by tls-1.3 planned for 2027-06-30 }'],
  ['C{ uses secure-element, hes-workflow ‹planned› }', "'uses' and 'over' say what is there today. What is planned is a control: control CONTROL by MECHANISM planned for 2027-06-30."],
  ['C{ control secure-boot ‹= true› }', 'A control that is named is there: it needs no value.', '= C{ control secure-boot }'],
  ['C{ control secure-boot‹: no› }', 'A control that is not there is not named. Remove it.'],
  ['C{ ‹not› secure-boot }', 'What is not there is not written: leave it out. An attribute can say it with a value, such as remote-switch = none.'],
  ['component x is smart-meter ‹at› home', "The zone of a component stands after 'in'.", '= component x is smart-meter in home'],
  ['component x is smart-meter ‹@›home', "The zone of a component stands after 'in'.", '= component x is smart-meter in home'],
  ['link x: meter <-> hes ‹using› lte', over, '= link x: meter <-> hes over lte'],
  ['link x: meter <-> hes ‹via› lte', "The protocols of a link stand after 'over'.", '? link x: meter <-> hes over lte'],
  ['flow x: hes -> meter ‹transports› cut', "What it carries stands after 'carries'.", '= flow x: hes -> meter carries cut'],
  ['A ‹reason› "y"', "The reason of a decision stands after 'because'.", '= A because "y"'],
  ['zone x is back-office { ‹component› y is head-end }', "Elements do not stand inside each other. Write each on a line of its own, and after 'in' the zone that it stands in."],
  ['R count ‹==› 3', "Equal is written '='.", '= R count = 3'],
  ['R count ‹<>› 3', "Not equal is written '!='.", '= R count != 3'],
  ['R count ‹=>› 3', "At least is written '>='.", '= R count >= 3'],
  ['R count ‹=<› 3', "At most is written '<='.", '= R count <= 3'],
  ['R is smart-meter ‹&&› count > 3', "Conditions are joined with 'and' and 'or'.", '= R is smart-meter and count > 3'],
  ['R is smart-meter ‹||› count > 3', "Conditions are joined with 'and' and 'or'.", '= R is smart-meter or count > 3'],
  ['R ‹!›legacy = true', "The opposite is written with 'not'.", '= R not legacy = true'],
  // Values and names, which can be read and mean nothing
  ['D{ retention = ‹15min› }', duration, '= D{ retention = 15 minutes }'],
  ['D{ retention = ‹1h› }', duration, '= D{ retention = 1 hour }'],
  ['D{ retention = ‹15m› }', duration, '? D{ retention = 15 minutes }', '? D{ retention = 15 months }'],
  ['D{ retention = ‹P13M› }', duration, '= D{ retention = 13 months }'],
  ['D{ retention = ‹"13 months"› }', duration, '= D{ retention = 13 months }'],
  ['D{ retention = ‹0› }', duration],
  ['C{ count = ‹250_000› }', "'count' takes a whole number, such as 400.", '= C{ count = 250000 }'],
  ['C{ count = ‹250k› }', "'count' takes a whole number, such as 400.", '= C{ count = 250000 }'],
  ['C{ legacy = ‹yes› }', "'legacy' takes 'true' or 'false'.", '= C{ legacy = true }'],
  ['C{ legacy = ‹FALSE› }', "'legacy' takes 'true' or 'false'.", '= C{ legacy = false }'],
  ['C{ key-scope = ‹Per_Device› }', "'key-scope' is one of 'per-device', 'per-group', 'fleet' or 'default', not 'Per_Device'. Did you mean 'per-device'?", '= C{ key-scope = per-device }'],
  ['component x is smart-meter in ‹hes›', "'hes' is a component, and here a zone is named. Did you mean 'dmz'?", '? component x is smart-meter in dmz'],
  ['link x: ‹home› <-> hes', "'home' is a zone, and here a component is named. Did you mean 'meter'?", '? link x: meter <-> hes'],
  ['component x is ‹meter›', "There is no component kind 'meter' here. Did you mean 'smart-meter' (\"meter\"), 'gas-meter' or 'sub-meter'?", '? component x is smart-meter', '? component x is gas-meter', '? component x is sub-meter'],
];

const short: Readonly<Record<string, string>> = {
  'C{': 'component x is smart-meter in home {',
  'D{': 'data x is interval-consumption {',
  'A ': 'accept comm-integrity on radio ',
  'R ': 'define requirement x { applies to component where ',
};

function long(line: string): string {
  const full = Object.entries(short).reduce((text, [from, to]) => (text.startsWith(from) ? `${to}${text.slice(2)}` : text), line);
  return line.startsWith('R ') ? `${full} needs hardening }` : full;
}

describe('a mistake that is foreseen', () => {
  let workspace: Workspace;
  before(async () => {
    workspace = await createWorkspace({});
  });

  for (const [marked, message, ...repaired] of table) {
    it(`${marked.replaceAll(/[‹›]/g, '')} has its own message, place and repair`, async () => {
      const text = long(marked);
      const line = text.replaceAll(/[‹›]/g, '');
      await workspace.update('a.meter', [...base, line, 'flow last: hes -> meter carries cut'].join('\n'));
      const found = workspace.mistakes('a.meter').filter(({ severity, range }) => severity === 'error' && range.startLine === base.length);
      assert.deepEqual(
        found.map((one) => [one.message, one.range.startColumn, one.range.endColumn]),
        [[message, text.indexOf('‹'), text.indexOf('›') - 1]],
      );
      const repairs = found[0]!.repairs ?? [];
      const whole = workspace.document('a.meter').textDocument.getText();
      const after = ({ edits }: Repair) => edited(whole, edits).split('\n')[base.length]!;
      const fixes = repairs.map((repair) => `${repair.preferred ? '=' : '?'} ${after(repair)}`);
      // What an author is not asked about takes no line away, and is the one repair that there is.
      for (const repair of repairs.filter(({ certain }) => certain === true)) {
        assert.ok(repaired.length === 1 && repaired[0]!.startsWith('= ') && after(repair).trim() !== '', after(repair));
      }
      assert.deepEqual(
        fixes,
        repaired.map((one) => `${one.slice(0, 2)}${long(one.slice(2))}`),
      );
    });
  }

  it('is in the table of this test, whichever it is', () => {
    const tried = new Set(table.map(([marked]) => foreseenIn(long(marked).replaceAll(/[‹›]/g, ''), () => [])?.entry));
    assert.deepEqual(
      foreseen.filter((entry) => !tried.has(entry)).map(({ wrong }) => wrong.source),
      [],
    );
  });
});
