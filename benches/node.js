// The contenders in Node, asked line by line as python.py is: `node node.js FILE...`
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { contenders, took } from "./contenders.js";
import * as pkg from "../dist/pkg/index.js";

const read = (path) => new Uint8Array(readFileSync(path));

const documents = process.argv.slice(2).map(read);
const all = await contenders(pkg);
console.log(Object.keys(all).join(" "));
for await (const line of createInterface({ input: process.stdin })) {
  const [word, name, given] = line.split(" ");
  if (word === "is") {
    console.log(await all[name](read(given)));
  } else {
    const milliseconds = await took(all[name], documents, Number(given));
    console.log(Math.round((milliseconds * 1e6) / (documents.length * Number(given))));
  }
}
