"""Drives a full-screen program in a pseudo-terminal and measures it; prints one JSON object.

  tui_terminal.py ROWS COLUMNS KEYS -- COMMAND...

start: milliseconds from exec to the first frame that names the inbox, and peak memory then.
keys: KEYS times a `j`; milliseconds from the write to the last byte of the answer, its bytes, and whole-screen clears.
burst: 200 `j` in one write, then `i`: the number of the mention that was ignored tells how far the cursor went.
"""
import fcntl, json, os, pty, re, select, signal, struct, sys, termios, time

rows, columns = 40, 120


class Terminal:
    def __init__(self, argv):
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, 'TERM': 'xterm-256color'}
            for name in ('CI', 'NO_COLOR', 'INK_SCREEN_READER', 'ACCESSIBLE'):
                environment.pop(name, None)
            os.execvpe(argv[0], argv, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
        self.output = b''

    def read(self, seconds):
        if not select.select([self.fd], [], [], max(0, seconds))[0]:
            return b''
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return None
        self.output += data
        return data

    def wait_for(self, text, seconds=60):
        """Reads until the text has come; milliseconds since the start."""
        end = time.perf_counter() + seconds
        while text not in self.output:
            if time.perf_counter() > end or self.read(0.5) is None:
                sys.exit(f'waited in vain for {text!r}; the end was {self.output[-500:]!r}')
        return (time.perf_counter() - self.began) * 1000

    def settle(self, quiet=0.3):
        """Reads until nothing has come for so many seconds."""
        data = b''
        while True:
            more = self.read(quiet)
            if not more:
                return data
            data += more

    def press(self, key, quiet):
        """Milliseconds from a key to the last byte of its answer, and the answer."""
        at = last = time.perf_counter()
        os.write(self.fd, key)
        data = b''
        while True:
            more = self.read((0.5 if not data else quiet) - (time.perf_counter() - last))
            if not more:
                return (last - at) * 1000, data
            last = time.perf_counter()
            data += more

    def cpu(self):
        with open(f'/proc/{self.pid}/stat') as stat:
            fields = stat.read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf('SC_CLK_TCK')

    def peak(self):
        with open(f'/proc/{self.pid}/status') as status:
            return int(re.search(r'VmHWM:\s+(\d+)', status.read())[1]) / 1024

    def exit_code(self, seconds=10):
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.read(0.05):
                    pass
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return None


def percentile(values, part):
    return round(sorted(values)[min(len(values) - 1, int(len(values) * part))], 1)


def measured(command, keys):
    terminal = Terminal(command)
    start = terminal.wait_for(b'Inbox ')
    terminal.wait_for(b'\xe2\x96\x8c')
    first_row = (time.perf_counter() - terminal.began) * 1000
    terminal.settle(0.5)
    cpu = terminal.cpu()
    for _ in range(8):
        terminal.press(b'j', 0.03)
        terminal.settle(0.25)
    times, sizes, whole, clears = [], [], [], 0
    for _ in range(keys):
        ms, data = terminal.press(b'j', 0.03)
        times.append(ms)
        sizes.append(len(data))
        rest = terminal.settle(0.25)
        whole.append(len(data) + len(rest))
        clears += (data + rest).count(b'\x1b[2J')
    os.write(terminal.fd, b'g')
    terminal.settle()
    os.write(terminal.fd, b'j' * 200)
    terminal.settle()
    _, decided = terminal.press(b'i', 0.3)
    reached = re.findall(rb'Number (\d+)', decided)
    peak = terminal.peak()
    os.write(terminal.fd, b'q')
    return {
        'first frame ms': round(start),
        'first rows ms': round(first_row),
        'peak MB': round(peak),
        'CPU ms until then': round(cpu),
        'key ms median': percentile(times, 0.5),
        'key ms p95': percentile(times, 0.95),
        'key bytes median': percentile(sizes, 0.5),
        'key bytes max': max(sizes),
        'key with detail bytes max': max(whole),
        'clears': clears,
        '200 keys in one read move to': int(reached[-1]) if reached else None,
        'exit code': terminal.exit_code(),
    }


if __name__ == '__main__':
    rows, columns, count = map(int, sys.argv[1:4])
    print(json.dumps(measured(sys.argv[5:], count)))
