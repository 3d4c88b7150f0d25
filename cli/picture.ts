import { layOut, mostBoxes, sceneOf, svgOf, themeNames, type PictureOptions } from '../picture/index.js';
import { severities, type Architecture } from '../language/model/index.js';
import { knownNames } from '../language/semantics/index.js';
import type { Assessment } from '../review/index.js';
import { choice, list, textValue, type Option, type ValuesOf } from './option.js';
import { nearestWord, UsageError } from './usage.js';

/** A number of boxes, two at least. */
function boxes(described: string): Option<number | undefined> {
  const read = (written: readonly string[], name: string) => {
    const given = written.at(-1);
    if (given === undefined) return undefined;
    if (!/^[1-9]\d{0,4}$/.test(given) || given === '1') throw new UsageError(`${name} takes a number from 2 on, not '${given}'`);
    return Number(given);
  };
  return { value: 'N', allowed: [], fallback: String(mostBoxes), described, many: false, completes: undefined, read };
}

/** What `--format svg` understands besides. */
export const pictureOptions = {
  theme: choice(themeNames, 'light', 'the colours of svg'),
  flow: list('NAMES', 'svg: draw these flows step by step: names of flows, of data, of classes of data or of services'),
  protection: textValue('CONTROL', 'svg: the control that lines show, instead of encryption; such as message-integrity'),
  readers: textValue('NAME', 'svg: mark who can read a flow, data or a class of data, and who only passes it on'),
  show: textValue(
    'NAME',
    'svg: mark where a requirement applies and how it stands there; or those of a threat, attack method, harm or standard',
  ),
  collapse: list('ZONES', 'svg: draw these zones closed, as one box each'),
  boxes: boxes('svg: close zones by themselves where more boxes than this would stand'),
  zone: list('ZONES', 'svg: only components in these zones'),
  kind: list('KINDS', 'svg: only components of these kinds'),
  severity: list('WORDS', 'svg: only findings of these severities, and what has them', severities),
  service: list('SERVICES', 'svg: only components that flows with these services pass'),
  party: list('NAMES', 'svg: only components of these parties: utility, partner, customer, or who runs them'),
} as const;

type Given = ValuesOf<typeof pictureOptions> & { readonly flows: boolean; readonly plain: boolean };

/** Refuses options that another format than svg would pass over in silence. */
export function refusePictureOptions(given: Given & { readonly format: string }): void {
  if (given.format === 'svg') return;
  const isGiven = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== 'light');
  const [name] = Object.keys(pictureOptions).filter((one) => isGiven(given[one as keyof Given]));
  if (name !== undefined) throw new UsageError(`--${name} is for --format svg`);
}

export async function drawSvg(assessment: Assessment, given: Given): Promise<string> {
  const { architecture } = assessment;
  checkNames(architecture, given);
  const { flow, flows, plain, protection, readers, show, collapse, boxes: most, zone, kind, severity, service, party } = given;
  const options: PictureOptions = {
    flows: flows ? 'all' : flow.length > 0 ? flow : undefined,
    control: protection,
    readers,
    show,
    collapse,
    most,
    findings: !plain,
    only: { zones: zone, kinds: kind, severities: severities.filter((one) => severity.includes(one)), services: service, parties: party },
  };
  return svgOf(await layOut(sceneOf(architecture, assessment, options)), given.theme);
}

type Table = ReadonlyMap<string, unknown>;

/** A name that is nothing would draw a picture that shows nothing, and nobody would know why. */
function checkNames({ catalogue, flows, data, zones, components }: Architecture, given: Given): void {
  const { componentKinds, dataClasses, services, controls, requirements, threats, attacks, harms, standards } = catalogue;
  const party = catalogue.attributes.get(knownNames.party)?.type;
  const parties: Table = new Map((party?.kind === 'words' ? party.words : []).map((word) => [word, word]));
  const checks: readonly (readonly [string, readonly string[], readonly Table[]])[] = [
    ['flow', given.flow, [flows, data, dataClasses, services]],
    ['protection', [given.protection ?? []].flat(), [controls]],
    ['readers', [given.readers ?? []].flat(), [flows, data, dataClasses]],
    ['show', [given.show ?? []].flat(), [requirements, threats, attacks, harms, standards]],
    ['collapse', given.collapse, [zones]],
    ['zone', given.zone, [zones]],
    ['kind', given.kind, [componentKinds]],
    ['service', given.service, [services]],
    ['party', given.party, [parties, components]],
  ];
  for (const [option, names, tables] of checks) {
    for (const name of names) {
      if (tables.some((table) => table.has(name))) continue;
      const near = nearestWord(
        name,
        tables.flatMap((table) => [...table.keys()]),
      );
      throw new UsageError(`--${option} finds nothing that is named '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
    }
  }
}
