// The real documents that the verifier tests itself with.
import type { Originals } from "../engine/selftest.ts";
import bundle from "../../../tests/samples/bundle-1212.1787.json?raw";
import manifest from "../../../tests/samples/pith-mirrors.json?raw";
import record from "../../../tests/samples/record-2101.05782.json?raw";
import state from "../../../tests/samples/state-1212.1787.json?raw";

export const ORIGINALS: Originals = { bundle, record, state, manifest };
