// `npm run bench -- parse scan`: runs bench/<name>.bench.ts or .mjs for each name, each in a fresh process; all without one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const benches = readdirSync(here).filter(file => /\.bench\.(?:ts|tsx|mjs)$/.test(file));
const asked = process.argv.slice(2);
const chosen = benches.filter(
  file =>
    asked.length === 0 ||
    asked.some(name => file === `${name}.bench${file.slice(file.lastIndexOf('.'))}`),
);
if (chosen.length === 0) {
  console.error(`No such bench. There are: ${benches.map(file => file.split('.')[0]).join(', ')}.`);
  process.exit(2);
}

// Bundled like the program itself, so that start-up and inlining are the same; inside the repository, for its packages.
const bundles = mkdtempSync(join(tmpdir(), 'listen-bench-'));
try {
  for (const file of chosen) {
    console.log(`\n${file} on Node ${process.versions.node}`);
    const outfile = join(bundles, `${file}.mjs`);
    await build({
      entryPoints: [join(here, file)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      jsx: 'automatic',
      logLevel: 'warning',
      define: { 'process.env.NODE_ENV': '"production"', LISTEN_VERSION: '"bench"' },
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    });
    const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(bundles, { recursive: true, force: true });
}
