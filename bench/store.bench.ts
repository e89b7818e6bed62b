// What the store costs at 10,000 and 100,000 mentions. Each part runs in a process of its own, so that peaks are its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../src/text/hash.ts';
import type { Held } from '../src/core/identity.ts';
import { mentionId } from '../src/core/mention.ts';
import { silent } from '../src/log.ts';
import { openStore } from '../src/store/open.ts';
import type { Catch } from '../src/store/store.ts';

const [part, directory = '', count = '0'] = process.argv.slice(2);
const words =
  'waited appointment doctor nurse kind rude billing portal vaccine flu clinic front desk phone called back hours lovely terrible helped listened explained rushed children mother results'.split(
    ' ',
  );
let seed = 1;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
const word = () => words[Math.floor(random() * words.length)] ?? '';
const sentence = (length: number) => {
  let text = '';
  while (text.length < length) text += `${word()} `;
  return text.trim();
};

/** About 1.2 kB of text and 0.8 kB of verdict, as a scan of 50 items a source brings it. */
const held = (number: number): Held => {
  const id = mentionId(fingerprint(`id:${number}`));
  const source = `source-${number % 200}`;
  const evidence = [{ start: 0, end: 16 }];
  return {
    mention: {
      id,
      source,
      kind: 'review',
      url: `https://example.org/${source}/${number}`,
      title: sentence(60),
      text: sentence(1200),
      author: `${word()} ${number % 5000}`,
      rating: 1 + (number % 5),
      publishedAt: new Date(1_790_000_000_000 - number * 60_000).toISOString(),
      seenAt: new Date(1_790_000_000_000).toISOString(),
      alsoIn: [],
    },
    verdict: {
      sentiment: { label: 'negative', score: -0.71, confidence: 0.93, evidence },
      topics: [{ id: 'waiting', confidence: 0.88, sentiment: 'negative', evidence }],
      flags: [
        { kind: 'negative', confidence: 0.95, reason: 'says that the wait was too long', evidence },
      ],
      aboutPractice: true,
      priority: { score: number % 100, reasons: ['negative about us', 'one star'] },
      suggestion: { bucket: 'refer', reason: 'negative about us' },
      language: 'en',
      version: 'bench-1',
    },
    keys: [id, fingerprint(`url:${number}`)],
    words: fingerprint(`words:${number}`),
  };
};

const catchOf = (numbers: readonly number[], source: string): Catch => ({
  state: {
    id: source,
    health: 'fresh',
    checkedAt: new Date(1_790_000_000_000).toISOString(),
    failures: 0,
    entries: numbers.length,
    seeded: true,
  },
  items: numbers.map(held),
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);
const ms = (from: number) => `${(performance.now() - from).toFixed(1)} ms`;
const cpu = (from: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(from);
  return `${((user + system) / 1000).toFixed(0)} ms CPU`;
};
const spread = (times: number[]) => {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms`;
};
/** The longest time that the event loop was held up. */
const longestBlock = () => {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return `longest block ${longest.toFixed(0)} ms`;
  };
};
const open = () => openStore(directory, { now: () => new Date(), log: silent });
const peak = () => `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`;

const parts: Record<string, () => Promise<void>> = {
  fill: async () => {
    const store = await open();
    for (let from = 0; from < Number(count); from += 1000)
      await store.merge([catchOf(range(from, from + 1000), `source-${from}`)]);
    await store.close();
  },
  'open and rows': async () => {
    const begun = performance.now();
    const used = process.cpuUsage();
    const store = await open();
    const opened = ms(begun);
    const rows = await store.rows();
    console.log(`  opened ${opened}, ${rows.length} rows ${ms(begun)}, ${cpu(used)}, ${peak()}`);
    globalThis.gc?.();
    console.log(`  heap after ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`);
  },
  'record 200 acts': async () => {
    const store = await open();
    const rows = await store.rows();
    const times: number[] = [];
    for (let number = 0; number < 200; number++) {
      const { id } = rows[Math.floor(random() * rows.length)] ?? {};
      if (!id) continue;
      const begun = performance.now();
      const act = { id: `bench-${process.pid}-${number}`, at: new Date().toISOString(), by: 'ana' };
      await store.record([{ ...act, kind: 'decide', bucket: 'ignore', mentions: [id] }]);
      await store.rows();
      times.push(performance.now() - begun);
    }
    console.log(`  ${spread(times)}`);
    await store.close();
  },
  'one whole mention, 500 times': async () => {
    const store = await open();
    const rows = await store.rows();
    const times: number[] = [];
    for (let number = 0; number < 500; number++) {
      const { id } = rows[Math.floor(random() * rows.length)] ?? {};
      const begun = performance.now();
      await store.mentions(id ? [id] : []);
      times.push(performance.now() - begun);
    }
    console.log(`  ${spread(times)}`);
  },
  'merge 10,000 new ones of 200 sources': async () => {
    const store = await open();
    const catches = range(0, 200).map(number =>
      catchOf(range(1_000_000 + number * 50, 1_000_050 + number * 50), `source-${number}`),
    );
    const before = process.cpuUsage();
    await store.known(catches.flatMap(({ items }) => items.flatMap(({ keys }) => keys)));
    console.log(`  keys known: ${cpu(before)}`);
    const [begun, used, blocked] = [performance.now(), process.cpuUsage(), longestBlock()];
    for (const caught of catches.slice(0, 100)) await store.merge([caught]);
    console.log(`  5,000 one by one: ${ms(begun)}, ${cpu(used)}, ${blocked()}, ${peak()}`);
    const [then, since, held] = [performance.now(), process.cpuUsage(), longestBlock()];
    await Promise.all(catches.slice(100).map(caught => store.merge([caught])));
    console.log(`  5,000 at once: ${ms(then)}, ${cpu(since)}, ${held()}, ${peak()}`);
    await store.close();
  },
  'find by words': async () => {
    const store = await open();
    await store.rows();
    for (const sought of ['zebra', 'terrible']) {
      const [begun, used, blocked] = [performance.now(), process.cpuUsage(), longestBlock()];
      const reader = { now: Date.now(), me: 'ana' };
      const found = await store.find({ kind: 'words', words: sought }, reader);
      console.log(
        `  ${sought}: ${found.length} in ${ms(begun)}, ${cpu(used)}, ${blocked()}, ${peak()}`,
      );
    }
  },
};

if (part === undefined)
  for (const size of ['10000', '100000']) {
    const folder = mkdtempSync(join(tmpdir(), 'listen-bench-'));
    for (const name of Object.keys(parts)) {
      console.log(`${size}: ${name}`);
      const args = ['--expose-gc', fileURLToPath(import.meta.url), name, folder, size];
      spawnSync(process.execPath, args, { stdio: 'inherit' });
    }
    rmSync(folder, { recursive: true, force: true });
  }
else await parts[part]?.();
