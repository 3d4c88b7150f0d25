import type { Architecture } from '../../../language/model/index.js';
import { oneOf, type Random } from '../support/random.js';
import { asDesign } from '../support/text.js';

const fragments = ['one.meter', 'two.meter', 'parts/three.meter'] as const;

/** The text of a design with its elements spread over fragments that import each other, by file. The definitions stay in the design's own file. */
export function inFragments(design: Architecture, random: Random): Record<string, string> {
  const lines = asDesign(design).split('\n');
  const own: string[] = [];
  const parts = new Map<string, string[]>(fragments.map((file) => [file, []]));
  for (const line of lines) {
    if (/^(zone|component|data|link|flow|accept|exclude) /.test(line)) parts.get(oneOf(fragments, random)!)!.push(line);
    else own.push(line);
  }
  return {
    'own.meter': ['import "one.meter"', ...own].join('\n'),
    'one.meter': ['import "two.meter"', ...parts.get('one.meter')!].join('\n'),
    // The import that closes the ring lets the last of them name what stands in the first.
    'two.meter': ['import "parts/three.meter"', 'import "one.meter"', ...parts.get('two.meter')!].join('\n'),
    'parts/three.meter': ['import "../one.meter"', 'import "../two.meter"', ...parts.get('parts/three.meter')!].join('\n'),
  };
}
