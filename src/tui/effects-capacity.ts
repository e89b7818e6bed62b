import { balanceOf, purposesOf } from '../core/capacity.ts';
import type { Row } from '../core/row.ts';
import type { ServiceReader } from '../core/service.ts';
import type { Outside } from './effects.ts';
import type { Message } from './message.ts';
import { repliesIn } from './replies.ts';
import { reckon } from './reckoning.ts';

type Send = (message: Message) => void;

/** Reckons the reply work anew, once nothing has changed for a moment: it reads the whole journal. */
export const createReckoner = (outside: Outside) => {
  const { store, now, me, minutesPerWeek, service, rests } = outside;
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;

  const reckonAll = async (send: Send): Promise<void> => {
    const nth = ++latest;
    const [acts, rows] = await Promise.all([store.acts(), store.rows()]);
    const at = now().getTime();
    const capacity = reckon(acts, rows, { me, minutesPerWeek }, at);
    const balance = balanceOf(purposesOf(acts));
    const replies = repliesIn(acts);
    const answered = rows.filter(
      ({ id, bucket }) => bucket === 'reply' && replies.get(id) === 'posted',
    ).length;
    const overdue = await overdueAmong(rows, service, at);
    // Another began meanwhile, and knows better.
    if (nth === latest) send({ type: 'reckoned', capacity, balance, overdue, answered, replies });
  };

  return (send: Send): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void reckonAll(send).catch((error: unknown) =>
        send({ type: 'failed', what: 'The reply time is not known', why: String(error) }),
      );
    }, rests.keepMs);
  };
};

/** So many are looked at between two turns of the event loop, in which keys are heard. */
const atOnce = 1000;

const overdueAmong = async (
  rows: readonly Row[],
  service: ServiceReader,
  at: number,
): Promise<number> => {
  let count = 0;
  for (let from = 0; from < rows.length; from += atOnce) {
    if (from > 0) await new Promise(resolve => setImmediate(resolve));
    for (const row of rows.slice(from, from + atOnce))
      if (service(row, at).kind === 'overdue') count++;
  }
  return count;
};
