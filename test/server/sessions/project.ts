// What files of a random project hold, and what `meterlint.json` says beside them: texts that change what others mean.

export type Content = string | Uint8Array;

const zones = 'zone dmz "Head-end DMZ" is head-end-dmz\nzone street is neighbourhood-network\ncomponent box is smart-meter in street\n';
const linked = 'component hes is head-end in dmz\nlink wan: box -> hes over lte\nflow reading is scheduled-reading: box -> hes\n';

/** Wherever they stand: paths that lead nowhere, names that are there twice and rings of imports come of it by themselves. */
export const contents: readonly Content[] = [
  zones,
  `import "zones.meter"\ndesign alpha { profile x1332-core }\n${linked}`,
  `import "../zones.meter"\ndesign alpha { profile ours }\n${linked}`,
  `import "sub/a.meter"\nimport "zones.meter"\ndesign beta\ncomponent spare is street-meter in street { control secure-boot evidence "A" }\n`,
  'define component street-meter "Meter in the street" is smart-meter\ndefine profile ours "Ours" { includes key-unique, fw-signed }\n',
  'define component street-meter "Another" is head-end\n',
  'import "a.meter"\naccept key-unique on box until 2027-01-01 because "the board decided" by "board"\n',
  'import "b.meter"\nimport "a.meter"\nexclude key-hsm on nobody because "it is not there"\n',
  'import "drafts/x.meter"\nimport "/etc/passwd"\nimport "../../../outside.meter"\ndesign gamma { profile x1332 }\ncomponent lone is lamp in yard\n',
  'zone yard is public-place\ndefine component lamp "Lamp" is field-gateway\n',
  `design {\n}\n${zones}${linked}component\nlink broken: box <-> nobody over {\n`,
  '',
  Uint8Array.from([0x7a, 0xff, 0xfe, 0x0a]),
];

/** Of several folders next to each other: nothing leads from one into the other, which one folder around both would allow. */
export const withinFolder = contents.filter((one) => typeof one !== 'string' || !one.includes('import "../'));

export const files = ['a.meter', 'b.meter', 'zones.meter', 'kinds.meter', 'sub/a.meter', 'decisions/d.meter', 'drafts/x.meter'] as const;

/** Undefined where there is no such file. */
export const settings: readonly (string | undefined)[] = [
  undefined,
  '{}',
  '{ "exclude": ["drafts/**"] }',
  '{ "exclude": ["sub/**", "zones.meter"] }',
  '{ "decisionsFrom": ["decisions/**"], "failOn": "low" }',
  '{ "profile": "x1332-core", "exclude": ["kinds.meter"] }',
  '{ "profile": "ours" }',
  '{ "profile": "nobody-knows-it" }',
  '{ "exclude": [ }',
];
