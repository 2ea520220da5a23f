"""A tenant of a Busbar lab with nothing but Python's standard library: answers requests for the density of water."""
import http.client, json, os, sys, threading, time, urllib.error, urllib.request as web

BASE = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("BUSBAR_URL", "http://localhost:8181")
TOKEN = sys.argv[2] if len(sys.argv) > 2 else os.environ.get("BUSBAR_TOKEN", "")
ME, METHOD, LEASE = os.environ.get("BUSBAR_TENANT", "water"), "kell-1975", 30  # the lease in seconds
HEADERS = {"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json", "Accept": "application/json"}
OFFER = {"quantity": "density", "method": METHOD, "price": {"source": "calculation", "uncertainty": 2e-5},
         "inputs": [{"name": "temperature", "unit": "Cel", "min": 0, "max": 100}],
         "outputs": [{"name": "density", "unit": "kg/m3"}]}

def call(method, path, body=None):
    """What the server answers; None if it is too late for that (409). Tries again while the server is away or busy."""
    while True:
        try:
            data = None if body is None else json.dumps(body).encode()
            with web.urlopen(web.Request(BASE + "/api/v1" + path, data, HEADERS, method=method), timeout=30) as said:
                return json.load(said)
        except urllib.error.HTTPError as refused:
            if refused.code < 500:
                return None if refused.code == 409 else sys.exit(f"{method} {path}: {refused.read().decode()}")
        except (OSError, http.client.HTTPException) as away:
            print("waiting for the server:", away, file=sys.stderr)
        time.sleep(1)

def density(inputs):
    """Of water in kg/m3: G. S. Kell, J. Chem. Eng. Data 20 (1975) 97."""
    t = {"Cel": lambda x: x, "K": lambda x: x - 273.15}[inputs["temperature"]["unit"]](inputs["temperature"]["value"])
    poly = 16.945176 + t * (-7.9870401e-3 + t * (-46.170461e-6 + t * (105.56302e-9 - 280.54253e-12 * t)))
    return {"value": (999.83952 + t * poly) / (1 + 16.879850e-3 * t), "unit": "kg/m3", "uncertainty": 0.02}

def work(request):
    do = lambda verb, **said: call("POST", f"/requests/{request['id']}/{verb}", {"tenant": ME, **said})
    if do("reserve") and do("begin"):
        done = threading.Event()
        threading.Thread(target=lambda: [do("renew") for _ in iter(lambda: done.wait(LEASE / 3), True)]).start()
        try:
            inputs = request["inputsOf"].get(METHOD, request["inputs"])
            do("result", method=METHOD, outputs={"density": density(inputs)})
        except KeyError as unknown:
            do("fail", reason=f"{unknown} is not known here")
        finally:
            done.set()

call("PUT", "/tenants/" + ME, {"lease": LEASE, "offers": [OFFER]})
while True:
    for one in call("GET", f"/requests/pending?tenant={ME}&limit=1&wait=20"):
        work(one)
