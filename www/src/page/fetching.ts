// Fetching a document from a host that whoever built this page allows, and then whoever reads it. Only a build
// with PITH_FETCH_HOSTS has this code, and a policy that lets it ask.
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from "lit";
import { DOCUMENTS, type Fault, FetchError, fetched } from "../fetched.ts";
import type { Address, AddressKind } from "../report.ts";
import { limitOf } from "../verify.ts";
import type { Catalogue } from "../words/index.ts";

/** How long a host may take to send all of it, in seconds. */
const SECONDS = 30;

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
      // A redirect comes as an answer of its own kind, so that it can be told from a host that is not there. It is
      // not followed: whoever allowed this host allowed no other.
      const asked = { redirect: "manual", cache: "no-store", signal: controller.signal } as const;
      const { bytes } = await fetched(url, await limitOf("limit.bytes"), asked);
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
