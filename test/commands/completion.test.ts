import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bashCompletion } from '../../src/commands/bash-completion.ts';
import { run } from './shell.ts';

/** What bash offers for these words, the last being typed, where the program answers with these lines. */
const offered = (words: readonly string[], answer: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'listen-'));
  writeFileSync(join(folder, 'answer'), answer.map(line => `${line}\n`).join(''));
  const script = `${bashCompletion}${bashCompletion}
listen() { cat answer; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _listen
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync('bash', ['-c', script, 'bash', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { folder, lines: out.trim().split('\n') };
};

test('bash offers what the program answers to the words so far', () => {
  const answer = ['scan\tlook at the sources', 'screen\tsay', 'list', ':4'];
  expect(offered(['listen', 'sc'], answer).lines).toEqual(['scan', 'screen']);
});

test('bash runs nothing of what is being typed', () => {
  const { folder } = offered(['listen', 'list', '$(touch ran)'], ['$(touch ran)']);
  expect(existsSync(join(folder, 'ran'))).toBe(false);
});

test('the script is what "listen completion bash" prints', async () => {
  expect(await run(['completion', 'bash'])).toEqual({ exitCode: 0, out: bashCompletion, err: '' });
});
