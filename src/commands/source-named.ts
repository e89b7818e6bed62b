import type { Config } from '../config/config.ts';
import type { Source } from '../core/source.ts';
import { UserError } from '../core/user-error.ts';
import { nearest } from '../text/similarity.ts';

/** The source with this id; a `UserError` names the nearest one when there is none. */
export const sourceNamed = (id: string, { sources }: Pick<Config, 'sources'>): Source => {
  const source = sources.find(source => source.id === id);
  if (source) return source;
  const near = nearest(
    id,
    sources.map(({ id }) => id),
  );
  throw new UserError(
    `There is no source "${id}"; ${near ? `did you mean ${near}?` : '"listen sources" lists those there are.'}`,
  );
};
