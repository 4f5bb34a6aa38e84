// Fetching a document from a host that whoever built this page allows, and then whoever reads it. Only a build
// with PITH_FETCH_HOSTS has this code, and a policy that lets it ask.
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from "lit";
import type { Address, AddressKind } from "../report.ts";
import { limitOf } from "../verify.ts";
import type { Catalogue } from "../words/index.ts";

/** How long a host may take to send all of it, in seconds. */
const SECONDS = 30;

/** What leads to documents; the others lead to pages for people. */
const DOCUMENTS: ReadonlySet<AddressKind> = new Set<AddressKind>([
  "bundle",
  "well_known_bundle",
  "state",
  "record",
  "resolver",
]);

/** Why nothing came of it. */
type Fault =
  | { why: "blocked" | "redirected" | "missing" | "cut_off" | "stopped" }
  | { why: "status"; status: number }
  | { why: "too_large"; most: number }
  | { why: "too_slow" };

class FetchError extends Error {
  override name = "FetchError";

  constructor(readonly fault: Fault) {
    super(fault.why);
  }
}

/** An address at one of the hosts. */
interface Offer {
  kind: AddressKind;
  url: string;
}

/**
 * The part of `pith-number` that asks hosts. Each has a box that is empty when the page opens; buttons are there
 * once a reader has ticked it.
 *
 * @attr data-fetch-host - on the part of a host: its origin
 * @attr data-fetch-fault - on what is said when nothing came: why
 */
export class Fetching implements ReactiveController {
  private readonly allowed = new Set<string>();
  private running: { origin: string; controller: AbortController } | null = null;
  private failed: { origin: string; fault: Fault } | null = null;

  /**
   * @param element - where it is drawn
   * @param origins - the hosts that this build may ask
   * @param take - what is done with a document and its address
   */
  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly origins: readonly string[],
    private readonly take: (bytes: Uint8Array<ArrayBuffer>, address: string) => void,
  ) {
    element.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  render(addresses: Address[], w: Catalogue): TemplateResult | typeof nothing {
    const hosts = this.origins
      .map((origin) => ({ origin, offers: offersOf(origin, addresses) }))
      .filter(({ offers }) => offers.length > 0);
    if (hosts.length === 0) return nothing;
    return html`<h3>${w.number.fetch.title}</h3>
      <p class="aside">${w.number.fetch.about}</p>
      ${hosts.map(({ origin, offers }) => this.host(origin, offers, addresses, w))}`;
  }

  private host(origin: string, offers: Offer[], addresses: Address[], w: Catalogue): TemplateResult {
    const words = w.number.fetch;
    const { host } = new URL(origin);
    const isAllowed = this.allowed.has(origin);
    const isMirror = !addresses.some(({ url }) => new URL(url).origin === origin);
    const { failed, running } = this;
    return html`<div class="fetching" data-fetch-host=${origin}>
      <label class="tick">
        <input
          type="checkbox"
          data-action="allow-host"
          autocomplete="off"
          .checked=${isAllowed}
          @change=${(event: Event) => this.allow(origin, (event.target as HTMLInputElement).checked)}
        />
        ${words.allow(host)}
      </label>
      <p class="aside">${words.learns(host)}${isMirror ? html` ${words.mirror}` : nothing}</p>
      ${
        isAllowed
          ? html`<ul class="plain">
              ${offers.map(
                ({ kind, url }) =>
                  html`<li>
                    <button
                      type="button"
                      class="button"
                      data-action="fetch"
                      data-url=${url}
                      ?disabled=${running !== null}
                      @click=${() => void this.fetch(origin, url)}
                    >
                      ${words.fetch(w.number.kind[kind], host)}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <div role="status">
        ${
          running?.origin === origin
            ? html`<p>
                ${words.fetching(host)}
                <button type="button" class="quiet" data-action="stop-fetching" @click=${() => this.stop()}>
                  ${words.stop}
                </button>
              </p>`
            : nothing
        }
        ${
          failed?.origin === origin
            ? html`<p class="error" data-fetch-fault=${failed.fault.why}>
                ${problem(failed.fault, host, w)}
              </p>`
            : nothing
        }
      </div>
    </div>`;
  }

  private allow(origin: string, isAllowed: boolean): void {
    if (isAllowed) this.allowed.add(origin);
    else this.allowed.delete(origin);
    if (!isAllowed && this.running?.origin === origin) this.stop();
    this.element.requestUpdate();
  }

  /** Gives up what is under way. */
  stop(): void {
    this.running?.controller.abort(new FetchError({ why: "stopped" }));
  }

  private async fetch(origin: string, url: string): Promise<void> {
    if (!this.allowed.has(origin) || this.running !== null) return;
    const controller = new AbortController();
    this.running = { origin, controller };
    this.failed = null;
    this.element.requestUpdate();
    const timer = window.setTimeout(
      () => controller.abort(new FetchError({ why: "too_slow" })),
      SECONDS * 1000,
    );
    try {
      const bytes = await fetched(url, await limitOf("limit.bytes"), controller.signal);
      this.take(bytes, url);
    } catch (error) {
      this.failed = { origin, fault: error instanceof FetchError ? error.fault : { why: "blocked" } };
    } finally {
      window.clearTimeout(timer);
      this.running = null;
      this.element.requestUpdate();
    }
  }
}

/** The documents among the addresses that a host has: at its own address, or under the same names at a mirror. */
function offersOf(origin: string, addresses: Address[]): Offer[] {
  return addresses
    .filter(({ kind }) => DOCUMENTS.has(kind))
    .map(({ kind, url }) => {
      const { pathname, search } = new URL(url);
      return { kind, url: origin + pathname + search };
    });
}

/** The bytes at an address, and no others: not those of another address to which the host would send on. */
async function fetched(url: string, most: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await attempt(
    fetch(url, {
      mode: "cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      // A redirect comes as an answer of its own kind, so that it can be told from a host that is not there. It is
      // not followed.
      redirect: "manual",
      cache: "no-store",
      signal,
    }),
    signal,
    "blocked",
  );
  if (response.type === "opaqueredirect") throw new FetchError({ why: "redirected" });
  if (response.status === 404) throw new FetchError({ why: "missing" });
  if (!response.ok) throw new FetchError({ why: "status", status: response.status });
  if (Number(response.headers.get("content-length")) > most) {
    void response.body?.cancel().catch(() => undefined);
    throw new FetchError({ why: "too_large", most });
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    if (reader === undefined) break;
    const piece = await attempt(reader.read(), signal, "cut_off");
    if (piece.done) break;
    length += piece.value.length;
    if (length > most) {
      void reader.cancel().catch(() => undefined);
      throw new FetchError({ why: "too_large", most });
    }
    pieces.push(piece.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** What a browser says of a request that failed is not for readers: why it was given up, or else `why`. */
async function attempt<T>(work: Promise<T>, signal: AbortSignal, why: "blocked" | "cut_off"): Promise<T> {
  try {
    return await work;
  } catch {
    throw signal.reason instanceof FetchError ? signal.reason : new FetchError({ why });
  }
}

function problem(fault: Fault, host: string, w: Catalogue): string {
  const words = w.number.fetch.fault;
  switch (fault.why) {
    case "status":
      return words.status(host, fault.status);
    case "too_large":
      return words.too_large(host, fault.most);
    case "too_slow":
      return words.too_slow(host, SECONDS);
    default:
      return words[fault.why](host);
  }
}
