import type { Architecture, Variant } from '../model/architecture.js';
import type { ModelPart } from '../source/map.js';
import { assembleArchitecture, type DesignFile } from './architecture.js';
import type { FileReading } from './file.js';
import { filesWith, type WrittenVariant } from './variants.js';

/** A design as one of its variants has it. */
export interface VariantDesign {
  readonly variant: Variant;
  readonly architecture: Architecture;
}

/** What a workspace holds, as far as variants need it. */
interface Holding {
  readonly designs: readonly Architecture[];
  /** By address. */
  readonly files: ReadonlyMap<string, { readonly reading: FileReading }>;
  /** The addresses of the files that one sees, itself first. */
  readonly seenFrom: (address: string) => readonly string[];
  readonly filesOf: (design: Architecture) => readonly DesignFile[];
}

/** Designs as their variants have them; one whose design and statement say the same stays the same object. */
export class VariantDesigns {
  private readonly known = new WeakMap<Architecture, Map<WrittenVariant, Architecture>>();

  /** `from` is told of each part that is a copy, with the part that stands in the text. */
  constructor(private readonly from: (copy: ModelPart, original: ModelPart) => void) {}

  /** By the addresses of their files and in the order of their lines. Of two with one name the first counts. */
  of(whole: Architecture, holding: Holding): readonly VariantDesign[] {
    const found = new Map<string, VariantDesign>();
    for (const [address, { reading }] of [...holding.files].sort(([one], [other]) => (one < other ? -1 : 1))) {
      for (const written of reading.variants) {
        const { variant } = written;
        if (found.has(variant.name) || designOf(variant, address, holding) !== whole) continue;
        found.set(variant.name, { variant, architecture: this.with(written, whole, holding) });
      }
    }
    return [...found.values()];
  }

  /** A variant by itself, under a title that tells it from its design. */
  entitled({ variant, architecture }: VariantDesign): Architecture {
    const { design } = architecture;
    const named = { ...design, title: `${design.title ?? design.name}, with ${variant.title ?? variant.name}` };
    this.from(named, design);
    return { ...architecture, design: named };
  }

  private with(written: WrittenVariant, whole: Architecture, { filesOf }: Holding): Architecture {
    let known = this.known.get(whole);
    if (known === undefined) this.known.set(whole, (known = new Map<WrittenVariant, Architecture>()));
    let found = known.get(written);
    if (found === undefined) {
      found = assembleArchitecture(filesWith(written, filesOf(whole), this.from), whole.catalogue, whole, (flow, one) => {
        if (flow !== one) this.from(flow, one);
      });
      known.set(written, found);
    }
    return found;
  }
}

/** The design that a variant names: the first of that name that its file sees. */
function designOf({ design }: Variant, address: string, { designs, seenFrom }: Holding): Architecture | undefined {
  const seen = seenFrom(address);
  const meant = designs.filter((one) => one.design.name === design && !one.design.implicit && seen.includes(one.files[0]!));
  return meant.toSorted((one, other) => seen.indexOf(one.files[0]!) - seen.indexOf(other.files[0]!))[0];
}
