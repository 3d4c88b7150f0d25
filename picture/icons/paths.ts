import type { IconName } from './icon-name.js';

/** Lines on a field of 24 by 24, drawn 1.6 wide without filling. */
export const iconPaths: Readonly<Record<IconName, string>> = {
  meter: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M7 9h10v4h-10zM9 17h6M12 13l2-4',
  gateway: 'M3 12h18v7h-18zM7 15.5h1M11 15.5h1M12 12v-3M8.5 8a5 5 0 0 1 7 0M6 5.5a8.5 8.5 0 0 1 12 0',
  relay: 'M12 10a2 2 0 1 0 0 4a2 2 0 1 0 0-4M7 7a7 7 0 0 0 0 10M17 7a7 7 0 0 1 0 10M4 4a11 11 0 0 0 0 16M20 4a11 11 0 0 1 0 16',
  'head end': 'M4 4h16v5h-16zM4 9h16v5h-16zM7 6.5h1M7 11.5h1M12 14v3M4 20h16M12 17l-5 3M12 17l5 3',
  server: 'M5 3h14v6h-14zM5 9h14v6h-14zM5 15h14v6h-14zM8 6h1M8 12h1M8 18h1',
  database: 'M4 6a8 3 0 1 0 16 0a8 3 0 1 0-16 0M4 6v12a8 3 0 0 0 16 0v-12M4 12a8 3 0 0 0 16 0',
  keys: 'M8 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 12h9v4M17 12v3M8 12h.1',
  sensor: 'M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6M2 12h7M15 12h7M12 2v4M12 18v4',
  switch: 'M3 16h5l9-9M17 16h4M8 16a1 1 0 1 0 .1 0M17 16a1 1 0 1 0 .1 0',
  display: 'M3 4h18v13h-18zM9 21h6M12 17v4M7 13v-3M11 13v-5M15 13v-2',
  tool: 'M4 5h16v10h-16zM2 19h20M9 15l-1 4M15 15l1 4M9 10h6',
  workstation: 'M2 4h20v12h-20zM8 20h8M12 16v4M6 12l3-3l3 2l5-4',
  phone: 'M7 2h10v20h-10zM10.5 19h3M7 5h10M7 16.5h10',
  money: 'M2 6h20v12h-20zM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6M5 9.5h1M18 14.5h1',
  cloud: 'M7 18a4.5 4.5 0 0 1-.5-9a6 6 0 0 1 11.3 1.3a4 4 0 0 1-.3 7.7z',
  person: 'M12 3a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4 21v-2a6 6 0 0 1 6-6h4a6 6 0 0 1 6 6v2z',
  organisation: 'M4 21v-17h9v17M13 9h7v12M2 21h20M7 8h3M7 12h3M7 16h3M16 13h1M16 17h1',
  eye: 'M2 12q10-13 20 0q-10 13-20 0M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6',
  vehicle: 'M2 16v-5l3-5h9l4 5h4v5zM7 14a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M17 14a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M10 6v5M4 11h14',
  device: 'M6 6h12v12h-12zM9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3',
};
