import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { BlockHeader, Report, Timestamp, TimestampAttestation } from "../report.ts";
import { fact } from "./fact.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { place, quoted } from "./pith-text.ts";
import { ATTESTATION, counted, OUTCOME } from "./words.ts";

/** How many operations of a proof are drawn. Real proofs have some sixty. */
const MOST = 1000;

/**
 * The OpenTimestamps proofs that were given beside the document: where each starts, who attests it, and its
 * operations. They change nothing about the verdict.
 *
 * @property report - the report
 * @attr data-timestamp, data-attestation, data-outcome - on the parts: reason, kind, outcome
 */
@customElement("pith-timestamps")
export class PithTimestamps extends LightElement {
  @property({ attribute: false }) report!: Report;

  protected override render(): TemplateResult | typeof nothing {
    const { timestamps, headers } = this.report;
    if (timestamps.length + headers.length === 0) return nothing;
    return html`<section class="part" aria-labelledby="timestamps">
      <h2 id="timestamps">Timestamps</h2>
      <div class="body">
        <p class="aside">
          Evidence beside the document. It says that the digest existed at a time, and nothing about who made
          it; the verdict above does not depend on it.
        </p>
        ${timestamps.map(proof)} ${headers.map(header)}
      </div>
    </section>`;
  }
}

function proof(proof: Timestamp): TemplateResult {
  const { start, operations } = proof;
  return html`<article class="check" data-timestamp=${proof.reason} data-outcome=${proof.outcome}>
    <details open>
      <summary>
        ${outcomeIcon(proof.outcome)}
        <div>
          <h3>
            <span class="outcome" data-tone=${proof.outcome}>${OUTCOME[proof.outcome]}:</span>
            ${proof.name === null ? "A proof" : quoted(proof.name)}
          </h3>
          <p class="sentence">${proof.sentence}</p>
        </div>
      </summary>
      <div class="evidence">
        ${proof.hint === null ? nothing : html`<p class="hint">${proof.hint}</p>`}
        ${
          start === null
            ? nothing
            : html`<p data-outcome=${start.outcome}>${outcomeIcon(start.outcome)} ${start.sentence}</p>
                ${start.hint === null ? nothing : html`<p class="hint">${start.hint}</p>`}`
        }
        ${proof.attestations.map(attestation)}
        <dl class="facts">
          ${start === null ? nothing : fact("Starts from", html`${start.hash} ${quoted(start.digest)}`)}
          ${start === null || start.pointer === null ? nothing : fact("Which is", place(start.pointer))}
          ${fact("The proof", html`${counted(proof.bytes, "byte")}, SHA-256 ${quoted(proof.sha256)}`)}
        </dl>
        ${
          operations.length === 0
            ? nothing
            : html`<details class="subject">
                <summary><span>Its operations</span><span class="number">${operations.length}</span></summary>
                <ol class="operations">
                  ${operations.slice(0, MOST).map(
                    ({ op, argument, result, after }, index) =>
                      html`<li>
                        <b>${index + 1}</b> ${op} ${argument === null ? nothing : quoted(argument)}
                        <span class="aside"
                          >${after === null ? "of the start" : `of the result of ${after + 1}`}</span
                        >
                        gives ${quoted(result)}
                      </li>`,
                  )}
                </ol>
                ${
                  operations.length > MOST
                    ? html`<p class="aside">and ${counted(operations.length - MOST, "more", "more")}</p>`
                    : nothing
                }
              </details>`
        }
      </div>
    </details>
  </article>`;
}

function attestation(attestation: TimestampAttestation): TemplateResult {
  const { merkle_root, merkle_root_reversed, calendar } = attestation;
  return html`<div
    class="attestation"
    data-attestation=${attestation.kind}
    data-outcome=${attestation.outcome}
  >
    <p>
      ${outcomeIcon(attestation.outcome)} <b>${ATTESTATION[attestation.kind]}.</b> ${attestation.sentence}
    </p>
    ${attestation.hint === null ? nothing : html`<p class="hint">${attestation.hint}</p>`}
    <dl class="facts">
      ${calendar === null ? nothing : fact("Calendar", quoted(calendar))}
      ${merkle_root === null ? nothing : fact("Merkle root, as in the header", quoted(merkle_root))}
      ${merkle_root_reversed === null ? nothing : fact("As explorers print it", quoted(merkle_root_reversed))}
    </dl>
  </div>`;
}

function header(header: BlockHeader): TemplateResult {
  return html`<div class="attestation" data-header=${header.reason} data-outcome=${header.outcome}>
    <p>${outcomeIcon(header.outcome)} <b>Block header.</b> ${header.sentence}</p>
    ${header.hint === null ? nothing : html`<p class="hint">${header.hint}</p>`}
    ${
      header.block === null
        ? nothing
        : html`<dl class="facts">
            ${fact("Hash", quoted(header.block.hash))}
            ${fact("Time, as the miner wrote it", quoted(header.block.time))}
          </dl>`
    }
  </div>`;
}
