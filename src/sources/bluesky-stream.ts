import { z } from 'zod';
import type { SourceState } from '../core/source.ts';
import { explain } from './failure.ts';
import { baseOf, kindOf, names } from './kind.ts';
import { listenTo } from './listening.ts';
import type { Listening } from './listening.ts';
import { refused } from './look.ts';
import type { Looked } from './look.ts';

/**
 * All posts of Bluesky as they are written, by Jetstream, without a key: those that hold one of the words, or are by one
 * of the authors, are kept. The connection stays open between the looks of a watch; a look hands over what came, and
 * the cursor with which the next one goes on, even after a crash. A single scan catches up and hangs up.
 */
export const blueskyStream = kindOf({
  url: 'optional',
  options: z
    .strictObject({ words: names.optional(), authors: names.optional() })
    .refine(({ words, authors }) => words !== undefined || authors !== undefined, {
      message: 'it needs words or authors (DIDs)',
    }),
  look: async ({ words = [], authors = [] }, source, state, context) => {
    const before = context.streams.kept.get(source.id);
    const listening =
      before && before.ended() === undefined
        ? before
        : await begin(before?.cursor() ?? state?.cursor);
    await listening.caughtUp(context.signal);
    const found = looked(listening, state);
    // What came before the end of a connection was told; the next look begins another.
    return before && before !== listening ? joined(before, found, state) : found;

    async function begin(cursor: string | undefined): Promise<Listening> {
      const base = baseOf(source, 'https://jetstream.us-east.bsky.network');
      const opened = await listenTo({ base, words, authors, cursor }, context);
      context.streams.kept.set(source.id, opened);
      return opened;
    }
  },
});

const looked = (listening: Listening, state: SourceState | undefined): Looked => {
  const { entries, gone } = listening.drain();
  if (listening.lost()) {
    listening.close();
    const problems = ['the stream no longer knows where the last look ended, and goes on from now'];
    return { kind: 'entries', entries, gone, problems, notes: {} };
  }
  const failure = listening.ended();
  if (failure !== undefined && entries.length + gone.length === 0) return refused(failure);
  const cursor = listening.cursor() ?? state?.cursor;
  return {
    kind: 'entries',
    entries,
    gone,
    problems: failure === undefined ? [] : [explain(failure)],
    notes: cursor === undefined ? {} : { cursor },
  };
};

const joined = (before: Listening, found: Looked, state: SourceState | undefined): Looked => {
  const rest = looked(before, state);
  if (rest.kind !== 'entries' || rest.entries.length + (rest.gone?.length ?? 0) === 0) return found;
  if (found.kind !== 'entries') return rest;
  return {
    ...found,
    entries: [...rest.entries, ...found.entries],
    gone: [...(rest.gone ?? []), ...(found.gone ?? [])],
  };
};
