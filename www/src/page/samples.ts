// The sample documents, in the page itself: taking one is no request.
import bundle1212 from "../../../tests/samples/bundle-1212.1787.json?raw";
import bundle1411 from "../../../tests/samples/bundle-1411.1958.json?raw";
import bundle1501 from "../../../tests/samples/bundle-1501.03619.json?raw";
import bundle1606 from "../../../tests/samples/bundle-1606.05963.json?raw";
import graph1706 from "../../../tests/samples/graph-1706.00337.json?raw";
import mirrors from "../../../tests/samples/pith-mirrors.json?raw";
import record2101 from "../../../tests/samples/record-2101.05782.json?raw";
import state1212 from "../../../tests/samples/state-1212.1787.json?raw";

/** A document to try the page with: a real one, or one with a change in it. */
export interface Sample {
  /** The file's name without its ending. */
  name: string;
  /** What kind of document it is, in the catalogue. */
  kind: "bundle" | "record" | "state" | "snapshot" | "manifest" | "changed";
  /** The title of its paper; or what it is about, in the catalogue. */
  about: { title: string } | "events" | "mirrors" | "changed";
  /** The whole file. It is ASCII, so the bytes of this text are the bytes of the file. */
  text: string;
}

export const SAMPLES: Sample[] = [
  {
    name: "bundle-1212.1787",
    kind: "bundle",
    about: { title: "A Generic Checkpoint-Restart Mechanism for Virtual Machines" },
    text: bundle1212,
  },
  {
    name: "bundle-1411.1958",
    kind: "bundle",
    about: { title: "Checkpointing as a Service in Heterogeneous Cloud Environments" },
    text: bundle1411,
  },
  {
    name: "bundle-1501.03619",
    kind: "bundle",
    about: { title: "Optimal Operator State Migration for Elastic Data Stream Processing" },
    text: bundle1501,
  },
  {
    name: "bundle-1606.05963",
    kind: "bundle",
    about: { title: "Debugging OpenStack Problems Using a State Graph Approach" },
    text: bundle1606,
  },
  {
    name: "record-2101.05782",
    kind: "record",
    about: { title: "Checkpoint, Restore, and Live Migration for Science Platforms" },
    text: record2101,
  },
  {
    name: "state-1212.1787",
    kind: "state",
    about: "events",
    text: state1212,
  },
  {
    name: "graph-1706.00337",
    kind: "snapshot",
    about: { title: "Triangle-free graphs of tree-width t are ceil((t + 3)/2)-colorable" },
    text: graph1706,
  },
  {
    name: "pith-mirrors",
    kind: "manifest",
    about: "mirrors",
    text: mirrors,
  },
  {
    name: "bundle-1212.1787-changed",
    kind: "changed",
    about: "changed",
    text: bundle1212.replace("Checkpoint-Restart", "Checkpoint-Restore"),
  },
];
