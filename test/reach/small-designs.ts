import assert from 'node:assert/strict';
import fc from 'fast-check';
import { yieldNames, type PositionRow } from '../../reach/index.js';
import type { Assessment } from '../../review/index.js';
import { reviewOf } from '../support/reviewed.js';

export const runs = { numRuns: 8, seed: 1332 };

/** What a small design may say or leave out, one line each. */
export const lines = {
  meter: [
    'control hardware-key-storage',
    'control secure-boot',
    'control debug-lock',
    'control local-port-authentication',
    'control firmware-signature',
  ],
  hes: ['control independent-command-gate', 'control dual-approval', 'control controlled-jump-point', 'stores values'],
  clerk: ['control multi-factor-authentication'],
  kms: ['control hardware-key-storage'],
  lastmile: ['control message-integrity', 'control encryption'],
  reading: ['control origin-authentication', 'control encryption', 'control data-validation'],
  disconnect: ['control digital-signature', 'control dual-approval', 'control command-rate-limit'],
  update: ['control digital-signature', 'control firmware-signature'],
} as const;
export type Part = keyof typeof lines;

export interface Choice {
  readonly said: Readonly<Record<Part, readonly string[]>>;
  readonly keyScope: 'fleet' | 'per-device' | 'per-group' | undefined;
  readonly remoteSwitch: 'breaker' | 'none' | undefined;
  readonly meters: number;
  readonly concentrators: number;
}

export const choice: fc.Arbitrary<Choice> = fc.record({
  said: fc.record(
    Object.fromEntries(Object.entries(lines).map(([part, all]) => [part, fc.subarray([...all])])) as unknown as Record<
      Part,
      fc.Arbitrary<string[]>
    >,
  ),
  keyScope: fc.constantFrom('fleet', 'per-device', 'per-group', undefined),
  remoteSwitch: fc.constantFrom('breaker', 'breaker', 'none', undefined),
  meters: fc.integer({ min: 1, max: 2000 }),
  concentrators: fc.integer({ min: 1, max: 40 }),
});

export function statements({ said, keyScope, remoteSwitch, meters, concentrators }: Choice): string[] {
  const body = (part: Part, ...more: string[]) => `{\n${[...more, ...said[part]].map((line) => `    ${line}`).join('\n')}\n}`;
  const scope = keyScope === undefined ? [] : [`key-scope = ${keyScope}`];
  return [
    'design d "Small"',
    'zone home is customer-premises',
    'zone street is neighbourhood-network',
    'zone dmz is head-end-dmz',
    'zone office is back-office',
    'data values is interval-consumption',
    'data off is disconnect-command',
    'data image is firmware',
    `component meter is smart-meter in home ${body('meter', `count = ${meters}`, ...scope, ...(remoteSwitch === undefined ? [] : [`remote-switch = ${remoteSwitch}`]), 'stores values')}`,
    `component dcu is data-concentrator in street { count = ${concentrators} }`,
    `component hes is head-end in dmz ${body('hes')}`,
    `component kms is key-management-system in office ${body('kms')}`,
    `component clerk is operator in office ${body('clerk')}`,
    `link lastmile: meter <-> dcu over g3-plc ${body('lastmile')}`,
    'link wan: dcu <-> hes over mutual-tls',
    'link console: clerk -> hes',
    'link keys: kms <-> hes',
    `flow reading is scheduled-reading: meter -> dcu -> hes carries values ${body('reading')}`,
    `flow disconnect is remote-disconnect: clerk -> hes -> dcu -> meter carries off ${body('disconnect')}`,
    `flow update is firmware-update: hes -> dcu -> meter carries image ${body('update')}`,
  ];
}

export async function reviewText(text: string): Promise<Assessment> {
  const { assessments } = await reviewOf({ 'd.meter': text });
  return assessments[0] ?? assert.fail();
}

export const assessed = (one: Choice) => reviewText(statements(one).join('\n'));

/** `one meter switching` to its figure, where nobody says how many as much as there can be. */
export function figures(rows: readonly PositionRow[]): Map<string, { low: number; high: number }> {
  return new Map(
    rows.flatMap(({ foothold, reached }) =>
      yieldNames.map((hold) => {
        const { low, high } = reached[hold].figure;
        return [`${foothold.extent} ${foothold.element} ${hold}`, { low, high: high ?? Number.POSITIVE_INFINITY }] as const;
      }),
    ),
  );
}
