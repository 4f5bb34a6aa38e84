import { html, type TemplateResult } from "lit";

/** Digits to a group. Groups wrap alike in two rows of one width, so equal digits stand under each other. */
const GROUP = 8;

/** A text that is hexadecimal digits, perhaps after a name such as `sha256:`. */
const DIGITS = /^([a-z0-9]{1,12}:)?[0-9a-f]{32,128}$/i;

/** Whether a text is shown best in groups of digits. */
export function areDigits(text: string): boolean {
  return DIGITS.test(text);
}

/**
 * Hexadecimal digits in groups. The groups are only spans, so that what is copied has no spaces.
 *
 * @param text - the digits, perhaps after a name
 * @param at - the character that is boxed, if one is; those before it stand back
 */
export function digits(text: string, at?: number): TemplateResult {
  const name = DIGITS.exec(text)?.[1] ?? "";
  const groups: TemplateResult[] = name === "" ? [] : [group(name, 0, at)];
  for (let from = name.length; from < text.length; from += GROUP) {
    groups.push(group(text.slice(from, from + GROUP), from, at));
  }
  return html`<span class="quoted digits"><bdi dir="ltr" lang="">${groups}</bdi></span>`;
}

/** The character by which two texts first differ; nothing where one of them has ended. */
export function box(character: string): TemplateResult {
  return html`<mark class="first" ?data-end=${character === ""}>${character}</mark>`;
}

function group(text: string, from: number, at: number | undefined): TemplateResult {
  if (at === undefined || at < from) return html`<span>${text}</span>`;
  if (at >= from + text.length) return html`<span class="equal">${text}</span>`;
  const inside = at - from;
  return html`<span
    ><span class="equal">${text.slice(0, inside)}</span
    >${box(text[inside] ?? "")}${text.slice(inside + 1)}</span
  >`;
}
