/** The families of kinds that look alike. */
export const iconNames = [
  'meter',
  'gateway',
  'relay',
  'head end',
  'server',
  'database',
  'keys',
  'sensor',
  'switch',
  'display',
  'tool',
  'workstation',
  'phone',
  'money',
  'cloud',
  'person',
  'organisation',
  'eye',
  'vehicle',
  'device',
] as const;
export type IconName = (typeof iconNames)[number];
