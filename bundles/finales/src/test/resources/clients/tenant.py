"""A tenant that behaves as the reference tenant of FINALES2 does: it logs in before every call, with a slash at the end
and an empty grant_type, lists what is pending without a filter again and again, takes the first it can do, answers it, and
ends at any answer that is not 2xx to a POST, or after COUNT answers.

usage: tenant.py ADDRESS USER PASSWORD TENANT_UUID QUANTITY METHOD COUNT [OUTPUT]
"""
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

address, user, password, tenant, quantity, method, count = sys.argv[1:8]
output = (sys.argv[8:] + ["value"])[0]


def call(verb, path, token=None, query=None, body=None, form=None):
    url = address + path + ("?" + urllib.parse.urlencode(query) if query else "")
    headers = {"accept": "application/json"}
    data = None
    if form is not None:
        data = urllib.parse.urlencode(form).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    if body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    if token:
        headers["Authorization"] = token
    if verb == "POST" and data is None:
        data = b""
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    request = urllib.request.Request(url, data=data, headers=headers, method=verb)
    with urllib.request.urlopen(request, timeout=20) as response:
        return json.loads(response.read())


def login():
    form = {"grant_type": "", "username": user, "password": password, "scope": "", "client_id": "", "client_secret": ""}
    answer = call("POST", "/user_management/authenticate/", form=form)
    return answer["token_type"].capitalize() + " " + answer["access_token"]


def pending():
    return [one for one in call("GET", "/pending_requests/", login())
            if one["request"]["quantity"] == quantity and method in one["request"]["methods"]]


def update(request_id, status):
    query = {"request_id": request_id, "new_status": status, "status_change_message": "Set by " + user}
    return call("POST", "/requests/" + request_id + "/update_status/", login(), query=query)


def run(request):
    temperature = request["parameters"][method]["temperature"]
    return {output: temperature}


done = 0
end = time.time() + 120
while done < int(count) and time.time() < end:
    todo = pending()
    if not todo:
        time.sleep(0.1)
        continue
    one = todo[0]
    print("reserve:", update(one["uuid"], "reserved"))
    result = {
        "data": run(one["request"]),
        "quantity": quantity,
        "method": [method],
        "parameters": {method: one["request"]["parameters"][method]},
        "tenant_uuid": tenant,
        "request_uuid": one["uuid"],
    }
    posted = call("POST", "/results/", login(), body=result)
    assert isinstance(posted, str), posted
    done += 1
print("done:", done)
