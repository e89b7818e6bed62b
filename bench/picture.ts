// `npm run picture`: runs `listen demo` on a terminal of 120x32 in this process and writes what it shows as an SVG.
import { writeFileSync } from 'node:fs';
import { PassThrough, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../src/commands/listen.ts';
import { Terminal } from '../test/tui/terminal.ts';
import type { Cell } from '../test/tui/terminal.ts';

const [columns, rows] = [120, 32];
const [cellWidth, cellHeight, margin] = [8.4, 18, 16];
const [paper, ink] = ['#1b1f27', '#d7dbe2'];
const colours: Readonly<Record<string, string>> = {
  31: '#f47067',
  32: '#8ddb8c',
  33: '#e3b341',
  34: '#6cb6ff',
  35: '#dcbdfb',
  36: '#76e3ea',
};

const terminal = new Terminal();
const stdout = Object.assign(
  new Writable({
    write: (chunk, _, done) => {
      terminal.write(String(chunk));
      done();
    },
  }),
  { isTTY: true, columns, rows },
);
const stdin = Object.assign(new PassThrough(), {
  isTTY: true,
  setRawMode: () => undefined,
  ref: () => undefined,
  unref: () => undefined,
});

const textOf = (line: readonly (Cell | undefined)[] = []) =>
  Array.from(line, cell => cell?.text ?? ' ').join('');
const shows = (words: string) => terminal.lines.some(line => textOf(line).includes(words));
const until = async (words: string) => {
  for (let turn = 0; turn < 600 && !shows(words); turn++) await pause(50);
};

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Runs of one style, each as one element that is stretched to its columns whatever the font. */
const drawLine = (line: readonly (Cell | undefined)[], row: number): string => {
  const runs: { from: number; text: string; style: string; columns: number }[] = [];
  for (let column = 0; column < line.length; column++) {
    const { text, style } = line[column] ?? { text: ' ', style: '' };
    const last = runs.at(-1);
    if (last?.style === style) [last.text, last.columns] = [last.text + text, last.columns + 1];
    else runs.push({ from: column, text, style, columns: 1 });
  }
  return runs
    .filter(({ text }) => text.trim() !== '')
    .map(({ from, text, style, columns }) => {
      const codes = style.split(';');
      const fill = codes.map(code => colours[code]).find(colour => colour !== undefined) ?? ink;
      const looks = [
        codes.includes('1') ? ' font-weight="bold"' : '',
        codes.includes('2') ? ' opacity="0.6"' : '',
        codes.includes('4') ? ' text-decoration="underline"' : '',
      ].join('');
      const x = (margin + from * cellWidth).toFixed(1);
      const y = margin + row * cellHeight + 13;
      const length = (columns * cellWidth).toFixed(1);
      return `<text x="${x}" y="${y}" fill="${fill}"${looks} textLength="${length}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(text)}</text>`;
    })
    .join('\n');
};

const ended = listen(['demo'], {
  env: { TERM: 'xterm-256color', HOME: '/nonexistent', LISTEN_USER: 'ana' },
  cwd: process.cwd(),
  stdin,
  stdout,
  stderr: new Writable({ write: (_, __, done) => done() }),
  now: () => new Date(),
  root: new URL('..', import.meta.url),
  signal: new AbortController().signal,
});
await until('suggest');
for (const key of ['o', 'o', 'i']) {
  stdin.write(key);
  await until('u undoes it');
  await pause(300);
}
const [width, height] = [columns * cellWidth + 2 * margin, rows * cellHeight + 2 * margin];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<rect width="100%" height="100%" rx="8" fill="${paper}"/>
${terminal.lines.map((line, row) => drawLine(line ?? [], row)).join('\n')}
</svg>
`;
writeFileSync(new URL('../.github/screen.svg', import.meta.url), svg);
stdin.write('q');
await ended;
