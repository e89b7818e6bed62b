import { createHash } from 'node:crypto';
import type { SourceState } from '../core/source.ts';
import { discoverFeeds } from '../parse/feed-discovery.ts';
import { readFileUrl } from './file.ts';
import type { Answer } from './http.ts';
import { notesOf, refused } from './look.ts';
import type { Look, LookContext, Looked, Notes } from './look.ts';

type Known = SourceState | undefined;

/** A feed in any format, over http(s) or from a file. */
export const lookAtFeed: Look = async ({ url }, state, context) => {
  if (url === undefined) return { kind: 'failed', why: 'it has no url; give it one' };
  // What was remembered of another address says nothing about this one.
  const known = state?.url === url ? state : undefined;
  return /^file:/i.test(url) ? atFile(url, known, context) : atServer(url, known, context);
};

const atFile = async (url: string, known: Known, context: LookContext): Promise<Looked> => {
  const read = await readFileUrl(url, context.maxBytes, context.signal);
  return read.kind === 'failed' ? read : entriesOf(read.bytes, { url }, {}, known, context);
};

const atServer = async (url: string, known: Known, context: LookContext): Promise<Looked> => {
  const moved = known?.movedTo;
  if (moved === undefined) return settle(await ask(url, known, context), known, context);
  const answer = await ask(moved, known, context);
  // Where it had moved to for good is lost; perhaps it is back.
  if (isLost(answer)) return settle(await ask(url, undefined, context), undefined, context);
  return settle(answer, known, context);
};

const ask = (url: string, known: Known, { http, signal }: LookContext): Promise<Answer> => {
  const { etag, lastModified } = known ?? {};
  const headers = {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
  return http.ask({ url, headers }, signal);
};

const isLost = (answer: Answer): boolean =>
  answer.kind === 'failed' &&
  (answer.failure.kind === 'status'
    ? [404, 410].includes(answer.failure.status)
    : ['dns', 'connect', 'tls', 'private', 'redirects'].includes(answer.failure.kind));

const settle = async (answer: Answer, known: Known, context: LookContext): Promise<Looked> => {
  if (answer.kind === 'failed') return refused(answer.failure);
  const moved = known?.movedTo === undefined ? {} : { movedTo: known.movedTo };
  const notes = { ...moved, ...notesOf(answer, context.now()) };
  if (answer.kind === 'unchanged')
    return { kind: 'unchanged', notes: { ...remembered(known), ...notes } };
  const contentType = answer.headers['content-type'];
  const hints = { url: answer.url, ...(contentType ? { contentType } : {}) };
  return entriesOf(answer.bytes, hints, notes, known, context);
};

/** A 304 need not repeat what holds. */
const remembered = (known: Known): Notes => {
  const { etag, lastModified, cursor } = known ?? {};
  return {
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
    ...(cursor ? { cursor } : {}),
  };
};

const entriesOf = async (
  bytes: Uint8Array<ArrayBuffer>,
  hints: Parameters<LookContext['parse']>[1],
  notes: Notes,
  known: Known,
  context: LookContext,
): Promise<Looked> => {
  // Many servers know no validators, and send the same bytes again and again.
  const cursor = createHash('sha1').update(bytes).digest('base64');
  if (cursor === known?.cursor) return { kind: 'unchanged', notes: { ...notes, cursor } };
  const {
    format,
    title,
    ttlMs,
    entries,
    deleted = [],
    problems,
  } = await context.parse(bytes, hints);
  if (format === 'unknown') return { kind: 'failed', why: notAFeed(bytes, hints.url) };
  const freshMs = Math.max(notes.freshMs ?? 0, ttlMs ?? 0);
  return {
    kind: 'entries',
    format,
    entries,
    ...(deleted.length > 0 ? { gone: deleted.map(id => ({ id })) } : {}),
    problems: problems.map(({ message }) => message),
    ...(title === undefined ? {} : { title }),
    notes: { ...notes, cursor, ...(freshMs > 0 ? { freshMs } : {}) },
  };
};

const notAFeed = (bytes: Uint8Array, url: string): string => {
  if (bytes.length === 0) return 'the answer is empty; there is no feed at this address';
  const page = new TextDecoder().decode(bytes);
  if (!/<(?:!doctype html|html|head|body)\b/i.test(page.slice(0, 2000)))
    return 'what is at this address is no feed that we can read (RSS, Atom or JSON Feed)';
  const [offer] = discoverFeeds(page, url);
  const advice = offer ? `it offers ${offer.url}` : 'and it offers none';
  return `there is a web page at this address, not a feed; ${advice}`;
};
