import type { Timeline } from '../../history/timeline.js';
import { timelineCsv } from './csv.js';
import { timelineJson } from './json.js';
import { timelineText } from './text.js';

/** The ways to tell a timeline, by the word that asks for each. */
export const timelineForms = {
  text: timelineText,
  json: timelineJson,
  csv: timelineCsv,
} satisfies Readonly<Record<string, (timelines: readonly Timeline[]) => string>>;
