#!/usr/bin/env python3
"""An example for run.py: asks `pith-verify` about one document and answers in the words of the corpus.

    python3 run.py python3 adapter.py

PITH_VERIFY names the program, when it is not `pith-verify` in the path.
"""

import json
import os
import subprocess
import sys

keys, document = sys.argv[1:]
command = [os.environ.get("PITH_VERIFY", "pith-verify"), "verify", "--brief", "--format", "json"]
printed = subprocess.run(command + ["--trust-key", keys, document], stdout=subprocess.PIPE, check=False).stdout
report = json.loads(printed)


def checks(outcome):
    found = [check for check in report["checks"] if check["outcome"] == outcome]
    return [{word: check[word] for word in ("name", "reason", "pointer")} for check in found]


answer = {
    "verdict": report["verdict"]["word"],
    "refusal": report["refusal"] and report["refusal"]["reason"],
    "failing": checks("failed"),
    "not_checked": checks("not_checked"),
    "noted": checks("noted"),
    "leaves": [{word: leaf[word] for word in ("pointer", "class")} for leaf in report["coverage"]["leaves"]],
}
print(json.dumps(answer))
