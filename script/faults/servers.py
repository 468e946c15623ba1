"""A mail server and a chat's door on loopback."""
import contextlib
import email
import email.header
import http.server
import json
import pathlib
import subprocess
import sys
import threading

SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "smtp-server.py"


class Post:
    """A mail server that keeps what it gets."""

    def __init__(self, folder, mode="plain"):
        self.folder = pathlib.Path(folder)
        self.process = subprocess.Popen([sys.executable, SCRIPT, mode, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = json.loads(self.process.stdout.readline())["port"]
        # What it says is not needed, but must be taken from it.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def take(self):
        """The messages since the last call, in order: reports first by name, alerts apart."""
        paths = sorted(self.folder.glob("*.eml"), key=lambda path: int(path.stem))
        messages = [path.read_bytes() for path in paths]
        for path in paths:
            path.unlink()
        reports = [m for m in messages if email.message_from_bytes(m)["X-Report-Input"]]
        return reports, [m for m in messages if m not in reports]


def header(message, name):
    value = email.message_from_bytes(message)[name]
    return "" if value is None else str(email.header.make_header(email.header.decode_header(value)))


@contextlib.contextmanager
def door():
    """A web server that takes whatever is posted: its address, and the texts that came."""
    texts = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            texts.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"])
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", texts
    finally:
        server.shutdown()
        server.server_close()
