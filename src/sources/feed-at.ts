import type { Source, SourceState } from '../core/source.ts';
import { lookAtFeed } from './feed.ts';
import type { LookContext, Looked } from './look.ts';

/** Looks at the feed that a kind builds an address for; what is remembered holds for the source, whatever its address. */
export const feedAt = (
  url: string,
  source: Source,
  state: SourceState | undefined,
  context: LookContext,
): Promise<Looked> => {
  if (state === undefined) return lookAtFeed({ ...source, url }, undefined, context);
  const { movedTo: _, ...known } = state;
  return lookAtFeed({ ...source, url }, { ...known, url }, context);
};
