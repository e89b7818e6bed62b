import { spawn } from 'node:child_process';
import { codeOf } from './error-code.ts';

/** A program and its arguments; no shell reads them. */
export type ProgramCall = readonly string[];

export type RunHow = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** What it reads on standard input. */
  readonly input?: string;
  /** Milliseconds until it is killed. */
  readonly longestMs: number;
  readonly signal?: AbortSignal;
};

export type Ran =
  | { readonly kind: 'ran'; readonly output: string }
  /** It is not there, or may not be run. */
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** More output than any answer that is asked for here. */
const longestOutput = 65_536;

/** Runs a program; never rejects. What it says on standard error is read by nobody, since it may hold anything. */
export const runProgram = (
  [program = '', ...args]: ProgramCall,
  { env, cwd, input = '', longestMs, signal }: RunHow,
): Promise<Ran> =>
  new Promise(resolve => {
    const child = spawn(program, args, {
      env,
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: longestMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
      ...(cwd === undefined ? {} : { cwd }),
      ...(signal === undefined ? {} : { signal }),
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      if (output.length < longestOutput) output += piece;
    });
    child.on('error', error =>
      resolve(
        error.name === 'AbortError'
          ? { kind: 'failed', why: `${program} was stopped` }
          : {
              kind: 'missing',
              why: `${program} cannot be run (${codeOf(error) ?? error.message})`,
            },
      ),
    );
    // Something that it left running may hold its output open, so its own end is what counts.
    child.on('exit', (code, killedBy) => {
      const settle = () => {
        child.stdout.destroy();
        resolve(outcomeOf(program, code, killedBy, longestMs, output));
      };
      if (child.stdout.readableEnded) settle();
      else {
        child.stdout.once('end', settle);
        setTimeout(settle, lastWordsMs).unref();
      }
    });
    // A command that does not care for its input may close it; how it ends is what counts.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

/** How long output may arrive after its writer has ended. */
const lastWordsMs = 200;

const outcomeOf = (
  program: string,
  code: number | null,
  killedBy: string | null,
  longestMs: number,
  output: string,
): Ran => {
  if (code === 0) return { kind: 'ran', output };
  const why =
    killedBy === null
      ? `${program} ended with ${code}`
      : `${program} was ended (${killedBy}); it may take ${longestMs / 1000} s at most`;
  return { kind: 'failed', why };
};
