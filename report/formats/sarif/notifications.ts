import type { Notification } from 'sarif';
import { wellFormed } from '../../clean.js';
import { locate } from '../../locate.js';
import type { Problem } from '../../problem.js';
import type { ReportContext } from '../format.js';
import { messageText, physical } from './places.js';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** Validation errors are not results, but what a reader of the results has to know; so is what is left out. */
export function notificationsOf(problems: readonly Problem[], notices: readonly string[], context: ReportContext): Notification[] {
  return [
    ...problems.map((problem) => notification(problem, context)).sort((one, other) => compare(key(one), key(other))),
    ...notices.map((text) => ({ level: 'warning' as const, message: { text } })),
  ];
}

function notification({ code, severity, message, range }: Problem, { toPath }: ReportContext): Notification {
  return {
    descriptor: { id: code },
    level: levels[severity],
    message: { text: messageText(wellFormed(message)) },
    locations: [physical(locate(range, toPath))],
  };
}

/** Notifications in the order of their places, whoever collected them. */
function key({ locations, message }: Notification): string {
  const { artifactLocation, region } = locations![0]!.physicalLocation!;
  const place = [region!.startLine, region!.startColumn].map((number) => String(number).padStart(9, '0'));
  return [artifactLocation!.uri, ...place, message.text].join(' ');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
