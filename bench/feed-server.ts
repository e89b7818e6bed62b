import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { aFeedOf } from './generated-feeds.ts';

export type FeedServer = {
  readonly urls: readonly string[];
  /** Milliseconds before each answer. */
  setLatency: (ms: number) => void;
  readonly counts: { full: number; unchanged: number };
  readonly close: () => void;
};

/** Loopback feeds with ETag and 304; one of ten answers is compressed when the reader can. */
export const serveFeeds = async (count: number): Promise<FeedServer> => {
  const feeds = Array.from({ length: count }, (_, index) => {
    const plain = Buffer.from(aFeedOf(index));
    const etag = `"${createHash('sha1').update(plain).digest('hex').slice(0, 16)}"`;
    return { plain, packed: gzipSync(plain), etag };
  });
  const counts = { full: 0, unchanged: 0 };
  let latency = 0;
  const server: Server = createServer((request, response) => {
    const index = Number(/^\/(\d+)\.xml$/.exec(request.url ?? '')?.[1]);
    const feed = feeds[index];
    const answer = () => {
      if (!feed) return response.writeHead(404).end();
      response.setHeader('etag', feed.etag);
      response.setHeader('last-modified', lastModified);
      if (isKnown(request.headers, feed.etag)) {
        counts.unchanged++;
        return response.writeHead(304).end();
      }
      counts.full++;
      const isPacked = index % 10 === 9 && /gzip/.test(request.headers['accept-encoding'] ?? '');
      response.setHeader('content-type', 'application/xml; charset=utf-8');
      if (isPacked) response.setHeader('content-encoding', 'gzip');
      response.end(isPacked ? feed.packed : feed.plain);
    };
    if (latency > 0) setTimeout(answer, latency);
    else answer();
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    urls: feeds.map((_, index) => `http://127.0.0.1:${port}/${index}.xml`),
    setLatency: ms => {
      latency = ms;
    },
    counts,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const lastModified = 'Wed, 01 Jul 2026 00:00:00 GMT';

/** RFC 9110: the entity tag decides where there is one, else the date. */
const isKnown = (headers: IncomingHttpHeaders, etag: string): boolean =>
  headers['if-none-match'] === undefined
    ? Date.parse(headers['if-modified-since'] ?? '') >= Date.parse(lastModified)
    : headers['if-none-match'] === etag;
