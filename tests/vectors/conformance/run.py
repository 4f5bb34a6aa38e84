#!/usr/bin/env python3
"""Tests a verifier of Pith documents against this corpus. Python 3.8 or later, nothing else.

    python3 run.py [--filter TEXT] [--only PART]... [--readings] COMMAND...

COMMAND is called once for each document, with two further arguments: keys.json and the document. It prints one JSON
object; README.md says what is in it. What COMMAND leaves out is not compared, but for the verdict.

    --filter TEXT   only documents with TEXT in their names
    --only PART     compare only this: verdict, refusal, failing, not_checked, noted or leaves; may be repeated
    --readings      pass over documents whose basis is our_reading or open

Ends with 0 when nothing differs, with 1 when something does, with 2 when it was called wrongly.
"""

import argparse
import concurrent.futures
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = ("verdict", "refusal", "failing", "not_checked", "noted", "leaves")
FAILED = ("broken", "unreadable")
CHECKS = ("failing", "not_checked", "noted")


def main():
    arguments = read_arguments()
    with open(os.path.join(HERE, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    if manifest["manifest_version"] != "1":
        sys.exit("this program reads version 1 of manifest.json")
    chosen = [document for document in manifest["documents"] if arguments.filter in document["file"]]
    if arguments.readings:
        chosen = [document for document in chosen if document["basis"] not in ("our_reading", "open")]
    if not chosen:
        print("no document has %r in its name" % arguments.filter, file=sys.stderr)
        return 2
    differ, taken, compared = 0, 0, dict.fromkeys(PARTS, 0)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda document: ask(arguments.command, document["file"]), chosen))
    for document, (answer, complaint) in zip(chosen, answers):
        found = [complaint] if complaint else differences(document, answer, arguments.only or PARTS, compared)
        if document["must_fail"] and not (answer and answer.get("verdict") in FAILED):
            taken += 1
        if found:
            differ += 1
            print("%s: %s" % (document["file"], document["about"]))
            for line in found:
                print("    " + line)
    if taken:
        print("%d that must fail did not" % taken)
    print("compared: " + ", ".join("%s of %d" % part for part in compared.items()))
    print("%d documents: %d differ" % (len(chosen), differ))
    return 1 if differ else 0


def read_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS
    )
    parser.add_argument("--filter", default="", help=argparse.SUPPRESS)
    parser.add_argument("--only", action="append", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--readings", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("command", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not arguments.command:
        parser.print_help(sys.stderr)
        sys.exit(2)
    return arguments


def ask(command, file):
    """The answer of the verifier, or what is wrong with it."""
    call = command + [os.path.join(HERE, "keys.json"), os.path.join(HERE, file)]
    try:
        done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return None, "the command: %s" % error
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return None, "no answer in JSON%s" % (": " + said[-1] if said else "")
    if not isinstance(answer, dict) or not isinstance(answer.get("verdict"), str):
        return None, "the answer says no verdict"
    return answer, None


def differences(document, answer, parts, compared):
    found = []
    for part in parts:
        if part not in answer:
            continue
        compared[part] += 1
        expected = document[part]
        if part in CHECKS:
            found += of_checks(part, expected, answer[part])
        elif part == "leaves":
            found += of_leaves(expected, answer[part])
        elif answer[part] != expected:
            found.append("%s: expected %s, found %s" % (part, expected, answer[part]))
    return found


def of_checks(part, expected, answered):
    """Order is no difference; how often a check stands is one."""
    wanted, given = sorted(map(words, expected)), sorted(map(words, answered))
    lines = []
    for line in list(wanted):
        if line in given:
            given.remove(line)
        else:
            lines.append("%s: expected %s" % (part, line))
    return lines + ["%s: found %s" % (part, line) for line in given]


def words(check):
    return "%s %s at %s" % (check.get("name"), check.get("reason"), json.dumps(check.get("pointer")))


def of_leaves(expected, answered):
    """The class of every leaf is that of the part in which it stands, and each class has as many as are counted."""
    of_part = {pointer: name for name, leaves in expected.items() for pointer in leaves["parts"]}
    lines, counted = [], dict.fromkeys(expected, 0)
    for leaf in answered:
        pointer, found = leaf["pointer"], leaf["class"]
        name = class_of(of_part, pointer)
        if name is None:
            lines.append("leaves: %s is no leaf of the document" % json.dumps(pointer))
            continue
        counted[name] += 1
        if name != found:
            lines.append("leaves: %s: expected %s, found %s" % (json.dumps(pointer), name, found))
    for name, leaves in expected.items():
        if counted[name] != leaves["count"]:
            lines.append("leaves: expected %d that are %s, found %d" % (leaves["count"], name, counted[name]))
    return lines[:20]


def class_of(of_part, pointer):
    """The class of the part that the pointer names or lies in."""
    while pointer not in of_part:
        if not pointer:
            return None
        pointer = pointer[: pointer.rindex("/")]
    return of_part[pointer]


if __name__ == "__main__":
    sys.exit(main())
