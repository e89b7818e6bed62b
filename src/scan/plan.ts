import type { SourceId } from '../core/mention.ts';
import type { Source, SourceState } from '../core/source.ts';

/** What the user asked for: `force` looks at all, `only` at those named, due or not. */
export type Wanted = {
  readonly force?: boolean;
  readonly only?: readonly SourceId[];
};

/** The sources to look at now (milliseconds), in an order that spreads the work over the hosts; the rest is skipped. */
export const plan = (
  sources: readonly Source[],
  states: ReadonlyMap<SourceId, SourceState>,
  { force = false, only }: Wanted,
  now: number,
): readonly Source[] => {
  if (only !== undefined) return spread(sources.filter(({ id }) => only.includes(id)));
  return spread(
    sources.filter(
      source => source.enabled && (force || isDue(source, states.get(source.id), now)),
    ),
  );
};

/** Whether a source may and should be looked at again; `now` in milliseconds. */
export const isDue = (source: Source, state: SourceState | undefined, now: number): boolean =>
  dueAt(source, state, now) <= now;

/** When a source is due, in milliseconds since 1970. */
export const dueAt = (source: Source, state: SourceState | undefined, now: number): number => {
  if (state === undefined || state.url !== source.url) return now;
  const checked = Date.parse(state.checkedAt);
  // A look in the future means that the clock was set back: nothing is known about its age.
  const again = checked > now ? now : checked + source.every * (1 - earliness);
  if (state.nextAt === undefined) return again;
  const isTroubled = state.health === 'failed' || state.health === 'blocked';
  return isTroubled ? Date.parse(state.nextAt) : Math.max(again, Date.parse(state.nextAt));
};

/** A cron job that runs every 30 minutes finds its last look 29 minutes and some seconds old: that counts as due. */
const earliness = 0.1;

/** One source of each host, then the next of each: so that a host that wants pauses holds up nobody else. */
const spread = (sources: readonly Source[]): readonly Source[] => {
  const seen = new Map<string, number>();
  return sources
    .map(source => {
      const host = hostOf(source);
      const round = seen.get(host) ?? 0;
      seen.set(host, round + 1);
      return { source, round };
    })
    .sort((a, b) => a.round - b.round)
    .map(({ source }) => source);
};

const hostOf = ({ url, kind }: Source): string =>
  url !== undefined && URL.canParse(url) ? new URL(url).host : kind;
