import type { Config } from '../config/config.ts';
import type { Source, SourceState } from '../core/source.ts';
import { parseFeed } from '../parse/feed.ts';
import { underPressure } from '../scan/back-pressure.ts';
import type { Take } from '../scan/back-pressure.ts';
import type { Judge } from '../scan/judge.ts';
import type { ScanDependencies } from '../scan/scan.ts';
import { openHttp } from '../sources/http.ts';
import { lookAt } from '../sources/kinds.ts';
import { defaultLimits } from '../sources/limits.ts';
import type { LookContext, Looked } from '../sources/look.ts';
import { proxiesIn } from '../sources/proxies.ts';
import { createOpenStream } from '../sources/web-socket.ts';
import type { Store } from '../store/store.ts';
import { openJudge } from './judging.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';
import type { Workspace } from './workspace.ts';

/** The way to the sources and what is thought of what they bring; holds connections and threads until closed. */
export type Outlook = {
  readonly look: (
    source: Source,
    state: SourceState | undefined,
    signal: AbortSignal,
  ) => Promise<Looked>;
  readonly judge: Judge;
  readonly take: Take;
  readonly close: () => void;
};

/** Opens the network within the limits of the configuration. */
export const openOutlook = (
  { network, practice, claimFiles }: Config,
  { now, root, env }: Shell,
): Outlook => {
  const { concurrency: _, ...configured } = network;
  const limits = { ...defaultLimits, ...configured };
  const agent = userAgent(practice.website);
  const proxies = proxiesIn(env);
  const http = openHttp(limits, agent, now, proxies);
  const judge = openJudge(root, practice, claimFiles);
  const pressure = underPressure(mostTaken);
  const context: Omit<LookContext, 'signal'> = {
    http,
    parse: async (bytes, hints) => {
      await pressure.room();
      return parseFeed(bytes, hints);
    },
    now,
    maxBytes: limits.maxBytes,
    env,
    streams: { open: createOpenStream(limits, agent, now, proxies), kept: new Map() },
  };
  return {
    look: (source, state, signal) => lookAt(source, state, { ...context, signal }),
    judge: judge.judge,
    take: pressure.take,
    close: () => {
      http.close();
      for (const listening of context.streams.kept.values()) listening.close();
      judge.close();
    },
  };
};

/** Everything a scan of this configuration needs. */
export const scanDependencies = (
  { me, log }: Workspace,
  { sources, rules }: Config,
  { look, judge, take }: Outlook,
  store: Store,
  { now }: Shell,
): ScanDependencies => ({
  sources,
  judge,
  rules,
  take,
  holder: me,
  look,
  store,
  now,
  log,
});

/** Enough to keep the second thread busy while we write to disk; some 15 MB. */
const mostTaken = 2000;

/** Servers want to know who asks and where to complain. */
const userAgent = (website: string | undefined): string =>
  website === undefined ? `listen/${version}` : `listen/${version} (+${website})`;
