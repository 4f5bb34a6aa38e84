// On paper nothing can be unfolded: what matters is unfolded while the page is printed, and folded again after.

/** Every check with its sentence, and of those that did not pass what was found; the saved report has the rest. */
const FOLDED =
  'details.subject:not([open]), pith-check .check:not([data-outcome="passed"]) > details:not([open])';

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
