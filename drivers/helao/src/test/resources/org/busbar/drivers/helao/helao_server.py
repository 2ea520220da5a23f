"""A small HELAO action server: a stage and a force sensor as `GET /<type>/<action>?...`, with a physical state.

Answers as HELAO's servers do: {"parameters": ..., "data": ...}; moveAbs is declared with a trailing slash, so that
without one it answers 307. Says its port on the first line and ends when its input ends.
"""
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

SPEED = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0  # mm/s
LIMIT = 100.0  # mm

ACTIONS = {
    "/stage/moveAbs/": ["dx", "dy", "dz"],
    "/stage/getPos": [],
    "/stage/stop": [],
    "/stage/configure": ["names", "soft", "label"],
    "/stage/broken": [],
    "/stage/nonsense": [],
    "/force/read": [],
}


class Stage:
    def __init__(self):
        self.at = [0.0, 0.0, 0.0]
        self.stopped = threading.Event()
        self.lock = threading.Lock()
        self.calls = []

    def move(self, target):
        if any(abs(t) > LIMIT for t in target):
            raise ValueError("soft limit of 100 mm")
        self.stopped.clear()
        begin = list(self.at)
        way = max(abs(t - b) for t, b in zip(target, begin))
        start = time.monotonic()
        while way > 0 and not self.stopped.is_set():
            share = min(1.0, (time.monotonic() - start) * SPEED / way)
            with self.lock:
                self.at = [b + share * (t - b) for b, t in zip(begin, target)]
            if share == 1.0:
                break
            time.sleep(0.005)


STAGE = Stage()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        parts = urlsplit(self.path)
        query = parse_qs(parts.query, keep_blank_values=True)
        STAGE.calls.append(self.path)
        if parts.path == "/openapi.json":
            return self.answer(200, self.openapi())
        if parts.path == "/calls":
            return self.answer(200, STAGE.calls)
        if parts.path not in ACTIONS and parts.path + "/" in ACTIONS:
            return self.redirect(parts.path + "/" + ("?" + parts.query if parts.query else ""))
        if parts.path not in ACTIONS:
            return self.answer(404, {"detail": "Not Found"})
        missing = [name for name in ACTIONS[parts.path] if name not in query]
        if missing:
            return self.answer(422, {"detail": [{"loc": ["query", n], "msg": "field required"} for n in missing]})
        self.act(parts.path.strip("/"), query)

    def act(self, action, query):
        if action == "stage/moveAbs":
            target = [float(query[name][0]) for name in ("dx", "dy", "dz")]
            try:
                STAGE.move(target)
            except ValueError as e:
                return self.answer(500, {"detail": str(e)})
            self.answer(200, {"parameters": dict(zip(("dx", "dy", "dz"), target)), "data": self.position()})
        elif action == "stage/getPos":
            self.answer(200, {"parameters": None, "data": self.position()})
        elif action == "stage/stop":
            STAGE.stopped.set()
            self.answer(200, {"parameters": None, "data": None})
        elif action == "stage/configure":
            self.answer(200, {"parameters": query, "data": None})
        elif action == "stage/nonsense":
            self.raw(200, b'{"parameters": null, "data": {"raw"')
        elif action == "force/read":
            self.answer(200, {"parameters": None, "data": {"units": "mN", "value": [1.0, 1.5, 2.0]}})
        else:
            self.answer(500, {"detail": "the driver server does not answer"})

    def position(self):
        with STAGE.lock:
            return {"data": {"pos": list(STAGE.at)}, "parameters": None}

    def openapi(self):
        paths = {
            path: {"get": {"parameters": [{"name": n, "in": "query", "required": True} for n in names]}}
            for path, names in ACTIONS.items()
        }
        return {"openapi": "3.0.2", "info": {"title": "stage action server"}, "paths": paths}

    def redirect(self, to):
        self.send_response(307)
        self.send_header("location", to)
        self.send_header("content-length", "0")
        self.end_headers()

    def answer(self, status, body):
        self.raw(status, json.dumps(body).encode())

    def raw(self, status, body):
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
