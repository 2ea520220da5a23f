"""A partner of a lab, for tests: partner.py <url> <role>. What it needs for an answer it asks the lab for."""
import json, sys, threading, time, urllib.error, urllib.request

URL, ROLE = sys.argv[1], sys.argv[2]
RECIPE = [{"name": "pc_share", "min": 0, "max": 1}, {"name": "salt_molality", "unit": "mol/kg", "min": 0, "max": 2.5},
          {"name": "temperature", "unit": "Cel", "min": 0, "max": 60}]
CONDUCTIVITY = {"name": "conductivity", "unit": "mS/cm", "min": 0}
TRANSFERENCE = {"name": "transference_number", "min": 0, "max": 1}
CURRENT = {"name": "limiting_current", "unit": "mA/cm2", "min": 0}


def call(method, path, body=None):
    """What the server answers; None if it says no. Tries again while the server is away."""
    while True:
        try:
            request = urllib.request.Request(URL + "/api/v1" + path, None if body is None else json.dumps(body).encode(),
                                             {"Content-Type": "application/json"}, method=method)
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            if refused.code < 500:
                print(method, path, refused.code, refused.read().decode(), file=sys.stderr, flush=True)
                return None
        except (OSError, json.JSONDecodeError):
            pass
        time.sleep(0.1)


def asked(quantity, output, request):
    """The answer of somebody else to a question that this request raises."""
    child = call("POST", "/requests", {"quantity": quantity, "inputs": request["inputs"], "parent": request["id"]})
    path = "/requests/" + child["request"]["id"]
    while call("GET", path)["state"] != "RESOLVED":
        time.sleep(0.05)
    return call("GET", "/results/" + child["request"]["id"])["outputs"][output]["value"]


def conductivity(request):
    """Another lab with the same kind of instrument."""
    x = {name: value["value"] for name, value in request["inputs"].items()}
    return 3 + 6 * x["salt_molality"] * (2.2 - x["salt_molality"]) + 0.1 * x["temperature"] - x["pc_share"]


def transference(request):
    """A simulation that is calibrated by an experiment."""
    return 0.3 + 0.01 * asked("ionic_conductivity", "conductivity", request)


def limiting(request):
    """An experiment that is planned by a simulation."""
    return 40 * asked("transference_number", "transference_number", request)


def slow(request):
    """A calculation that is never ready in time."""
    time.sleep(600)


ROLES = {
    "elsewhere": ("ionic_conductivity", "impedance_spectroscopy", "experiment", CONDUCTIVITY, conductivity),
    "cluster": ("transference_number", "molecular_dynamics", "simulation", TRANSFERENCE, transference),
    "cell-lab": ("limiting_current", "galvanostat", "experiment", CURRENT, limiting),
    "slow": ("transference_number", "molecular_dynamics", "simulation", TRANSFERENCE, slow),
}
QUANTITY, METHOD, SOURCE, OUTPUT, ANSWER = ROLES[ROLE]
LEASE = 2
working = []


def keep_alive():
    while True:
        time.sleep(LEASE / 4)
        for request in list(working):
            call("POST", "/requests/" + request + "/renew", {"tenant": ROLE})


def work(request):
    path = "/requests/" + request["id"]
    if call("POST", path + "/reserve", {"tenant": ROLE}) and call("POST", path + "/begin", {"tenant": ROLE}):
        working.append(request["id"])
        outputs = {OUTPUT["name"]: {"value": ANSWER(request), "unit": OUTPUT.get("unit", "1"), "uncertainty": 0.1}}
        call("POST", path + "/result", {"tenant": ROLE, "method": METHOD, "outputs": outputs})
        working.remove(request["id"])


call("PUT", "/tenants/" + ROLE, {"lease": LEASE, "offers": [
    {"quantity": QUANTITY, "method": METHOD, "price": {"source": SOURCE}, "inputs": RECIPE, "outputs": [OUTPUT]}]})
print("ready", flush=True)
threading.Thread(target=keep_alive, daemon=True).start()
while True:
    for one in call("GET", "/requests/pending?tenant=" + ROLE + "&limit=1&wait=5") or []:
        work(one)
