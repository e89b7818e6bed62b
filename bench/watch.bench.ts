// 48 simulated hours of `listen watch` on 20 sources that change, fail, hang up and refuse now and then: what memory does.
//   npm run bench -- watch
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClassifier } from '../src/classify/classifier.ts';
import { readKnowledge } from '../src/commands/knowledge.ts';
import type { Source } from '../src/core/source.ts';
import { silent } from '../src/log.ts';
import { parseFeed } from '../src/parse/feed.ts';
import { watch } from '../src/scan/watch.ts';
import { openHttp } from '../src/sources/http.ts';
import { lookAt } from '../src/sources/kinds.ts';
import { createOpenStream } from '../src/sources/web-socket.ts';
import { defaultLimits } from '../src/sources/limits.ts';
import { openStore } from '../src/store/open.ts';
import { pathToFileURL } from 'node:url';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let simulated = Date.UTC(2026, 10, 20);
const now = () => new Date(simulated);
let requests = 0;

const items = (source: number): string => {
  const newest = Math.floor(simulated / 3_600_000);
  return Array.from({ length: 20 }, (_, age) => {
    const hour = newest - age;
    return `<item><guid isPermaLink="false">${source}-${hour}</guid><title>Visit at ${hour}</title><description>Waited ${hour % 90} minutes, the nurse was kind.</description><pubDate>${new Date(hour * 3_600_000).toUTCString()}</pubDate></item>`;
  }).join('');
};
const server = createServer((request, response) => {
  requests++;
  const source = Number(request.url?.slice(1));
  const luck = (requests * 2_654_435_761) % 100;
  if (luck < 4) response.writeHead(503).end();
  else if (luck < 6) request.socket.destroy();
  else if (luck < 8) response.writeHead(429, { 'retry-after': '900' }).end();
  else response.end(`<rss><channel><title>S</title>${items(source)}</channel></rss>`);
});
await new Promise<void>(resolve => {
  server.listen(0, '127.0.0.1', resolve);
});
const { port } = server.address() as AddressInfo;
const sources = Array.from({ length: 20 }, (_, index): Source => ({
  id: `s${index}`,
  kind: 'feed',
  url: `http://127.0.0.1:${port}/${index}`,
  about: 'practice',
  every: 900_000,
  staleAfter: 1e10,
  enabled: true,
}));

const folder = mkdtempSync(join(tmpdir(), 'bench-watch-'));
const store = await openStore(folder, { now, log: silent });
const root = pathToFileURL(`${process.cwd()}/`);
const classify = createClassifier(await readKnowledge(root), {
  name: 'Lakeside Family Medicine',
  aliases: [],
  clinicians: [],
});
const http = openHttp({ ...defaultLimits, allowPrivate: true }, 'listen/bench', now);
const stop = new AbortController();
setMaxListeners(0, stop.signal);
const streams = { open: createOpenStream(defaultLimits, 'listen/bench', now), kept: new Map() };
const context = {
  http,
  parse: parseFeed,
  now,
  maxBytes: 1e7,
  env: {},
  streams,
  signal: stop.signal,
};
const start = simulated;
let told = start;
const samples: number[] = [];
const events = watch(
  {
    sources,
    store,
    now,
    log: silent,
    holder: 'bench',
    judge: async asked => asked.map(classify),
    take: () => () => undefined,
    look: (source, state) => lookAt(source, state, context),
    sleep: async ms => {
      simulated += ms;
      if (simulated - told >= 4 * 3_600_000) {
        told = simulated;
        collect();
        const { heapUsed, rss } = process.memoryUsage();
        samples.push(heapUsed / 1e6);
        console.log(
          `${Math.round((simulated - start) / 3_600_000)} h: heap ${(heapUsed / 1e6).toFixed(1)} MB, resident ${(rss / 1e6).toFixed(0)} MB, ${requests} requests`,
        );
      }
      if (simulated - start >= 48 * 3_600_000) stop.abort();
    },
  },
  { signal: stop.signal, concurrency: 20 },
);
for await (const _ of events);
const [first = 0] = samples;
console.log(`growth from 4 h to 48 h: ${(((samples.at(-1) ?? 0) / first - 1) * 100).toFixed(1)} %`);
http.close();
server.close();
await store.close();
rmSync(folder, { recursive: true, force: true });
