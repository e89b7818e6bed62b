import { spawn } from 'node:child_process';

/** What CUPS and older systems call the command that prints standard input. */
const commands = ['lp', 'lpr'];

/** Gives a text to the usual printer; rejects with a sentence. */
export const printText = async (text: string): Promise<void> => {
  for (const command of commands) if (await printWith(command, text)) return;
  throw new Error(`there is neither ${commands.join(' nor ')} on this machine; w writes a file.`);
};

/** Whether the command exists; rejects when it does and fails. */
const printWith = (command: string, text: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, { stdio: ['pipe', 'ignore', 'ignore'], shell: false });
    child.once('error', () => resolve(false));
    child.once('exit', code =>
      code === 0
        ? resolve(true)
        : reject(new Error(`${command} ended with ${code ?? 'a signal'}; is a printer set up?`)),
    );
    // A command that ends without reading is told by its exit code.
    child.stdin.once('error', () => undefined);
    child.stdin.end(text);
  });
