/** Exit codes are a contract with scripts. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  partial: 3,
  matched: 10,
} as const;

/** What each exit code tells a script; help and README print these. */
export const exitMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'done',
  failed: 'failed',
  usage: 'usage or configuration',
  partial: 'some sources failed, the others are stored',
  matched: 'done, and `--fail-on` or screening found something',
};

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something that the user can mend: one clear sentence, printed without a stack, and the exit code. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = exitCodes.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}
