/** A design of about `size` components as text: meters behind concentrators, each with links, flows and a few controls. */
export function largeDesign(size: number): string {
  const lines = [
    'design large "Large design" { profile x1332 }',
    'zone home is customer-premises',
    'zone street is neighbourhood-network',
    'zone dmz is head-end-dmz',
    'data readings is interval-consumption { granularity = 15 minutes }',
    'data cutoff is disconnect-command',
    'component hes is head-end in dmz { uses hsm-fips-140-3 }',
  ];
  for (let index = 0; index < size / 2; index++) {
    lines.push(
      `component dcu${index} is data-concentrator in street { count = 3 }`,
      `component meter${index} is smart-meter in home { count = 100 key-scope = per-device stores readings }`,
      `link plc${index}: meter${index} <-> dcu${index} over g3-plc`,
      `link wan${index}: dcu${index} <-> hes over lte, tls-1.3 opened by dcu${index}`,
      `flow read${index} is scheduled-reading: meter${index} -> dcu${index} -> hes carries readings over dlms-suite-1 from meter${index} to hes`,
    );
    if (index % 5 === 0) lines.push(`flow cut${index} is remote-disconnect: hes -> dcu${index} -> meter${index} carries cutoff`);
  }
  return lines.join('\n') + '\n';
}
