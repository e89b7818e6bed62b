import { balanceOf, purposesOf } from '../core/capacity.ts';
import type { Outside } from './effects.ts';
import type { Message } from './message.ts';
import { repliesIn } from './replies.ts';
import { reckon } from './reckoning.ts';

/** Reckons the reply work anew, once nothing has changed for a moment: it reads the whole journal. */
export const createReckoner = ({ store, now, me, minutesPerWeek, service, rests }: Outside) => {
  let timer: NodeJS.Timeout | undefined;
  return (send: (message: Message) => void): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void Promise.all([store.acts(), store.rows()]).then(
        ([acts, rows]) => {
          const at = now().getTime();
          const capacity = reckon(acts, rows, { me, minutesPerWeek }, at);
          const balance = balanceOf(purposesOf(acts));
          const overdue = rows.filter(row => service(row, at).kind === 'overdue').length;
          const replies = repliesIn(acts);
          const answered = rows.filter(
            ({ id, bucket }) => bucket === 'reply' && replies.get(id) === 'posted',
          ).length;
          send({ type: 'reckoned', capacity, balance, overdue, answered, replies });
        },
        (error: unknown) =>
          send({ type: 'failed', what: 'The reply time is not known', why: String(error) }),
      );
    }, rests.keepMs);
  };
};
