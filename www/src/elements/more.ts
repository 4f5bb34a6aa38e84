// The parts of a result below its checks, and what opens within a check.
import "../words/en/index.ts";
import "./pith-bytes.ts";
import "./pith-compare.ts";
import "./pith-coverage.ts";
import "./pith-diagnosis.ts";
import "./pith-graph.ts";
import "./pith-redo.ts";
import "./pith-replay.ts";
import "./pith-signed.ts";
import "./pith-timestamps.ts";
