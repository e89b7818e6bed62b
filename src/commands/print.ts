import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes and, when the reader is slow, waits for it, so that a long listing never piles up in memory. */
export const print = async (stream: Writable, text: string): Promise<void> => {
  if (!stream.write(text)) await once(stream, 'drain');
};
