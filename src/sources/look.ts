import type { Entry, SourceId } from '../core/mention.ts';
import type { Source, SourceState } from '../core/source.ts';
import type { Parsed } from '../parse/parsed.ts';
import type { Http } from './http.ts';
import { explain, isBlocked, isOffline } from './failure.ts';
import type { Failure } from './failure.ts';
import type { Listening } from './listening.ts';
import { freshFor, validatorsOf } from './response.ts';
import type { Validators } from './response.ts';
import type { OpenStream } from './web-socket.ts';

/** What one look at a source found. */
export type Looked =
  | {
      readonly kind: 'entries';
      readonly entries: readonly Entry[];
      /** What the source says is deleted. */
      readonly gone?: readonly Gone[];
      /** What was broken and how it was repaired, for a person. */
      readonly problems: readonly string[];
      readonly title?: string;
      readonly format?: string;
      readonly notes: Notes;
    }
  | { readonly kind: 'unchanged'; readonly notes: Notes }
  /** It refuses us. */
  | Refusal<'blocked'>
  | Refusal<'failed'>
  /** It is gone for good and must not be asked again. */
  | Refusal<'gone'>;

/** A deleted item by its native id, or everything that an author wrote there. */
export type Gone = { readonly id: string } | { readonly author: string };

type Refusal<K> = {
  readonly kind: K;
  /** One sentence for a person, without a full stop. */
  readonly why: string;
  /** Milliseconds that the server asked us to wait. */
  readonly retryAfterMs?: number;
  /** This machine seems to be offline, which says nothing about the source. */
  readonly isOffline?: true;
};

/** What to remember for the next look; what is absent was not told, and the old value no longer holds. */
export type Notes = Validators & {
  /** Milliseconds until another look can find anything new. */
  readonly freshMs?: number;
  readonly movedTo?: string;
  readonly cursor?: string;
};

/** Bytes to entries; never rejects for what the bytes are. */
export type ParseFeed = (
  bytes: Uint8Array<ArrayBuffer>,
  hints: { readonly contentType?: string; readonly url: string },
) => Promise<Parsed>;

/** Streams, those that stay open from one look at a source to the next among them. */
export type Streams = {
  readonly open: OpenStream;
  readonly kept: Map<SourceId, Listening>;
};

export type LookContext = {
  readonly http: Http;
  readonly parse: ParseFeed;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly maxBytes: number;
  readonly streams: Streams;
  /** Where keys are, and nowhere else. */
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** How one kind of source is looked at; never rejects for what the source does. */
export type Look = (
  source: Source,
  state: SourceState | undefined,
  context: LookContext,
) => Promise<Looked>;

/** A look that brought nothing, and why. */
export type NotRead = Extract<Looked, { readonly why: string }>;

/** A failed request as the outcome of a look. */
export const refused = (failure: Failure): NotRead => {
  const why = explain(failure);
  if (failure.kind === 'status' && failure.status === 410) return { kind: 'gone', why };
  const retry =
    'retryAfterMs' in failure && failure.retryAfterMs !== undefined
      ? { retryAfterMs: failure.retryAfterMs }
      : {};
  const offline = isOffline(failure) ? { isOffline: true as const } : {};
  return { kind: isBlocked(failure) ? 'blocked' : 'failed', why, ...retry, ...offline };
};

/** What an answer's headers say about the next request. */
export const notesOf = (
  { headers, movedTo }: { headers: Parameters<typeof freshFor>[0]; movedTo?: string },
  now: Date,
): Notes => {
  const fresh = freshFor(headers, now.getTime());
  return {
    ...validatorsOf(headers),
    ...(fresh === undefined ? {} : { freshMs: fresh }),
    ...(movedTo === undefined ? {} : { movedTo }),
  };
};
