import type { RequestListener } from 'node:http';
import type { Source, SourceState } from '../../src/core/source.ts';
import { parseFeed } from '../../src/parse/feed.ts';
import { remember } from '../../src/scan/remember.ts';
import { lookAt } from '../../src/sources/kinds.ts';
import type { Looked } from '../../src/sources/look.ts';
import { aSource } from '../scan/scanning.ts';
import { client, patience, serve, streams } from './serving.ts';

export const now = () => new Date('2026-11-20T12:00:00Z');

type Env = Readonly<Record<string, string>>;

/** Looks at a source again and again, each time with what it remembers of the time before. */
export const lookingAt = (differs: Partial<Source>, env: Env = {}) => {
  const source = aSource(differs);
  const context = {
    ...{ http: client(), parse: parseFeed, now, maxBytes: 1e6, signal: patience, env },
    streams: streams(),
  };
  let state: SourceState | undefined;
  return {
    look: async (): Promise<Looked> => {
      const looked = await lookAt(source, state, context);
      state = remember(source, state, looked, undefined, now());
      return looked;
    },
  };
};

/** A kind with a server in the place of the network's own; looks again with what it remembers. */
export const network = async (
  kind: string,
  options: Source['options'] & object,
  listener: RequestListener,
  env: Env = {},
) => {
  const { url, asked } = await serve(listener);
  return {
    ...lookingAt({ kind, url, options }, env),
    paths: () => asked.map(request => decodeURIComponent(request.url ?? '').replaceAll('+', ' ')),
    headers: (nth: number) => asked[nth]?.headers,
  };
};

export const json =
  (answers: Readonly<Record<string, unknown>>): RequestListener =>
  (request, response) => {
    const path = Object.keys(answers).find(path => request.url?.startsWith(path));
    response.statusCode = path === undefined ? 404 : 200;
    response.end(JSON.stringify(path === undefined ? {} : answers[path]));
  };

export const rss = (...titles: readonly string[]) =>
  `<rss><channel><title>t</title>${titles.map(title => `<item><title>${title}</title></item>`).join('')}</channel></rss>`;

export const titles = (looked: Looked) =>
  looked.kind === 'entries' ? looked.entries.map(({ title, text }) => title ?? text) : looked.kind;
