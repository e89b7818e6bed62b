import { Box } from 'ink';
import { openFullScreen, sizeOf } from '../outside/full-screen.tsx';
import type { Terminal } from '../outside/full-screen.tsx';
import { start } from '../program.ts';
import { themeFor } from '../theme.ts';
import { KeyListener } from '../views/key-listener.tsx';
import { Line, ThemeContext } from '../views/themed.tsx';
import { choose, welcomeLines } from './welcome.ts';
import type { Way } from './welcome.ts';

/** Asks, where there is no configuration yet, what is wanted. */
export const askFirst = async (terminal: Terminal): Promise<Way> => {
  let way: Way = 'quit';
  const theme = themeFor(terminal.env);
  const program = start([{ at: 0, size: sizeOf(terminal) }], choose, async chosen => {
    way = chosen;
    screen.leave();
  });
  const screen = openFullScreen(
    terminal,
    <ThemeContext value={theme}>
      <KeyListener program={program}>
        {welcome => (
          <Box flexDirection="column">
            {welcomeLines(welcome, theme.signs).map((line, index) => (
              <Line key={index} of={line} />
            ))}
          </Box>
        )}
      </KeyListener>
    </ThemeContext>,
    {
      cursor: () => undefined,
      onResize: size => program.send({ type: 'resize', ...size }),
    },
  );
  await screen.left;
  return way;
};
