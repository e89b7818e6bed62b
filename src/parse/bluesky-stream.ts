import type { Entry } from '../core/mention.ts';
import { rawRecord } from './bluesky.ts';
import { cleanEntry } from './clean.ts';
import { fieldOf, isObject, readJson, textField } from './json.ts';

/** What one frame of Jetstream says; `cursor` is from where to resume. */
export type StreamEvent =
  | { readonly kind: 'post'; readonly entry: Entry; readonly cursor?: string }
  | { readonly kind: 'deleted'; readonly id: string; readonly cursor?: string }
  | { readonly kind: 'other'; readonly cursor?: string };

/** Reads a frame of Jetstream, of version 2 (`payload`) or the older one (`commit`); never throws. */
export const parseJetstream = (frame: string): StreamEvent => {
  const json = readJson(frame);
  const payload = fieldOf(json, 'payload');
  const body = isObject(payload) ? payload : json;
  const commit = isObject(fieldOf(body, 'commit')) ? fieldOf(body, 'commit') : body;
  const place = textField(body, 'seq') ?? textField(body, 'time_us');
  const cursor = place === undefined ? {} : { cursor: place };
  const [did, collection, key] = [
    textField(body, 'did'),
    textField(commit, 'collection'),
    textField(commit, 'rkey'),
  ];
  if (collection !== 'app.bsky.feed.post' || did === undefined || key === undefined)
    return { kind: 'other', ...cursor };
  const uri = `at://${did}/${collection}/${key}`;
  if (textField(commit, 'operation') === 'delete') return { kind: 'deleted', id: uri, ...cursor };
  const entry = cleanEntry(rawRecord(fieldOf(commit, 'record'), uri, did), new Map());
  return entry === undefined ? { kind: 'other', ...cursor } : { kind: 'post', entry, ...cursor };
};
