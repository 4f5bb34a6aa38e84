#!/usr/bin/env python3
"""Prints what docs/supply-chain.md says of crates: for each direct one its version, lines, `unsafe`, what runs when it
is built, what of the system it names, and how much of the command line and of the wasm is its code.

    python3 docs/supply-sizes.py            from the clone; builds nothing, so without the two sizes
    python3 docs/supply-sizes.py --build    builds both without optimising them again by wasm-opt, into target/supply

Standard library, cargo, and for --build nm of binutils and the target wasm32-unknown-unknown. A size is that of the
functions and constants whose names begin with the crate: what was put into a caller counts as the caller's, and what
a crate has of the standard library as the standard library's.
"""

import collections
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = os.path.join(ROOT, "target", "supply")
SYSTEM = ("std::fs", "std::net", "std::process", "std::env", "std::thread", "extern \"C\"")


def main():
    if sys.argv[1:] not in ([], ["--build"]):
        sys.exit(__doc__)
    native, wasm = (built_native(), built_wasm()) if sys.argv[1:] else ({}, {})
    print("crate version | lines | unsafe | runs when built | names of the system | command line | wasm")
    for package in direct_crates():
        folder = os.path.dirname(package["manifest_path"])
        lines, unsafe, system = source(os.path.join(folder, "src"))
        kinds = {kind for target in package["targets"] for kind in target["kind"]}
        runs = ", ".join(sorted(kinds & {"custom-build", "proc-macro"})) or "-"
        name = package["name"].replace("-", "_")
        sizes = " | ".join(str(sizes.get(name, 0)) if sizes else "?" for sizes in (native, wasm))
        print(f"{package['name']} {package['version']} | {lines} | {unsafe} | {runs} | {system or '-'} | {sizes}")
    for what, sizes in (("command line", native), ("wasm", wasm)):
        if sizes:
            largest = ", ".join(f"{name} {size}" for name, size in sizes.most_common(12))
            print(f"{what}: {sum(sizes.values())} bytes with a name; {largest}")


def direct_crates():
    """Those that a manifest of the workspace names, whatever for."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"]
    data = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    members, by_id = set(data["workspace_members"]), {package["id"]: package for package in data["packages"]}
    direct = {dep["pkg"] for node in data["resolve"]["nodes"] if node["id"] in members for dep in node["deps"]}
    return sorted((by_id[id] for id in direct - members), key=lambda package: package["name"])


def source(folder):
    """Lines, how often the word `unsafe` stands outside of comments, and what of the system is named."""
    lines, unsafe, system = 0, 0, set()
    for path, _, files in os.walk(folder):
        for name in files:
            if not name.endswith(".rs"):
                continue
            with open(os.path.join(path, name), encoding="utf-8") as file:
                text = file.read()
            lines += text.count("\n")
            code = re.sub(r"//.*|/\*[\s\S]*?\*/", "", text)
            unsafe += len(re.findall(r"\bunsafe\b(?!_)", code))
            system |= {word for word in SYSTEM if word in code}
    return lines, unsafe, ", ".join(sorted(system))


def build(*arguments):
    command = ["cargo", "build", "--quiet", "--locked", "--package", "pith-verifier", "--target-dir", TARGET]
    subprocess.run(command + list(arguments), cwd=ROOT, check=True)


def built_native():
    build("--release", "--bin", "pith-verify")
    command = ["nm", "--demangle", "--print-size", "--radix=d", os.path.join(TARGET, "release", "pith-verify")]
    sizes = collections.Counter()
    for line in subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines():
        parts = line.split(None, 3)
        # Address, size, kind, name. What has no size or takes no room in the file is left out.
        if len(parts) == 4 and parts[1].isdigit() and parts[2] in "tTrRdD":
            sizes[crate(parts[3])] += int(parts[1])
    return sizes


def built_wasm():
    build("--profile", "wasm", "--lib", "--no-default-features", "--target", "wasm32-unknown-unknown")
    with open(os.path.join(TARGET, "wasm32-unknown-unknown", "wasm", "pith_verifier.wasm"), "rb") as file:
        sizes, names = functions(file.read())
    counted = collections.Counter()
    demangled = subprocess.run(["c++filt"], input="\n".join(names.get(i, "?") for i in sorted(sizes)), text=True,
                               stdout=subprocess.PIPE, check=True).stdout.splitlines()
    for index, name in zip(sorted(sizes), demangled):
        counted[crate(name)] += sizes[index]
    return counted


def crate(name):
    found = re.search(r"[A-Za-z_][A-Za-z0-9_]*(?=::|\[[0-9a-f]{16}\]::)", name)
    return found.group() if found else "(no crate)"


def functions(wasm):
    """Sizes of the functions that a module defines, and the names of all, by index."""
    at, imported, sizes, names = 8, 0, {}, {}
    while at < len(wasm):
        section = wasm[at]
        length, start = number(wasm, at + 1)
        at = start + length
        if section == 2:
            imported = imported_functions(wasm, start)
        elif section == 10:
            count, place = number(wasm, start)
            for index in range(count):
                size, place = number(wasm, place)
                sizes[imported + index] = size
                place += size
        elif section == 0:
            name, place = text(wasm, start)
            while name == "name" and place < at:
                kind = wasm[place]
                size, place = number(wasm, place + 1)
                end = place + size
                if kind == 1:
                    count, place = number(wasm, place)
                    for _ in range(count):
                        index, place = number(wasm, place)
                        names[index], place = text(wasm, place)
                place = end
    return sizes, names


def imported_functions(wasm, place):
    count, place = number(wasm, place)
    functions = 0
    for _ in range(count):
        _, place = text(wasm, place)
        _, place = text(wasm, place)
        kind, place = wasm[place], place + 1
        if kind == 0:
            functions += 1
            _, place = number(wasm, place)
        else:
            sys.exit("the module imports something that is no function")
    return functions


def number(wasm, place):
    value, shift = 0, 0
    while True:
        byte, place = wasm[place], place + 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, place


def text(wasm, place):
    length, place = number(wasm, place)
    return wasm[place : place + length].decode("utf-8"), place + length


if __name__ == "__main__":
    main()
