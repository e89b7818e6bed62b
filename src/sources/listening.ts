import type { Entry } from '../core/mention.ts';
import { parseJetstream } from '../parse/bluesky-stream.ts';
import { fold } from '../text/fold.ts';
import type { Failure } from './failure.ts';
import type { Gone, LookContext } from './look.ts';
import type { Stream } from './web-socket.ts';

/** A stream that is listened to between looks. */
export type Listening = {
  /** What came since the last time; reading goes on if it had to pause. */
  readonly drain: () => { readonly entries: readonly Entry[]; readonly gone: readonly Gone[] };
  /** Where the stream was read to; undefined before its first event, and `lost` when the server knows no such place. */
  readonly cursor: () => string | undefined;
  readonly lost: () => boolean;
  /** Why it ended; undefined while it goes on. */
  readonly ended: () => Failure | undefined;
  /** Resolves when what happened while nobody listened is read, or when that takes too long for one look. */
  readonly caughtUp: (signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
};

export type Wanted = {
  readonly base: string;
  readonly words: readonly string[];
  readonly authors: readonly string[];
  readonly cursor: string | undefined;
};

/** So much is kept for the next look; then the sender has to wait. */
const mostEntries = 2000;
const mostGone = 20_000;
/** A stream as of so many milliseconds ago counts as caught up. */
const nearMs = 5000;
/** Where nothing comes for so long there is nothing to catch up with: a stream of a few authors is silent most of the day. */
const quietMs = 2000;
/** What one look waits for at most; the rest is read while nobody waits, or at the next look. */
const longestMs = 30_000;

/** Begins to listen to Jetstream, from a cursor on. */
export const listenTo = async (wanted: Wanted, { streams, now }: LookContext) => {
  const isWanted = choosing(wanted);
  let entries: Entry[] = [];
  let gone: Gone[] = [];
  let cursor = wanted.cursor;
  let isLost = false;
  let failure: Failure | undefined;
  /** Absent until the connection stands; counted apart from the time of day, which may be set. */
  let heardAt: number | undefined;
  let reachedAt = 0;
  const waiting = new Set<() => void>();
  const tell = () => waiting.forEach(look => look());
  const isFull = () => entries.length >= mostEntries || gone.length >= mostGone;
  let stream: Stream | undefined;

  stream = await streams.open(addressOf(wanted), 'xrpc.v1.json', {
    open: () => (heardAt = performance.now()),
    text: message => {
      const event = parseJetstream(message);
      heardAt = performance.now();
      cursor = event.cursor ?? cursor;
      reachedAt = event.at ?? reachedAt;
      if (event.kind === 'post' && isWanted(event.entry)) entries.push(event.entry);
      if (event.kind === 'deleted') gone.push({ id: event.id });
      if (event.kind === 'cursor-lost') {
        isLost = true;
        cursor = undefined;
      }
      if (event.kind === 'account-gone') gone.push({ author: event.author });
      if (isFull()) stream?.pause();
      if (waiting.size > 0) tell();
    },
    end: why => {
      failure = why;
      tell();
    },
  });

  const isNear = () => {
    if (failure !== undefined || isLost || isFull()) return true;
    if (heardAt === undefined) return false;
    return now().getTime() - reachedAt < nearMs || performance.now() - heardAt > quietMs;
  };
  const listening: Listening = {
    drain: () => {
      const brought = { entries, gone };
      entries = [];
      gone = [];
      stream.resume();
      return brought;
    },
    cursor: () => cursor,
    lost: () => isLost,
    ended: () => failure,
    caughtUp: signal => until(isNear, waiting, signal),
    close: stream.close,
  };
  return listening;
};

const until = (
  holds: () => boolean,
  waiting: Set<() => void>,
  signal: AbortSignal,
): Promise<void> =>
  new Promise(resolve => {
    const look = () => {
      if (holds()) done();
    };
    const beat = setInterval(look, 100);
    const limit = setTimeout(() => done(), longestMs);
    const done = () => {
      clearInterval(beat);
      clearTimeout(limit);
      waiting.delete(look);
      signal.removeEventListener('abort', done);
      resolve();
    };
    waiting.add(look);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
    else look();
  });

/** Posts by anybody that hold one of the words; without words, all by the authors, whom the server picks. */
const choosing = ({ words }: Wanted): ((entry: Entry) => boolean) => {
  if (words.length === 0) return () => true;
  const alternatives = words.map(word =>
    fold(word)
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replace(/\s+/g, String.raw`\s+`),
  );
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join('|')})(?![\p{L}\p{N}])`,
    'u',
  );
  return ({ text, title = '' }) => pattern.test(fold(`${title}\n${text}`));
};

/** Version 2, and where the address ends in `/subscribe` the version before. */
const addressOf = ({ base, authors, cursor }: Wanted): string => {
  const isFormer = base.endsWith('/subscribe');
  const query = new URLSearchParams();
  query.append(isFormer ? 'wantedCollections' : 'collections', 'app.bsky.feed.post');
  if (!isFormer) for (const kind of ['commit', 'account']) query.append('kinds', kind);
  for (const author of authors) query.append(isFormer ? 'wantedDids' : 'dids', author);
  if (cursor !== undefined) query.append('cursor', cursor);
  const path = isFormer ? '' : '/xrpc/network.bsky.jetstream.subscribeEvents';
  return `${base}${path}?${query.toString()}`;
};
