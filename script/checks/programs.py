"""Runs the programs as a desk would, and says for each check whether it holds."""
import hashlib
import os
import pathlib
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def tree(folder):
    """Every file below a folder with its digest."""
    folder = pathlib.Path(folder)
    return {str(p.relative_to(folder)): digest(p) for p in sorted(folder.rglob("*")) if p.is_file()}


class Programs:
    """The programs of a folder; counts the checks."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.passed = self.failed = 0

    def run(self, program, *arguments, env=None, **options):
        return subprocess.run(
            [str(self.folder / program), *map(str, arguments)], cwd=ROOT, capture_output=True, text=True,
            env={**os.environ, **(env or {})}, **options)

    def check(self, title, condition, detail=""):
        self.passed, self.failed = self.passed + bool(condition), self.failed + (not condition)
        print(f"{'ok  ' if condition else 'FAIL'} {title}" + (f"\n     {detail}" if detail and not condition else ""), flush=True)

    def ends(self, title, result, status, *words):
        """The exit status, and words on standard output."""
        text = result.stdout
        missing = [word for word in words if word not in text]
        self.check(title, result.returncode == status and not missing,
                   f"exit {result.returncode}, expected {status}; not printed: {missing}\n     {(text + result.stderr).strip()[-1500:]}")
        return result

    def refused(self, title, result, status, *words):
        message = result.stderr
        self.check(title, result.returncode == status and all(word in message for word in words) and "error:" in message.lower(),
                   f"exit {result.returncode}, expected {status} with {words}: {message.strip()[:500]}")


class Server:
    """A program that serves until it is interrupted; gives its address, and what it says."""

    def __init__(self, arguments, ready, env=None):
        self.process = subprocess.Popen(
            [str(a) for a in arguments], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, env={**os.environ, **(env or {})})
        self.lines = []
        for line in self.process.stdout:
            self.lines.append(line)
            if ready in line:
                break
        self.line = self.lines[-1] if self.lines else ""
        # What it goes on to say must not fill the pipe.
        threading.Thread(target=lambda: self.lines.extend(self.process.stdout), daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.send_signal(2)
        try:
            self.status = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.status = None
