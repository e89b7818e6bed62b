import type { IncomingHttpHeaders } from 'node:http';
import type { Entry } from '../core/mention.ts';
import type { Page } from '../parse/page.ts';
import type { Failure } from './failure.ts';
import type { Request } from './http.ts';
import { refused } from './look.ts';
import type { Gone, LookContext, Looked, NotRead } from './look.ts';

export type Paging = {
  /** The request for a page: the first when `next` is undefined. */
  readonly ask: (next: string | undefined) => Request;
  readonly parse: (document: string) => Page;
  /** Where the next page begins, when the headers say it and not the page. */
  readonly nextIn?: (headers: IncomingHttpHeaders) => string | undefined;
  readonly most?: number;
  /** Keys in use, which no sentence may repeat. */
  readonly secrets?: readonly string[];
};

/**
 * Reads a few pages of an interface; what came before a page that failed is kept. The cursor is for the next look: made
 * of the newest id, and of whether no page failed.
 */
export const readPages = async (
  paging: Paging,
  context: LookContext,
  cursorOf: (newest: string | undefined, isWhole: boolean) => string | undefined = newest => newest,
): Promise<Looked> => {
  const entries: Entry[] = [];
  const problems: string[] = [];
  const gone: Gone[] = [];
  let newest: string | undefined;
  let isWhole = true;
  let waitMs = 0;
  let next: string | undefined;
  for (let page = 0; page < (paging.most ?? 3); page++) {
    const read = await readPage(paging, next, context);
    if ('why' in read && page === 0) return read;
    if ('why' in read) {
      problems.push(`page ${page + 1} was not read: ${read.why}`);
      isWhole = false;
      break;
    }
    entries.push(...read.entries);
    gone.push(...(read.deleted ?? []).map(id => ({ id })));
    problems.push(...read.problems.map(({ message }) => message));
    newest ??= read.newest;
    waitMs = Math.max(waitMs, read.waitMs ?? 0);
    next = read.next;
    if (next === undefined || waitMs > 0) break;
  }
  const cursor = cursorOf(newest, isWhole);
  return {
    kind: 'entries',
    entries,
    ...(gone.length > 0 ? { gone } : {}),
    problems,
    notes: {
      ...(waitMs > 0 ? { freshMs: waitMs } : {}),
      ...(cursor === undefined ? {} : { cursor }),
    },
  };
};

const readPage = async (
  { ask, parse, nextIn, secrets = [] }: Paging,
  next: string | undefined,
  { http, signal }: LookContext,
): Promise<Page | NotRead> => {
  const request = ask(next);
  const answer = await http.ask(request, signal);
  const bytes = answer.kind === 'unchanged' ? new Uint8Array() : (answer.bytes ?? new Uint8Array());
  const page = parse(new TextDecoder().decode(bytes));
  const isJson = !page.problems.some(({ kind }) => kind === 'broken-json');
  if (answer.kind === 'failed') {
    if (isNothingFound(answer.failure) && isJson && page.refusal === undefined) return page;
    return withWords(refused(answer.failure), page, secrets);
  }
  const host = new URL(request.url).host;
  if (page.refusal !== undefined)
    return withWords({ kind: 'failed', why: `${host} refuses` }, page, secrets);
  if (!isJson)
    return { kind: 'failed', why: `${host} answered something that is not its interface` };
  const onward = page.next ?? nextIn?.(answer.headers);
  return onward === undefined ? page : { ...page, next: onward };
};

/** openFDA says 404 for "none today". */
const isNothingFound = (failure: Failure): boolean =>
  failure.kind === 'status' && failure.status === 404;

const withWords = (
  looked: NotRead,
  { refusal, waitMs }: Page,
  secrets: readonly string[],
): NotRead => {
  const wait = waitMs === undefined ? {} : { retryAfterMs: waitMs };
  const why = refusal === undefined ? looked.why : `${looked.why}; it says: ${refusal}`;
  return { ...looked, ...wait, why: withoutSecrets(why.slice(0, 300), secrets) };
};

const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((clean, secret) => (secret === '' ? clean : clean.replaceAll(secret, '…')), text);
