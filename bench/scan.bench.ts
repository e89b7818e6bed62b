// `listen scan` of 200 feeds x 50 items (21 MB) beside newsboat with 50 threads, on the same loopback server: cold, then
// when nothing changed (304), without latency and with 100 ms. Both sides alternate, each in a fresh process and folder.
//   npm run bench -- scan            three rounds; ROUNDS=7 for more, STORE=memory: to leave the disk out of it
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFeeds } from './feed-server.ts';

type Run = { readonly wall: number; readonly cpu: number; readonly peak: number };
type Peer = { readonly name: string; readonly commands: (folder: string) => readonly string[][] };

const rounds = Number(process.env['ROUNDS'] ?? 3);
const program = join(process.cwd(), 'dist', 'listen.js');
const server = await serveFeeds(200);
spawnSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });

const ours: Peer = {
  name: 'listen',
  commands: folder => {
    const sources = server.urls.map(
      (url, index) => `[[source]]\nid = "feed-${index}"\nurl = "${url}"\nabout = "practice"\n`,
    );
    const store = process.env['STORE'] ?? 'store';
    const toml = `[practice]\nname = "Lakeside Family Medicine"\n[store]\npath = "${store}"\n[network]\nallow_private = true\n${sources.join('')}`;
    const config = join(folder, 'listen.toml');
    writeFileSync(config, toml);
    const scan = [process.execPath, program, 'scan', '--force', '--quiet', '--config', config];
    return [scan, scan];
  },
};

const newsboat: Peer = {
  name: 'newsboat',
  commands: folder => {
    writeFileSync(join(folder, 'urls'), server.urls.map(url => `${url}\n`).join(''));
    writeFileSync(join(folder, 'config'), 'reload-threads 50\nmax-items 0\n');
    const files = ['-C', join(folder, 'config'), '-u', join(folder, 'urls')];
    const reload = ['newsboat', ...files, '-c', join(folder, 'cache.db'), '-x', 'reload'];
    return [reload, reload];
  },
};

/** Wall and CPU seconds and peak memory in MB, as GNU time tells them. */
const measure = async (command: readonly string[], folder: string): Promise<Run> => {
  const child = spawn('/usr/bin/time', ['-f', '%e %U %S %M', ...command], {
    env: { ...process.env, HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  for await (const chunk of child.stderr) told += String(chunk);
  const [wall = 0, user = 0, system = 0, peak = 0] = (told.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { wall, cpu: user + system, peak: peak / 1024 };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const inFolder = async (peer: Peer): Promise<readonly Run[]> => {
  const folder = mkdtempSync(join(tmpdir(), `bench-${peer.name}-`));
  try {
    const runs: Run[] = [];
    for (const command of peer.commands(folder)) runs.push(await measure(command, folder));
    return runs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const hasPeer = existsSync('/usr/bin/newsboat');
if (!hasPeer) console.log('newsboat is not installed; only listen is measured.');
const peers = hasPeer ? [ours, newsboat] : [ours];

for (const latency of [0, 100]) {
  server.setLatency(latency);
  const runs = new Map(peers.map(({ name }) => [name, [[], []] as [Run[], Run[]]]));
  for (let round = 0; round < rounds; round++)
    for (const peer of round % 2 === 0 ? peers : peers.toReversed()) {
      const [cold, again] = await inFolder(peer);
      const [colds, agains] = runs.get(peer.name) ?? [];
      if (cold && again) {
        colds?.push(cold);
        agains?.push(again);
      }
    }
  for (const [index, what] of ['cold', 'all 304'].entries()) {
    const told = peers.map(({ name }) => {
      const of = runs.get(name)?.[index] ?? [];
      const wall = median(of.map(run => run.wall));
      const cpu = median(of.map(run => run.cpu));
      const peak = Math.max(...of.map(run => run.peak));
      const all = of.map(run => run.wall.toFixed(2)).join(' ');
      console.log(
        `${latency} ms, ${what}, ${name}: ${wall.toFixed(2)} s (${all}), CPU ${cpu.toFixed(2)} s, peak ${peak.toFixed(0)} MB`,
      );
      return wall;
    });
    const [us = NaN, them] = told;
    if (them !== undefined) console.log(`  ratio ${(us / them).toFixed(2)}`);
  }
}
console.log(`answers: ${server.counts.full} full, ${server.counts.unchanged} unchanged`);
server.close();
