import { clausesCsv } from './csv/clauses.js';
import { decisionsCsv } from './csv/decisions.js';
import { csv } from './csv/findings.js';
import { matrixCsv } from './csv/matrix.js';
import { cyclonedx } from './cyclonedx/index.js';
import { docx } from './docx/index.js';
import type { ReportFormat, TellingContext } from './format.js';
import { gitlabCodeQuality } from './gitlab/code-quality.js';
import { gitlabSast } from './gitlab/sast.js';
import { htmlReport } from './html/index.js';
import { json } from './json/index.js';
import { junit } from './junit.js';
import { markdown } from './markdown/index.js';
import { oscal } from './oscal/index.js';
import { otm } from './otm/index.js';
import { sarif } from './sarif/index.js';
import { xlsx } from './xlsx/index.js';
import { drawPictures } from '../pictures.js';
import type { Reviewed } from '../problem.js';

export { editions, type Edition, type ReportContext, type TellingContext } from './format.js';

/** A format as it is asked for. */
export interface Format extends Omit<ReportFormat, 'write' | 'pieces'> {
  /** Bytes where the format is no text. */
  readonly write: (reviewed: Reviewed, context: TellingContext) => string | Uint8Array;
  readonly pieces?: (reviewed: Reviewed, context: TellingContext) => Iterable<string>;
}

const all: readonly ReportFormat[] = [
  sarif,
  htmlReport,
  docx,
  markdown,
  csv,
  matrixCsv,
  clausesCsv,
  decisionsCsv,
  xlsx,
  junit,
  gitlabCodeQuality,
  gitlabSast,
  json,
  oscal,
  otm,
  cyclonedx,
];

/** Every format that a review can be told in, in the order that users see. The text for terminals is not among them: it is no file. */
export const formats: readonly Format[] = all.map(({ write, pieces, ...format }): Format => {
  const placed = (reviewed: Reviewed, context: TellingContext) => ({ ...context, sources: reviewed.sources });
  return {
    ...format,
    write: (reviewed, context) => write(reviewed, placed(reviewed, context)),
    ...(pieces && { pieces: (reviewed, context) => pieces(reviewed, placed(reviewed, context)) }),
  };
});

export function formatNamed(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}

/** The same as a whole where the format has it so, else piece by piece: the report of a large design is longer than one text can be. */
export async function tellReport(format: Format, reviewed: Reviewed, context: TellingContext): Promise<string | Uint8Array | Pieces> {
  return format.pieces === undefined ? writeReport(format, reviewed, context) : { pieces: format.pieces(reviewed, context) };
}

/** A text in pieces, which are made while somebody takes them: they can be had once. */
export interface Pieces {
  readonly pieces: Iterable<string>;
}

/** A review in a format, with the pictures that it shows. */
export async function writeReport(format: Format, reviewed: Reviewed, context: TellingContext): Promise<string | Uint8Array> {
  const pictures = format.showsPictures === true ? await drawPictures(reviewed) : undefined;
  return format.write(reviewed, pictures === undefined ? context : { ...context, pictures });
}
