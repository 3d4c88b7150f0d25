const head = [
  'zone home is customer-premises',
  'zone street is neighbourhood-network',
  'zone dmz is head-end-dmz',
  'data readings is interval-consumption { granularity = 15 minutes }',
  'data cutoff is disconnect-command',
  'component hes is head-end in dmz { uses hsm-fips-140-3 }',
];

/** A design of about `size` components as text: meters behind concentrators, each with links, flows and a few controls. */
export function largeDesign(size: number): string {
  return text(['design large "Large design" { profile x1332 }', ...head, ...branches(0, size / 2)]);
}

/** The same design in so many files: one of the design, which imports the others. Texts by the names of the files. */
export function largeProject(size: number, files: number): Record<string, string> {
  const each = Math.ceil(size / 2 / (files - 1));
  const parts = Array.from({ length: files - 1 }, (_, index) => [
    `part${index}.meter`,
    text(['import "common.meter"', ...branches(index * each, Math.min((index + 1) * each, size / 2))]),
  ]);
  const imports = parts.map(([file]) => `import "${file}"`);
  return {
    'common.meter': text(head),
    'large.meter': text([...imports, 'import "common.meter"', 'design large "Large design" { profile x1332 }']),
    ...(Object.fromEntries(parts) as Record<string, string>),
  };
}

function branches(from: number, to: number): string[] {
  const lines: string[] = [];
  for (let index = from; index < to; index++) {
    lines.push(
      `component dcu${index} is data-concentrator in street { count = 3 }`,
      `component meter${index} is smart-meter in home { count = 100 key-scope = per-device stores readings }`,
      `link plc${index}: meter${index} <-> dcu${index} over g3-plc`,
      `link wan${index}: dcu${index} <-> hes over lte, tls-1.3 opened by dcu${index}`,
      `flow read${index} is scheduled-reading: meter${index} -> dcu${index} -> hes carries readings over dlms-suite-1 from meter${index} to hes`,
    );
    if (index % 5 === 0) lines.push(`flow cut${index} is remote-disconnect: hes -> dcu${index} -> meter${index} carries cutoff`);
  }
  return lines;
}

function text(lines: readonly string[]): string {
  return lines.join('\n') + '\n';
}
