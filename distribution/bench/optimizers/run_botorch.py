"""Runs BoTorch (default model, qLogNEI, whole pool) on pools of the side-by-side protocol and appends records.

    python3 run_botorch.py data/pools OUT_DIR hte_electrolyte_T293,pvlab_p3ht 0 9

Needs botorch (0.15.1 was run, with torch 1.13.1 of Debian 12). One thread. For comparing only: Busbar does not need it.
"""
import csv
import json
import os
import sys
import time
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "1")
import torch

if not hasattr(torch.optim.lr_scheduler, "LRScheduler"):  # torch before 2.0
    torch.optim.lr_scheduler.LRScheduler = torch.optim.lr_scheduler._LRScheduler
import botorch
from botorch.acquisition.logei import qLogNoisyExpectedImprovement
from botorch.fit import fit_gpytorch_mll
from botorch.models import SingleTaskGP
from botorch.sampling import SobolQMCNormalSampler
from gpytorch.mlls import ExactMarginalLogLikelihood

TRIES, FIRST, DRAWS, BLOCK = 40, 5, 512, 256


def columns(pool, rows):
    """Numbers by their range, shares by their total, choices one-hot."""
    for i, column in enumerate(pool["columns"]):
        words = [row[i] for row in rows]
        if column["kind"] == "cat":
            for option in sorted(set(words)):
                yield [float(word == option) for word in words]
            continue
        numbers = [float(word) for word in words]
        low, high = min(numbers), max(numbers)
        if column["kind"] == "simplex":
            low, high = 0.0, 100.0 if high > 1.5 else 1.0
        yield [(number - low) / (high - low) for number in numbers]


def run(x, y, first, seed):
    torch.manual_seed(seed)
    order, seconds = list(first), []
    while len(order) < TRIES:
        begun = time.process_time()
        model = SingleTaskGP(x[order], y[order])
        fit_gpytorch_mll(ExactMarginalLogLikelihood(model.likelihood, model))
        sampler = SobolQMCNormalSampler(torch.Size([DRAWS]), seed=seed * 1000 + len(order))
        worth = qLogNoisyExpectedImprovement(model, x[order], sampler=sampler, prune_baseline=True)
        left = sorted(set(range(len(x))) - set(order))
        with torch.no_grad():
            worths = torch.cat([worth(block.unsqueeze(1)) for block in x[left].split(BLOCK)])
        order.append(left[int(worths.argmax())])
        seconds.append(round(time.process_time() - begun, 4))
    return order, seconds


def main(data, out, names, first_seed, last_seed):
    warnings.filterwarnings("ignore")
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    pools = {pool["name"]: pool for pool in json.load(open(f"{data}/pools.json"))["pools"]}
    lines = list(csv.reader(open(f"{data}/init_indices.csv")))[1:]
    first = {(line[0], int(line[1])): [int(i) for i in line[2 : 2 + FIRST]] for line in lines}
    for name in names.split(","):
        pool = pools[name]
        rows = list(csv.reader(open(f"{data}/{pool['file']}")))[1:]
        sign = 1 if pool["objective"]["goal"] == "max" else -1
        x = torch.tensor(list(columns(pool, rows))).T.contiguous()
        y = torch.tensor([[sign * float(row[len(pool["columns"])])] for row in rows])
        for seed in range(int(first_seed), int(last_seed) + 1):
            order, seconds = run(x, y, first[name, seed], seed)
            record = {"engine": "botorch-qlognei", "version": botorch.__version__, "problem": name, "seed": seed}
            record |= {"n0": FIRST, "order": order, "t_cpu": seconds, "threads": 1}
            with open(f"{out}/botorch-qlognei_{name}.jsonl", "a") as file:
                file.write(json.dumps(record) + "\n")
            print(name, seed, flush=True)


main(*sys.argv[1:])
