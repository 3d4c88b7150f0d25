import { unzipSync } from 'fflate';

/** Everything that a report says, as one text; a workbook is the texts of its parts. */
export function wordsOf(report: string | Uint8Array): string {
  if (typeof report === 'string') return report;
  return Object.values(unzipSync(report))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}
