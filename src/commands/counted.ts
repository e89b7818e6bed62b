/** `1 mention`, `2 mentions`; `more` for a thing whose plural is not its name and an s. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;
