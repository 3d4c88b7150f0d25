import type { Result } from '../../../review/index.js';
import type { NamedReview } from '../../../summary/named.js';
import type { ReportContext } from '../format.js';

/** What every part of the document is told with. */
export interface Telling extends ReportContext {
  /** The UUID of a name; the same name in the same report is the same thing. */
  readonly uuid: (name: string) => string;
  /** The time of the review. */
  readonly time: string;
}

export function elementUuid(element: string, { id }: NamedReview, { uuid }: Telling): string {
  return uuid(`element ${id}/${element}`);
}

/** One requirement on one element, as the sort of thing that the document says of it. */
export function pairUuid(sort: 'observation' | 'risk' | 'remediation', pair: Result, { id }: NamedReview, { uuid }: Telling): string {
  return uuid(`${sort} ${id}/${pair.requirement}/${pair.element}`);
}

/** The tool that everything comes from, and the platform that OSCAL wants it to run on. */
export function toolOf({ id }: NamedReview, { uuid, version }: Telling) {
  const tool = uuid(`tool ${id}`);
  return {
    components: [
      {
        uuid: tool,
        type: 'software',
        title: 'Meterlint',
        description: 'Reviews the text of smart-metering architectures against a catalogue of requirements.',
        props: [{ name: 'version', value: version }],
        status: { state: 'operational' },
      },
    ],
    'assessment-platforms': [{ uuid: uuid(`platform ${id}`), title: 'Meterlint', 'uses-components': [{ 'component-uuid': tool }] }],
  };
}

export function originOf({ id }: NamedReview, { uuid }: Telling) {
  return { actors: [{ type: 'tool', 'actor-uuid': uuid(`tool ${id}`) }] };
}
