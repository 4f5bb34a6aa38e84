import { bench } from "./bench.ts";
import { comparison } from "./comparison.ts";
import { coverage } from "./coverage.ts";
import { en } from "./first.ts";
import { graph } from "./graph.ts";
import { hand } from "./hand.ts";
import { help } from "./help.ts";
import { replay } from "./replay.ts";

const more = { bench, comparison, coverage, graph, hand, help, replay };

export type More = typeof more;

Object.assign(en, more);

export { en };
