import type { Architecture } from '../../../language/model/index.js';
import { declarationsOf, type Declaration } from '../../../review/index.js';
import type { Mutation } from '../support/mutation.js';

/** Each of a design's declarations taken away, of the sorts named. */
export function removals(design: Architecture, sorts: readonly Declaration['sort'][]): Mutation[] {
  const counts = new Map<string, number>();
  return declarationsOf(design)
    .filter(({ sort }) => sorts.includes(sort))
    .map((declaration) => {
      const key = keyOf(declaration);
      const index = counts.get(key) ?? 0;
      counts.set(key, index + 1);
      const { sort, name, owner } = declaration;
      return {
        what: `${owner}: without ${sort} ${name}`,
        apply: (one) =>
          declarationsOf(one)
            .filter((other) => keyOf(other) === key)
            [index]?.without(),
        swap: { owner, gone: name, come: undefined },
      };
    });
}

const keyOf = ({ sort, name, control, owner }: Declaration) => `${owner} ${sort} ${name} ${control ?? ''}`;
