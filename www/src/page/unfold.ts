// On paper nothing can be unfolded: what matters is unfolded while the page is printed, and folded again after.

/** Every check with its sentence, and of those that did not pass what was found; the saved report has the rest. */
const FOLDED =
  'pith-checks details.subject:not([open]), pith-check .check:not([data-outcome="passed"]) > details:not([open])';

let unfolded: HTMLDetailsElement[] = [];

export function unfoldForPrint(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>(FOLDED)) {
    details.open = true;
    unfolded.push(details);
  }
}

export function foldAfterPrint(): void {
  for (const details of unfolded) details.open = false;
  unfolded = [];
}

/** Prints the page once everything that was unfolded has been drawn, which takes a moment. */
export function printUnfolded(): void {
  unfoldForPrint();
  requestAnimationFrame(() => window.setTimeout(() => window.print()));
}
