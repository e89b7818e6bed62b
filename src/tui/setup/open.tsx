import { Box } from 'ink';
import { openFullScreen, sizeOf } from '../outside/full-screen.tsx';
import type { Terminal } from '../outside/full-screen.tsx';
import { start } from '../program.ts';
import { themeFor } from '../theme.ts';
import { KeyListener } from '../views/key-listener.tsx';
import { Line, ThemeContext } from '../views/themed.tsx';
import { emptyForm } from './form.ts';
import type { Filled, Known, Offer } from './form.ts';
import { formLines } from './form-lines.ts';
import { updateForm } from './update.ts';

export type Outcome =
  | { readonly kind: 'filled'; readonly filled: Filled }
  | { readonly kind: 'left'; readonly exitCode: number };

/** Asks for the practice on a full screen. */
export const openSetup = async (
  terminal: Terminal,
  known: Known,
  offers: readonly Omit<Offer, 'chosen'>[],
): Promise<Outcome> => {
  let outcome: Outcome = { kind: 'left', exitCode: 1 };
  const theme = themeFor(terminal.env);
  const program = start([emptyForm(known, offers, sizeOf(terminal))], updateForm, async effect => {
    outcome = effect.filled
      ? { kind: 'filled', filled: effect.filled }
      : { kind: 'left', exitCode: effect.exitCode ?? 1 };
    screen.leave();
  });
  const screen = openFullScreen(
    terminal,
    <ThemeContext value={theme}>
      <KeyListener program={program}>
        {form => (
          <Box
            flexDirection="column"
            width={form.size.columns}
            height={form.size.rows}
            flexShrink={0}
          >
            {formLines(form, theme.signs).lines.map((line, index) => (
              <Line key={index} of={line} />
            ))}
          </Box>
        )}
      </KeyListener>
    </ThemeContext>,
    {
      cursor: () => formLines(program.current(), theme.signs).cursor,
      onResize: size => program.send({ type: 'resize', ...size }),
    },
  );
  await screen.left;
  return outcome;
};
