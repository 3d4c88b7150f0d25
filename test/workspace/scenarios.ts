/** Files of a project, and what is to come of them wherever they are asked about. */
export interface Scenario {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** By file, the codes of its mistakes and `requirement element state` of findings that have to be among what is told; `!` for what must not be. */
  readonly told: Readonly<Record<string, readonly string[]>>;
}

const meters = (kind = 'smart-meter') =>
  `zone street is neighbourhood-network\ncomponent box is ${kind} in street { control secure-boot evidence "A" }\n`;
const streetMeter = 'define component street-meter "Meter in the street" is smart-meter\n';

export const scenarios: readonly Scenario[] = [
  {
    name: 'decisions that count in some files only',
    files: {
      'meterlint.json': '{ "decisionsFrom": ["decisions/**"] }',
      'decisions/own.meter': `design own { profile x1332 }\n${meters()}accept key-unique on box because "the board decided"\n`,
      'self.meter': `design self { profile x1332 }\n${meters()}accept key-unique on box because "I say so"\n`,
    },
    told: {
      'decisions/own.meter': ['!decision-outside', '!key-unique box missing', 'fw-signed box missing'],
      'self.meter': ['decision-outside', 'key-unique box missing'],
    },
  },
  {
    name: 'a kind that another file of the folder defines',
    files: { 'kinds.meter': streetMeter, 'd.meter': `design d { profile x1332 }\n${meters('street-meter')}` },
    told: { 'd.meter': ['!unknown-name', 'key-unique box missing'] },
  },
  {
    name: 'the same kind, with an import that nobody needs',
    files: { 'kinds.meter': streetMeter, 'd.meter': `import "kinds.meter"\ndesign d { profile x1332 }\n${meters('street-meter')}` },
    told: { 'd.meter': ['unused-import', '!unknown-name'] },
  },
  {
    name: 'a kind that is defined beside another folder',
    files: { 'common/kinds.meter': streetMeter, 'town/d.meter': `design d { profile x1332 }\n${meters('street-meter')}` },
    told: { 'town/d.meter': ['!unknown-name'] },
  },
  {
    name: 'one kind that two files define',
    files: { 'a.meter': streetMeter, 'b.meter': streetMeter, 'd.meter': `design d { profile x1332 }\n${meters('street-meter')}` },
    told: { 'b.meter': ['redefinition'] },
  },
  {
    name: 'a fragment that designs take up',
    files: {
      'zones.meter': meters(),
      'one.meter': 'import "zones.meter"\ndesign one { profile x1332-core }\ncomponent hes is head-end\n',
      'two.meter': 'import "zones.meter"\ndesign two { profile x1332 }\ncomponent hes is head-end\nlink l: box <-> hes over http\n',
    },
    told: { 'zones.meter': ['key-unique box missing'] },
  },
  {
    name: 'an import that only the importing file needs',
    files: {
      'zones.meter': meters(),
      'between.meter': 'import "zones.meter"\ncomponent hes is head-end\n',
      'd.meter': 'import "between.meter"\ndesign d { profile x1332 }\nlink l: box <-> hes over http\n',
    },
    told: { 'between.meter': ['!unused-import'], 'd.meter': ['!unknown-name'] },
  },
  {
    name: 'a profile of the project',
    files: {
      'meterlint.json': '{ "profile": "x1332-core" }',
      'd.meter': `design d { profile x1332 }\n${meters()}`,
    },
    told: { 'd.meter': ['!unknown-name'] },
  },
  {
    name: 'a profile that the project defines beside its designs',
    files: {
      'meterlint.json': '{ "profile": "ours" }',
      'ours.meter': 'define profile ours "Ours" { includes key-unique }\n',
      'd.meter': `design d { }\n${meters()}`,
    },
    told: { 'd.meter': ['key-unique box missing', '!fw-signed box missing'] },
  },
  {
    name: 'a file that is no text',
    files: {
      'd.meter': `import "bad.meter"\ndesign d { profile x1332 }\n${meters()}`,
      'bad.meter': Uint8Array.from([0x7a, 0xff, 0xfe, 0x0a]),
    },
    told: { 'bad.meter': ['unreadable-file'] },
  },
  {
    name: 'files that the project passes over',
    files: {
      'meterlint.json': '{ "exclude": ["drafts/**"] }',
      'd.meter': `design d { profile x1332 }\n${meters('street-meter')}`,
      'drafts/kinds.meter': streetMeter,
    },
    told: { 'd.meter': ['unknown-name'] },
  },
  {
    name: 'a file that the project passes over, and a design imports',
    files: {
      'meterlint.json': '{ "exclude": ["parts/**"] }',
      'd.meter': `import "parts/kinds.meter"\ndesign d { profile x1332 }\nzone street is neighbourhood-network\ncomponent box is street-meter in yard\n`,
      'parts/kinds.meter': `${streetMeter}zone yard is neighbourhood-network\n`,
    },
    told: { 'd.meter': ['!unknown-name', '!import-missing', 'gov-baseline box missing'] },
  },
  {
    name: 'text that cannot be read in full',
    files: { 'd.meter': `design d { profile x1332 }\n${meters()}component\nlink l: box <-> nobody over http\n` },
    told: { 'd.meter': ['syntax-error', 'unknown-name'] },
  },
];
