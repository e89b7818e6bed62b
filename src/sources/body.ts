import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import type { Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
} from 'node:zlib';
import { freeBuffers } from './collect.ts';
import { TooLarge } from './diagnose.ts';

type Chunks = AsyncIterable<Uint8Array>;

/** Reads a body, unpacked; throws `TooLarge` as soon as it outgrows `maxBytes`, on the wire or unpacked. */
export const readBody = async (
  message: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) throw new TooLarge();
  const wire = atMost(message, maxBytes);
  const first = await wire.next();
  if (first.done === true) return new Uint8Array();
  const packed = chain(first.value, wire);
  const decoder = decoderFor(message.headers['content-encoding'] ?? '', first.value[0] ?? 0);
  return gather(decoder ? atMost(unpack(packed, decoder), maxBytes) : packed);
};

async function* atMost(chunks: Chunks, maxBytes: number): AsyncGenerator<Uint8Array, void> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLarge();
    yield chunk;
  }
}

async function* chain(first: Uint8Array, rest: Chunks): AsyncGenerator<Uint8Array, void> {
  yield first;
  yield* rest;
}

/** The pipeline destroys its source when the reader of the decoder gives up; its error reaches that reader itself. */
const unpack = (packed: Chunks, decoder: Transform): Chunks =>
  pipeline(packed, decoder, () => undefined);

/** Servers mislabel: the first byte decides on gzip and on the two things called deflate. Input that stops short still gives what it held. */
const decoderFor = (encoding: string, firstByte: number): Transform | undefined => {
  const cutShort = { finishFlush: constants.Z_SYNC_FLUSH };
  if (firstByte === gzipMagic) return createGunzip(cutShort);
  if (/\bdeflate\b/i.test(encoding))
    return (firstByte & 0x0f) === zlibMethod ? createInflate(cutShort) : createInflateRaw(cutShort);
  if (/\bbr\b/i.test(encoding))
    return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  return undefined;
};

/** RFC 1952; no feed, page or JSON begins with it. */
const gzipMagic = 0x1f;
/** RFC 1950: the low four bits of the first byte name the method, and 8 is the only one. */
const zlibMethod = 8;

const slabSize = 65_536;
/** Smaller chunks are copied together; larger ones are kept as they came, since copies double the memory until collected. */
const crumb = 4096;

/** Feeds are shorter than this many bytes; of what is not, the garbage is taken out on the way. */
const longBody = 1_000_000;

/** Puts a body together so that one sent in a million tiny chunks does not leave a million objects. */
const gather = async (chunks: Chunks): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  let slab = new Uint8Array(0);
  let used = 0;
  let size = 0;
  let sinceFreed = 0;
  const sweep = () => {
    if (used > 0) parts.push(slab.subarray(0, used));
    slab = slab.subarray(used);
    used = 0;
  };
  for await (const chunk of chunks) {
    size += chunk.length;
    sinceFreed += chunk.length;
    if (sinceFreed > longBody) {
      freeBuffers();
      sinceFreed = 0;
    }
    if (chunk.length >= crumb) {
      sweep();
      parts.push(chunk);
      continue;
    }
    if (chunk.length > slab.length - used) {
      sweep();
      slab = new Uint8Array(slabSize);
    }
    slab.set(chunk, used);
    used += chunk.length;
  }
  sweep();
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
