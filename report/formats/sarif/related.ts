import type { Location as SarifLocation } from 'sarif';
import type { SourceRange } from '../../../language/source/index.js';
import { elementNamed, leavesOf, type Assessment, type Finding } from '../../../review/index.js';
import { identityOf } from '../../identity.js';
import { locate, rangeOfFinding } from '../../locate.js';
import { elementWords } from '../../words.js';
import type { ReportContext } from '../format.js';
import { linkTo, messageText, physical } from './places.js';

/** What one result can point to and still be read. */
const mostRelated = 20;

interface Pointer {
  readonly words: string;
  readonly range: SourceRange;
}

/** The places that a finding is about apart from its own, and the end of its message that links to them. */
export function relatedTo(
  finding: Finding,
  assessment: Assessment,
  elementOf: ReadonlyMap<string, Finding>,
  context: ReportContext,
): { readonly locations: SarifLocation[]; readonly links: string } {
  const { toPath, sources } = context;
  const seen = new Set([placeKey(rangeOfFinding(finding, assessment, sources))]);
  const pointers = [...pointersOf(finding, assessment, elementOf, context)].filter(({ range }) => {
    const key = placeKey(range);
    return !seen.has(key) && seen.add(key);
  });
  const kept = pointers.slice(0, mostRelated);
  const left = pointers.length - kept.length + finding.moreRelated;
  const more = left > 0 ? ` and ${left} more` : '';
  return {
    locations: kept.map(({ words, range }, at) => ({
      ...physical(locate(range, toPath)),
      id: at + 1,
      message: { text: messageText(words) },
    })),
    links: kept.length === 0 ? '' : ` See: ${kept.map(({ words }, at) => linkTo(words, at + 1)).join(', ')}${more}.`,
  };
}

function* pointersOf(
  finding: Finding,
  assessment: Assessment,
  findings: ReadonlyMap<string, Finding>,
  context: ReportContext,
): Generator<Pointer> {
  const { architecture } = assessment;
  const { sources } = context;
  const requirement = architecture.catalogue.requirements.get(finding.requirement);
  if (requirement !== undefined && !requirement.builtIn) yield { words: 'the requirement', range: sources.rangeOf(requirement) };
  for (const leaf of leavesOf(finding.gaps)) {
    if (leaf.kind !== 'control') continue;
    for (const source of leaf.sources) {
      // A kind of the built-in catalogue stands in no file of the user's.
      if (source.kind === undefined)
        yield { words: `${source.mechanism ?? source.control} on ${source.element}`, range: sources.rangeOf(source.statement) };
    }
  }
  for (const leaf of leavesOf(finding.gaps)) {
    const element = elementNamed(architecture, leaf.element);
    if (element !== undefined) yield { words: elementWords(architecture, element.name), range: sources.rangeOf(element) };
  }
  for (const id of finding.related) {
    const other = findings.get(identityOf(id, assessment, context));
    if (other !== undefined) yield { words: `${other.requirement} on ${other.element}`, range: rangeOfFinding(other, assessment, sources) };
  }
}

function placeKey({ uri, startOffset }: SourceRange): string {
  return `${uri} ${startOffset}`;
}
