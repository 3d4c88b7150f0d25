import type { ValueType } from '../../model/index.js';

/** How people write a value who know another language; several rewritings where it could mean several. */
interface ForeseenValue {
  readonly of: ValueType['kind'];
  readonly wrong: RegExp;
  readonly write: readonly string[];
}

// prettier-ignore
const values: readonly ForeseenValue[] = [
  { of: 'boolean', wrong: /^(?:true|yes|y|on|1|enabled|present|ja|oui)$/i, write: ['true'] },
  { of: 'boolean', wrong: /^(?:false|no|n|off|0|disabled|absent|none|nein|non)$/i, write: ['false'] },
  { of: 'integer', wrong: /^(\d+)$/, write: ['$1'] },
  { of: 'integer', wrong: /^(\d{1,3})[_,' ](\d{3})$/, write: ['$1$2'] },
  { of: 'integer', wrong: /^(\d{1,3})[_,' ](\d{3})[_,' ](\d{3})$/, write: ['$1$2$3'] },
  { of: 'integer', wrong: /^(\d+)k$/i, write: ['$1000'] },
  { of: 'duration', wrong: /^(?:PT)?(\d+) ?(?:s|sec|secs|second|seconds)$/i, write: ['$1 seconds'] },
  { of: 'duration', wrong: /^(?:(\d+) ?(?:min|mins|minute|minutes))$/i, write: ['$1 minutes'] },
  { of: 'duration', wrong: /^PT(\d+)M$/, write: ['$1 minutes'] },
  { of: 'duration', wrong: /^(?:PT)?(\d+) ?(?:h|hr|hrs|hour|hours)$/i, write: ['$1 hours'] },
  { of: 'duration', wrong: /^P?(\d+) ?(?:d|day|days)$/i, write: ['$1 days'] },
  { of: 'duration', wrong: /^(?:P(\d+)M)$/, write: ['$1 months'] },
  { of: 'duration', wrong: /^(\d+) ?(?:mo|mon|month|months)$/i, write: ['$1 months'] },
  { of: 'duration', wrong: /^P?(\d+) ?(?:y|yr|yrs|year|years|a)$/i, write: ['$1 years'] },
  { of: 'duration', wrong: /^(\d+) ?m$/i, write: ['$1 minutes', '$1 months'] },
  { of: 'date', wrong: /^(\d{4}-\d\d-\d\d)$/, write: ['$1'] },
];

/** What may have been meant by a value that an attribute cannot hold; where it is one, nothing else can have been. */
export function meantBy(type: ValueType, written: string): readonly string[] {
  if (type.kind === 'words') {
    const plain = written.toLowerCase().replaceAll(/[\s_]+/g, '-');
    return type.words.filter((word) => word.toLowerCase() === plain);
  }
  const found = values.find(({ of, wrong }) => of === type.kind && wrong.test(written));
  // A function, as `$1000` would be a group of its own.
  return (found?.write ?? []).map((text) => {
    const groups = found!.wrong.exec(written)!;
    return text.replaceAll(/\$(\d)/g, (_, index: string) => groups[Number(index)] ?? '').replace(/^1 (\w+)s$/, '1 $1');
  });
}
