/** Calls back at the beginning of every minute; returns how to stop. */
export const everyMinute = (now: () => Date, call: (moment: number) => void): (() => void) => {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const left = 60_000 - (now().getTime() % 60_000);
    timer = setTimeout(() => {
      call(now().getTime());
      wait();
    }, left);
  };
  wait();
  return () => clearTimeout(timer);
};
