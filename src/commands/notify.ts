import { spawn } from 'node:child_process';
import type { ScanAlert, Unnotified } from '../core/scan-event.ts';
import type { WatchEvent } from '../scan/watch.ts';
import type { Shell } from './shell.ts';

/** A program and its arguments; no shell reads them. */
export type NotifyCommand = readonly string[];

/** Longer than any mail or message takes to be handed over. */
const longestMs = 10_000;

/** Passes a scan on, and before its end tells the user's command of the alerts in it; says so when that fails. */
export async function* notifying<E extends WatchEvent>(
  events: AsyncIterable<E>,
  command: NotifyCommand | undefined,
  practice: string,
  shell: Pick<Shell, 'env' | 'cwd'>,
): AsyncGenerator<E | Unnotified, void> {
  const alerts: ScanAlert[] = [];
  for await (const event of events) {
    if (event.type === 'alert') alerts.push(event);
    if (event.type === 'done' && command && alerts.length > 0) {
      const why = await run(command, `${JSON.stringify({ practice, alerts })}\n`, shell);
      if (why !== undefined) yield { type: 'unnotified', why };
    }
    yield event;
  }
}

/** Runs it with this text on standard input; why it failed, or undefined. */
const run = (
  [program = '', ...args]: NotifyCommand,
  input: string,
  { env, cwd }: Pick<Shell, 'env' | 'cwd'>,
): Promise<string | undefined> =>
  new Promise(resolve => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: longestMs,
      killSignal: 'SIGKILL',
    });
    child.on('error', error => resolve(`${program} cannot be run (${codeOf(error)})`));
    child.on('exit', (code, signal) => resolve(outcomeOf(program, code, signal)));
    // A command that does not care for its input may close it; how it ends is what counts.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

const outcomeOf = (program: string, code: number | null, signal: string | null) => {
  if (code === 0) return undefined;
  return signal === null
    ? `${program} ended with ${code}`
    : `${program} was ended (${signal}); it may take ${longestMs / 1000} s at most`;
};

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.message;
