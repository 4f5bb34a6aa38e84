import type { Report } from "../../report.ts";
import type { Evidence } from "./evidence.ts";

/** What was drawn from reports in a worker. */
export const drawn = new WeakMap<Report, Evidence>();
