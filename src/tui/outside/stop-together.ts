/** What the terminal does on ctrl-z when it is not in raw mode: stops all of the foreground job; resolves when it goes on. */
export const stopTogether = async (): Promise<void> => {
  process.kill(0, 'SIGTSTP');
  // While stopped no timer fires; where stopping is not possible this goes on at once.
  await new Promise(resolve => setTimeout(resolve, 50));
};
