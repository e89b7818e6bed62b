import { asLearned } from '../core/learned.ts';
import type { Learned } from '../core/learned.ts';
import type { MentionId } from '../core/mention.ts';
import type { Outside } from './effects.ts';
import type { Detail, Message } from './message.ts';

/** Learns anew what people decide, once nothing has changed for a moment, and reads mentions as it would suggest them. */
export const createPupil = ({ store, learn, rests }: Outside) => {
  let timer: NodeJS.Timeout | undefined;
  let learned: Learned | undefined;
  return {
    learnSoon: (send: (message: Message) => void): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        learn().then(
          fresh => {
            learned = fresh;
            send({ type: 'learned', learning: fresh });
          },
          (error: unknown) =>
            send({ type: 'failed', what: 'Nothing was learned', why: String(error) }),
        );
      }, rests.keepMs);
    },
    read: async (id: MentionId): Promise<Detail | undefined> => {
      const [[kept], acts] = await Promise.all([store.mentions([id]), store.acts(id)]);
      if (kept === undefined) return undefined;
      const { mention, verdict, triage } = learned ? asLearned(kept, learned) : kept;
      const detail = { mention, verdict, triage, acts };
      return verdict.suggestion.instead && learned ? { ...detail, learning: learned } : detail;
    },
  };
};
