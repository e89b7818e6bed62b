import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Lets a person change a text in their own editor, in a file that only they can read; rejects with a sentence. */
export const editText = async (text: string, env: Environment): Promise<string> => {
  const [command, ...rest] = (env['VISUAL'] || env['EDITOR'] || 'vi').trim().split(/\s+/);
  if (command === undefined) throw new Error('no editor is named; set EDITOR.');
  const folder = await mkdtemp(join(tmpdir(), 'listen-reply-'));
  const file = join(folder, 'reply.txt');
  try {
    await writeFile(file, `${text}\n`, { mode: 0o600 });
    await run(command, [...rest, file]);
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const run = (command: string, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: false });
    child.once('error', () => reject(new Error(`${command} could not be started; set EDITOR.`)));
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code ?? 'a signal'}.`)),
    );
  });
