// What the workbench costs on a terminal, with a small and a large store: drives dist/listen.js in a pseudo-terminal.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mentionId } from '../src/core/mention.ts';
import type { Held } from '../src/core/identity.ts';
import { silent } from '../src/log.ts';
import { openStore } from '../src/store/open.ts';
import { fingerprint } from '../src/text/hash.ts';

const text =
  'Waited two hours and then the nurse rolled her eyes. Nobody could say how much longer it would take, the phone rang and rang, and in the end we left without being seen. The bill came anyway.';
const now = Date.now();

const held = (number: number): Held => {
  const id = mentionId(fingerprint(`id:${number}`));
  const evidence = [{ start: 0, end: 16 }];
  return {
    mention: {
      id,
      source: `source-${number % 20}`,
      kind: 'review',
      url: `https://example.org/${number}`,
      title: `Number ${number}: a headline as long as headlines are`,
      text: `${text} ${number}`,
      author: `Author ${number % 5000}`,
      rating: 1 + (number % 5),
      publishedAt: new Date(now - number * 60_000).toISOString(),
      seenAt: new Date(now).toISOString(),
      alsoIn: [],
    },
    verdict: {
      sentiment: { label: 'negative', score: -0.71, confidence: 0.93, evidence },
      topics: [{ id: 'waiting', confidence: 0.88, sentiment: 'negative', evidence }],
      flags: [{ kind: 'negative', confidence: 0.95, reason: 'says the wait was long', evidence }],
      aboutPractice: true,
      priority: { score: number % 100, reasons: ['negative about us', 'one star'] },
      suggestion: { bucket: 'refer', reason: 'negative about us' },
      language: 'en',
      version: 'bench-1',
    },
    keys: [id],
    words: fingerprint(`words:${number}`),
  };
};

const fill = async (directory: string, count: number): Promise<void> => {
  const store = await openStore(directory, { now: () => new Date(), log: silent });
  for (let from = 0; from < count; from += 5000) {
    const items = Array.from({ length: Math.min(5000, count - from) }, (_, at) => held(from + at));
    const checkedAt = new Date(now).toISOString();
    const state = {
      id: 'source-0',
      health: 'fresh' as const,
      checkedAt,
      failures: 0,
      entries: 50,
      seeded: true,
    };
    await store.merge([{ state, items }]);
  }
  await store.close();
};

const config = `[practice]
name = "Lakeside Family Medicine"
[store]
path = "store"
[[source]]
id = "source-0"
kind = "feed"
url = "https://example.org/feed.xml"
about = "practice"
`;

const driver = join(process.cwd(), 'bench', 'tui_terminal.py');
const leaver = join(process.cwd(), 'bench', 'tui_exits.py');
const program = join(process.cwd(), 'dist', 'listen.js');
const folder = mkdtempSync(join(tmpdir(), 'listen-tui-bench-'));
try {
  for (const count of [1000, 100_000]) {
    const place = join(folder, String(count));
    mkdirSync(place);
    writeFileSync(join(place, 'listen.toml'), config);
    await fill(join(place, 'store'), count);
    const listen = [process.execPath, program, '--config', join(place, 'listen.toml')];
    const measure = (rows: number, columns: number) => {
      const { stdout, stderr, status } = spawnSync(
        'python3',
        [driver, String(rows), String(columns), '60', '--', ...listen],
        { encoding: 'utf8' },
      );
      if (status === null) console.log('python3 is needed for this bench, and was not found.');
      else if (status !== 0) console.log(`The terminal could not be driven: ${stderr}`);
      else console.log(`${count} mentions at ${columns}x${rows}:`, JSON.parse(stdout));
      return status;
    };
    const status = measure(40, 120);
    if (status === 0) measure(24, 80);
    if (count > 1000 || status !== 0) continue;
    const exits = spawnSync('python3', [leaver, place, '--', ...listen], { encoding: 'utf8' });
    console.log('ways to leave:', exits.status === 0 ? JSON.parse(exits.stdout) : exits.stderr);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
