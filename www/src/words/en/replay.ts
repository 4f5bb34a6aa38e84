// The merge, step by step and in any order.
import { count, counted } from "./counted.ts";

export const replay = {
  title: "The merge",
  events: "The events, in merge order",
  applied: "Applied:",
  notApplied: "Not applied:",
  noType: "an event without a type",
  /** `{time}` is what the event says. */
  dated: "Its signer dates it {time}.",
  /** Unfolds all about one event. */
  details: "What it changed",
  detailsOf: (step: number) => `, event ${count(step)}`,
  place: "Place",
  identifier: "Identifier",
  nowInState: "Now in the state",
  nothingChanged: "Nothing: the state is as it was before.",
  show: "Show the state after it",
  more: (shown: number, rest: number) => `Show more: ${count(shown)} of ${count(rest)} steps`,
  slider: {
    label: "Step",
    first: "First",
    previous: "Previous",
    next: "Next",
    last: "Last",
    /** Said of the slider: `type` is what the document calls the event. */
    at: (step: number, steps: number, type: string, applied: boolean) =>
      `Step ${count(step)} of ${count(steps)}: ${type}, ${applied ? "applied" : "not applied"}`,
    after: (step: number, steps: number) => `After step ${count(step)} of ${count(steps)}`,
  },
  state: {
    title: "The state after it",
    added: "added",
    changed: "changed",
    entries: (entries: number) => counted(entries, "entry", "entries"),
    members: (members: number) => counted(members, "member"),
    unchanged: (entries: number) => `${counted(entries, "entry", "entries")} as before`,
    more: (values: number) => `and ${counted(values, "more value", "more values")}`,
    whole: "As JSON text",
    tooLong: "The state is too long to be laid out here. What this step put into it:",
    absent:
      "In a merge this long the report does not carry the state after each step, only what each step changed:",
  },
  end: "The rebuilt state",
  endDiffers: "The stated state and the rebuilt one",
  sha256: "Its state_sha256",
  shuffle: {
    title: "In any order",
    about: (orders: number) =>
      `Whoever collects the events may receive them in any order, and the state must not depend on it. This merges them in ${count(orders)} random orders and compares the digests of what comes out.`,
    start: "Merge in random orders",
    again: "Merge in other random orders",
    working: "Merging…",
    same: (orders: number, events: number) =>
      `${count(orders)} random orders of ${count(events)} events give one state. None differs.`,
    differs: (differing: number, orders: number) =>
      `${count(differing)} of ${count(orders)} random orders give another state.`,
    one: "There is only one event, so there is only one order.",
    failed: (problem: string) => `The events were not merged in other orders (${problem}).`,
    orders: "The orders, and what each gave",
    numbers: "The numbers count the events as the document lists them.",
    order: "Order of arrival",
    digest: "state_sha256",
    result: "Result",
    equal: "the same",
    different: "another state",
    rest: (events: number) => `and ${counted(events, "more", "more")}`,
  },
};
