"""A client that behaves as F2Opt and Overlort do: it asks for /docs as a sign of life, logs in once, calls all lists
without a slash at the end, counts what is pending, posts a request and polls for its result until there is one.

usage: optimiser.py ADDRESS USER PASSWORD TENANT_UUID(32 digits) QUANTITY METHOD [PARAMETERS]
"""
import json
import sys
import time
import urllib.parse
import urllib.request

address, user, password, tenant, quantity, method = sys.argv[1:7]


def call(verb, path, token="", query=None, body=None, form=None):
    query = {k: v for k, v in (query or {}).items() if v is not None}
    url = address + path + ("?" + urllib.parse.urlencode(query) if query else "")
    headers = {"Authorization": token} if token else {}
    data = None
    if form is not None:
        data = urllib.parse.urlencode(form).encode()
    if body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    with urllib.request.urlopen(urllib.request.Request(url, data=data, headers=headers, method=verb), timeout=20) as response:
        return response.status, response.read()


assert call("GET", "/docs")[0] == 200
form = {"username": user, "password": password}
answer = json.loads(call("POST", "/user_management/authenticate", query={"grant_type": "password"}, form=form)[1])
token = answer["token_type"].capitalize() + " " + answer["access_token"]


def get(path, **query):
    return json.loads(call("GET", path, token, query)[1])


capabilities = get("/capabilities", currently_available=True)
mine = [one for one in capabilities if one["quantity"] == quantity and one["method"] == method]
assert len(mine) == 1, capabilities
assert mine[0]["json_schema_specifications"]["type"] == "object"
limits = [one for one in get("/limitations", currently_available=True) if one["quantity"] == quantity and one["method"] == method]
assert len(limits) == 1 and isinstance(limits[0]["limitations"], list), limits
template = get("/capabilities/templates", quantity=quantity, method=method)[quantity + "-" + method]["input_template"]
parameters = {name: 298.15 for name, leaf in template.items() if "optional" not in leaf}
for given in sys.argv[7:]:
    parameters = json.loads(given)
    assert parameters.keys() == template.keys(), template
assert get("/tenants")[0]["is_active"] is True
print("queue:", len(get("/pending_requests", quantity=quantity, method=method)))
request = {"quantity": quantity, "methods": [method], "parameters": {method: parameters}, "tenant_uuid": tenant}
status, posted = call("POST", "/requests", token, body=request)
request_id = json.loads(posted)
assert status == 200 and isinstance(request_id, str)
assert request_id in [one["uuid"] for one in get("/all_requests")]
print("posted:", request_id, flush=True)
result = None
for _ in range(2400):
    result = get("/results_requested/" + request_id)
    if result is not None:
        break
    time.sleep(0.05)
assert result["result"]["request_uuid"] == request_id, result
assert request_id in [one["result"]["request_uuid"] for one in get("/results_requested", quantity=quantity, method=method)]
print("data:", json.dumps(result["result"]["data"]))
