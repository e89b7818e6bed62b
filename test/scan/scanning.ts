import type { ScanEvent, SourceScanned } from '../../src/core/scan-event.ts';
import type { Source } from '../../src/core/source.ts';
import { silent } from '../../src/log.ts';
import type { Looked } from '../../src/sources/look.ts';
import { scan } from '../../src/scan/scan.ts';
import type { ScanDependencies, ScanOptions } from '../../src/scan/scan.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { aVerdict } from '../making.ts';

export const aSource = (differs: Partial<Source> = {}): Source => ({
  id: 'wall',
  kind: 'feed',
  url: 'https://example.org/feed.xml',
  about: 'practice',
  every: 30 * 60_000,
  staleAfter: 30 * 86_400_000,
  enabled: true,
  ...differs,
});

/** What a look finds when the source holds these texts, each under its own id. */
export const found = (...texts: readonly string[]): Looked => ({
  kind: 'entries',
  entries: texts.map((text, index) => ({
    nativeId: String(index),
    text,
    publishedAt: '2026-11-20T10:00:00.000Z',
  })),
  problems: [],
  notes: {},
});

/** A desk with a store and a clock that stands at noon until it is moved; texts with "bad" in them are flagged negative. */
export const aDesk = (
  looks: Readonly<Record<string, Looked | (() => Looked | Promise<Looked>)>>,
) => {
  let minutes = 0;
  const judged: string[] = [];
  const now = () => new Date(Date.parse('2026-11-20T12:00:00Z') + minutes * 60_000);
  const dependencies: ScanDependencies = {
    sources: Object.keys(looks).map(id => aSource({ id, url: `https://${id}.example.org/` })),
    store: memoryStore(now),
    judge: async items =>
      items.map(({ text }) => {
        judged.push(text);
        const { flags } = aVerdict();
        return aVerdict({ flags: text.includes('bad') ? flags : [] });
      }),
    take: () => () => undefined,
    look: async ({ id }) => {
      const look = looks[id];
      if (look === undefined) throw new Error(`${id} has no look`);
      return typeof look === 'function' ? look() : look;
    },
    now,
    log: silent,
    holder: 'ana (process 1)',
  };
  return {
    dependencies,
    judged,
    wait: (of: number) => {
      minutes += of;
    },
    scan: (options: Partial<ScanOptions> = {}) =>
      scan(dependencies, {
        signal: new AbortController().signal,
        concurrency: 4,
        timeZone: 'UTC',
        ...options,
      }),
  };
};

export const eventsOf = async (events: AsyncIterable<ScanEvent>): Promise<readonly ScanEvent[]> => {
  const all: ScanEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

/** The lines of the sources, by id. */
export const linesOf = async (
  events: AsyncIterable<ScanEvent>,
): Promise<Readonly<Record<string, SourceScanned>>> =>
  Object.fromEntries(
    (await eventsOf(events)).flatMap(event => (event.type === 'source' ? [[event.id, event]] : [])),
  );
