import type { Source, SourceState } from '../core/source.ts';
import { nearest } from '../text/similarity.ts';
import { lookAtFeed } from './feed.ts';
import type { Look, LookContext, Looked } from './look.ts';

/** Every kind of source; a new kind is a file beside this one and a line here. */
const kinds: Readonly<Record<string, Look>> = {
  feed: lookAtFeed,
};

export const kindNames: readonly string[] = Object.keys(kinds);

/** Looks at a source in the way of its kind. */
export const lookAt = async (
  source: Source,
  state: SourceState | undefined,
  context: LookContext,
): Promise<Looked> => {
  const look = Object.hasOwn(kinds, source.kind) ? kinds[source.kind] : undefined;
  return look ? look(source, state, context) : { kind: 'failed', why: unknownKind(source.kind) };
};

const unknownKind = (kind: string): string => {
  const near = nearest(kind, kindNames);
  const hint = near === undefined ? `there are ${kindNames.join(', ')}` : `did you mean "${near}"?`;
  return `there is no kind of source called "${kind}"; ${hint}`;
};
