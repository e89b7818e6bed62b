import type { Entry } from '../core/mention.ts';
import { rawRecord } from './bluesky.ts';
import { cleanEntry } from './clean.ts';
import { fieldOf, isObject, readJson, textField } from './json.ts';

/** What one frame of Jetstream says; `cursor` is from where to resume, `at` when it happened, in milliseconds since 1970. */
export type StreamEvent = (
  | { readonly kind: 'post'; readonly entry: Entry }
  | { readonly kind: 'deleted'; readonly id: string }
  /** An account was deleted or taken down, with all that it wrote. */
  | { readonly kind: 'account-gone'; readonly author: string }
  /** The server does not know the cursor that we named, and will say no more. */
  | { readonly kind: 'cursor-lost' }
  | { readonly kind: 'other' }
) & { readonly cursor?: string; readonly at?: number };

/** Reads a frame of Jetstream, of version 2 (`payload`) or the older one (`commit`); never throws. */
export const parseJetstream = (frame: string): StreamEvent => {
  const json = readJson(frame);
  const payload = fieldOf(json, 'payload');
  const body = isObject(payload) ? payload : json;
  const place = textField(body, 'seq') ?? textField(body, 'time_us');
  const at = momentOf(body);
  return {
    ...eventIn(body),
    ...(place === undefined ? {} : { cursor: place }),
    ...(at === undefined ? {} : { at }),
  };
};

const eventIn = (body: unknown): StreamEvent => {
  if (/cursor/i.test(textField(body, 'error') ?? '')) return { kind: 'cursor-lost' };
  const author = textField(body, 'did');
  const account = fieldOf(body, 'account') ?? body;
  if (author !== undefined && isGone(account)) return { kind: 'account-gone', author };
  const commit = isObject(fieldOf(body, 'commit')) ? fieldOf(body, 'commit') : body;
  const [collection, key] = [textField(commit, 'collection'), textField(commit, 'rkey')];
  if (collection !== 'app.bsky.feed.post' || author === undefined || key === undefined)
    return { kind: 'other' };
  const uri = `at://${author}/${collection}/${key}`;
  if (textField(commit, 'operation') === 'delete') return { kind: 'deleted', id: uri };
  const entry = cleanEntry(rawRecord(fieldOf(commit, 'record'), uri, author), new Map());
  return entry === undefined ? { kind: 'other' } : { kind: 'post', entry };
};

/** An account that is only suspended or deactivated may come back with what it wrote. */
const isGone = (account: unknown): boolean =>
  fieldOf(account, 'active') === false &&
  /^(?:deleted|takendown)$/.test(textField(account, 'status') ?? '');

const momentOf = (body: unknown): number | undefined => {
  const micros = Number(textField(body, 'time_us'));
  const at = micros > 0 ? micros / 1000 : Date.parse(textField(body, 'time') ?? '');
  return Number.isNaN(at) ? undefined : at;
};
