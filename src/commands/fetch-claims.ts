import { parseClaimReview } from '../classify/claims/claim-review.ts';
import type { Claim } from '../classify/claims/claim.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { searchFactChecks } from '../sources/fact-checks.ts';
import { openHttp } from '../sources/http.ts';
import { defaultLimits } from '../sources/limits.ts';
import { proxiesIn } from '../sources/proxies.ts';
import { appendClaims } from './add-claims.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';
import { openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

export type FetchOptions = Globals & {
  readonly to?: string;
  readonly language?: string;
  readonly days?: number;
  readonly site?: string;
  readonly url?: string;
  readonly dryRun?: true;
};

/** `listen claims fetch`: takes what fact-checkers found false into the user's own claims; exit code 3 when a search was cut short. */
export const fetchClaims = async (
  queries: readonly string[],
  { language, days, site, url, dryRun, ...options }: FetchOptions,
  shell: Shell,
): Promise<ExitCode> => {
  const key = shell.env[keyName]?.trim();
  if (!key)
    throw new UserError(
      `${keyName} is not set. Google gives a key for nothing: enable the Fact Check Tools API in a project of the Google Cloud console, and make an API key there.`,
    );
  const { concurrency: _, ...network } = openWorkspace(shell, options).config?.network ?? {
    concurrency: 1,
  };
  const http = openHttp(
    { ...defaultLimits, ...network },
    `listen/${version}`,
    shell.now,
    proxiesIn(shell.env),
  );
  const claims = new Map<string, Claim>();
  let failed = 0;
  try {
    for (const query of queries) {
      const ways = { http, key, ...(url === undefined ? {} : { base: url }) };
      const { pages, why } = await searchFactChecks(
        { query, language, days, site },
        ways,
        shell.signal,
      );
      if (why !== undefined) {
        failed++;
        shell.stderr.write(`${query}: ${why}.\n`);
      }
      for (const page of pages) {
        const { claims: found, problems } = parseClaimReview(page);
        for (const claim of found) claims.set(claim.id, claim);
        for (const problem of problems)
          if (found.length > 0 || !problem.startsWith('no ClaimReview'))
            shell.stderr.write(`left out: ${problem}\n`);
      }
    }
  } finally {
    http.close();
  }
  if (dryRun)
    for (const claim of claims.values()) await print(shell.stdout, `${JSON.stringify(claim)}\n`);
  else if (claims.size > 0) await appendClaims([...claims.values()], options, shell);
  else shell.stderr.write('Nothing was found.\n');
  if (failed === 0) return exitCodes.done;
  return claims.size > 0 ? exitCodes.partial : exitCodes.failed;
};

const keyName = 'LISTEN_FACT_CHECK_KEY';
