"""Newton's law of cooling with a time constant of 600 s: JSON in, JSON out."""
import json
import math
import sys

given = json.load(sys.stdin)
points = int(sys.argv[sys.argv.index("--points") + 1])
if given["time"] == 0:
    sys.exit("time is 0: nothing to cool")
times = [given["time"] * i / (points - 1) for i in range(points)]
curve = [given["room"] + (given["start"] - given["room"]) * math.exp(-t / 600) for t in times]
json.dump({"temperature": curve[-1], "curve": curve}, sys.stdout)
