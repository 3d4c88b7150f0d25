import { csv } from './csv.js';
import { cyclonedx } from './cyclonedx/index.js';
import type { ReportFormat } from './format.js';
import { json } from './json.js';
import { oscal } from './oscal/index.js';
import { otm } from './otm/index.js';
import { sarif } from './sarif/index.js';
import { xlsx } from './xlsx/index.js';

export type { ReportContext, ReportFormat } from './format.js';

/** Every format that a review can be told in, in the order that users see. The text for terminals is not among them: it is no file. */
export const formats: readonly ReportFormat[] = [sarif, csv, xlsx, json, oscal, otm, cyclonedx];

export function formatNamed(id: string): ReportFormat | undefined {
  return formats.find((format) => format.id === id);
}
