import { Deflate, deflateSync, strToU8 } from 'fflate';
import { gathered } from '../gathered.js';

/** A part of a package: its name in ASCII, and its text in pieces, none of which ends within a character. */
export type ZipPart = readonly [name: string, pieces: Iterable<string>];

/** Parts up to so many bytes are packed at once, which packs them best; longer ones bit by bit, so that only what is packed is held. */
const packedAtOnce = 4 << 20;

/** The first of January 1980 at noon as the format has it: the same bytes whenever and wherever they are made. */
const noon = { time: 12 << 11, date: (1 << 5) | 1 };

interface Packed {
  readonly name: Uint8Array;
  readonly bytes: readonly Uint8Array[];
  readonly checksum: number;
  readonly length: number;
}

/** A ZIP file of some parts in their order. Their texts are taken and forgotten piece by piece. */
export function zipOf(parts: Iterable<ZipPart>): Uint8Array {
  const out: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, pieces] of parts) {
    const packed = pack(name, pieces);
    const written = [localHeader(packed), packed.name, ...packed.bytes];
    directory.push(centralHeader(packed, offset), packed.name);
    out.push(...written);
    offset += lengthOf(written);
  }
  return joined([...out, ...directory, endRecord(directory.length / 2, lengthOf(directory), offset)]);
}

function pack(name: string, pieces: Iterable<string>): Packed {
  const bytes: Uint8Array[] = [];
  let waiting: Uint8Array[] = [];
  let [checksum, length] = [0, 0];
  let stream: Deflate | undefined;
  for (const piece of gathered(pieces)) {
    const data = strToU8(piece);
    checksum = crc32(data, checksum);
    length += data.length;
    waiting.push(data);
    if (length <= packedAtOnce) continue;
    stream ??= new Deflate({ level: 6 }, (some) => bytes.push(some));
    for (const one of waiting) stream.push(one);
    waiting = [];
  }
  if (stream === undefined) bytes.push(deflateSync(joined(waiting), { level: 6 }));
  else stream.push(new Uint8Array(), true);
  return { name: strToU8(name), bytes, checksum, length };
}

function localHeader(packed: Packed): Uint8Array {
  return record([[4, 0x04034b50], [2, 20], ...sharedFields(packed)]);
}

function centralHeader(packed: Packed, offset: number): Uint8Array {
  // No comment, the first disk, no attributes.
  return record([[4, 0x02014b50], [2, 20], [2, 20], ...sharedFields(packed), [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]);
}

/** From the flags to the length of what else is known, of which there is nothing. */
function sharedFields({ name, bytes, checksum, length }: Packed): Field[] {
  const deflated = 8;
  return [
    [2, 0],
    [2, deflated],
    [2, noon.time],
    [2, noon.date],
    [4, checksum],
    [4, lengthOf(bytes)],
    [4, length],
    [2, name.length],
    [2, 0],
  ];
}

function endRecord(entries: number, length: number, offset: number): Uint8Array {
  return record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, length],
    [4, offset],
    [2, 0],
  ]);
}

/** A number of so many bytes, the least of them first. */
type Field = readonly [bytes: 2 | 4, value: number];

function record(fields: readonly Field[]): Uint8Array {
  const out = new Uint8Array(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return out;
}

function lengthOf(list: readonly Uint8Array[]): number {
  return list.reduce((sum, { length }) => sum + length, 0);
}

function joined(list: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(lengthOf(list));
  let at = 0;
  for (const one of list) {
    out.set(one, at);
    at += one.length;
  }
  return out;
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  return rest;
});

/** The checksum of some bytes, going on from that of those before them. */
function crc32(data: Uint8Array, before: number): number {
  let rest = ~before;
  for (const byte of data) rest = remainders[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
  return ~rest >>> 0;
}
