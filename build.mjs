// Bundles src/ into dist/: one small entry, and a chunk per command that is loaded only when it is asked for.
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inkTable, measureOnce } from './build.ink.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

await rm('dist', { recursive: true, force: true });
const { metafile } = await build({
  metafile: true,
  entryPoints: { listen: 'src/main.ts', 'judge-worker': 'src/commands/judge-worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  jsx: 'automatic',
  legalComments: 'none',
  logLevel: 'warning',
  define: {
    'process.env.NODE_ENV': '"production"',
    // No native helpers for WebSockets are looked for.
    'process.env.WS_NO_BUFFER_UTIL': '"1"',
    'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
    LISTEN_VERSION: JSON.stringify(version),
  },
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [inkTable, measureOnce],
  alias: { 'react-devtools-core': './src/tui/no-devtools.ts' },
});
await chmod('dist/listen.js', 0o755);
await writeFile(
  'dist/THIRD-PARTY-NOTICES.txt',
  await notices([...Object.keys(metafile.inputs), 'node_modules/ink-table/dist/index.js']),
);

/** The licences of the packages that went into the bundle, as they ask for. */
async function notices(inputs) {
  const folders = inputs
    .map(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
    .filter(folder => folder !== undefined);
  const texts = [...new Set(folders)].sort().map(async folder => {
    const { name, version, license } = JSON.parse(
      await readFile(join(folder, 'package.json'), 'utf8'),
    );
    const file = (await readdir(folder)).find(entry => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
    return `${name} ${version} (${license ?? 'see its text'})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(78)}\n\n`);
}
