import assert from 'node:assert/strict';
import { formats } from '../../report/formats/index.js';
import { reviewFiles } from '../support/designs.js';
import { wordsOf } from '../support/report-words.js';
import { reportContext } from '../support/reports.js';

/** What somebody answers for, each said once in the design below. */
const markers = {
  'the owner of the design': 'Owner-of-the-design',
  'the evidence of a control that meets a requirement': 'Evidence-of-what-is-met',
  'the evidence of a control that is planned': 'Evidence-of-what-is-planned',
  'the evidence of a control of the whole design': 'Evidence-of-the-design',
  'the day of a plan': '2027-07-19',
  'the owner of a decision': 'Owner-of-a-decision',
  'the reason of a decision': 'Reason-of-a-decision',
  'the last day of a decision': '2031-08-20',
} as const;
type Marker = keyof typeof markers;

const design = `
define standard book "Book" { url "https://example.org/" }
define control seal "Seal" on component
define control stamp "Stamp" on component
define control folder "Folder" on design
define component thing "Thing"
define requirement sealed "Sealed" { category integrity severity high applies to component where is thing needs seal see book "1" because "It opens." guidance "Seal it." }
define requirement filed "Filed" { category integrity severity high applies to design needs folder see book "3" because "It is lost." guidance "File it." }
define requirement stamped "Stamped" { category integrity severity high applies to component where is thing needs stamp see book "2" because "It is old." guidance "Stamp it." }
define profile mine "Mine" { includes sealed, stamped, filed }
design d "Design" { profile mine owner "${markers['the owner of the design']}" control folder evidence "${markers['the evidence of a control of the whole design']}" }
component a "A" is thing {
    control seal evidence "${markers['the evidence of a control that meets a requirement']}"
    control stamp planned for ${markers['the day of a plan']} evidence "${markers['the evidence of a control that is planned']}"
}
component b "B" is thing { control seal }
accept stamped on b until ${markers['the last day of a decision']} because "${markers['the reason of a decision']}" by "${markers['the owner of a decision']}"
`;

/** What a format has no place for, and why. */
const exceptions: Readonly<Record<string, Partial<Record<Marker, string>>>> = {
  csv: findingsOnly('a row is a finding; the matrix and the decisions have tables of their own'),
  'decisions-csv': {
    'the evidence of a control that meets a requirement': 'a row is a decision, and what is met needs none',
    'the evidence of a control that is planned': 'a row is a decision, and nobody decided on what is planned here',
    'the evidence of a control of the whole design': 'a row is a decision, and what is met needs none',
    'the day of a plan': 'a row is a decision, and nobody decided on what is planned here',
  },
  'gitlab-code-quality': {
    'the owner of the design': 'the format is a list of findings, with no field beside their text',
    ...findingsOnly('an entry is a finding, and GitLab shows every entry as something to repair'),
  },
  'gitlab-sast': findingsOnly('an entry is a vulnerability, and GitLab shows every entry as one that is open'),
};

/** Of a format that tells what is open and nothing else: neither what is met nor what somebody decided. */
function findingsOnly(why: string): Partial<Record<Marker, string>> {
  return {
    'the evidence of a control that meets a requirement': why,
    'the evidence of a control of the whole design': why,
    'the owner of a decision': why,
    'the reason of a decision': why,
    'the last day of a decision': why,
  };
}

describe('what somebody answers for', () => {
  for (const format of formats) {
    it(`is told in ${format.label}, but for what the format cannot hold`, async () => {
      const { reviewed, textOf } = await reviewFiles({ 'd.meter': design }, { catalogue: false });
      const told = wordsOf(format.write(reviewed, { ...reportContext, textOf }));
      const absent = (Object.keys(markers) as Marker[]).filter((marker) => !told.includes(markers[marker]));
      assert.deepEqual(absent, Object.keys(exceptions[format.id] ?? {}));
    });
  }
});
