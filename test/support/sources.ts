import type { SourceMap } from '../../language/source/index.js';

/** Of designs that no text stands behind. */
export const nowhere: SourceMap = {
  rangeOf: () => ({ uri: 'file:///generated.meter', startLine: 0, startColumn: 0, endLine: 0, endColumn: 0, startOffset: 0, endOffset: 0 }),
  sourceOf: () => {
    throw new Error('no text stands behind it');
  },
  stackOf: () => undefined,
};
