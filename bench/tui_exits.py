"""Leaves a full-screen program in every way there is, and says whether the terminal is as it was; one JSON object.

  tui_exits.py FOLDER -- NODE PROGRAM ARGUMENTS...

FOLDER takes the small modules that make the program fail from outside: a throw in a timer, in a render, a rejection.
"""
import json, os, re, signal, sys, termios, time
from tui_terminal import Terminal

folder, command = sys.argv[1], sys.argv[3:]

failures = {
    'a throw in a timer': "setTimeout(() => { throw new Error('boom'); }, 2500);",
    'an unhandled rejection': "setTimeout(() => { Promise.reject(new Error('boom')); }, 2500);",
    # The clock in the header is made from this, so the next frame throws.
    'a throw in a render': "setTimeout(() => { Intl.DateTimeFormat.prototype.formatToParts = () => { throw new Error('boom'); }; }, 2000);",
}


def failing(name, code):
    path = os.path.join(folder, re.sub(r'\W+', '-', name) + '.mjs')
    with open(path, 'w') as module:
        module.write(code)
    return [command[0], '--import', 'file://' + path, *command[1:]]


def last(output, on, off):
    return output.rfind(on) > output.rfind(off)


def left(argv, leave):
    terminal = Terminal(argv)
    before = termios.tcgetattr(terminal.fd)
    terminal.wait_for('▌'.encode())
    terminal.settle()
    leave(terminal)
    code = terminal.exit_code(20)
    after = termios.tcgetattr(terminal.fd)
    out = terminal.output
    wrong = [
        name
        for name, right in {
            'the screen': last(out, b'\x1b[?1049l', b'\x1b[?1049h'),
            'the cursor': last(out, b'\x1b[?25h', b'\x1b[?25l'),
            'line wrap': last(out, b'\x1b[?7h', b'\x1b[?7l'),
            'bracketed paste': last(out, b'\x1b[?2004l', b'\x1b[?2004h'),
            'the line settings': before == after,
        }.items()
        if not right
    ]
    told = b'boom' in out[out.rfind(b'\x1b[?1049l'):]
    return {'exit code': code, 'not restored': wrong, **({'error told afterwards': told} if '--import' in argv else {})}


def key(bytes_):
    return lambda terminal: os.write(terminal.fd, bytes_)


def kill(number):
    return lambda terminal: os.kill(terminal.pid, number)


print(json.dumps({
    'q': left(command, key(b'q')),
    'ctrl-c': left(command, key(b'\x03')),
    'SIGTERM': left(command, kill(signal.SIGTERM)),
    'SIGHUP': left(command, kill(signal.SIGHUP)),
    'SIGINT': left(command, kill(signal.SIGINT)),
    **{name: left(failing(name, code), lambda terminal: (time.sleep(2.5), os.write(terminal.fd, b'n'))) for name, code in failures.items()},
}))
