// Whether the page works without a network.
import { keeper } from "../engine/files.ts";
import { register } from "../engine/spawn.ts";

/**
 * `kept`: all files of the page are on this machine. `newer`: a newer version of them as well. `single`: the page is
 * one file.
 */
export type Offline = "waiting" | "kept" | "newer" | "unavailable" | "single";

/**
 * Has the page's own files kept, once the page has loaded, and tells how that goes. Where a browser cannot, or
 * a page comes without HTTPS, that is told too. The state stands in `data-offline` of the page as well.
 */
export async function keepOffline(say: (state: Offline) => void): Promise<void> {
  const tell = (state: Offline): void => {
    document.documentElement.dataset["offline"] = state;
    say(state);
  };
  const address = keeper();
  if (address === null) {
    tell("single");
    return;
  }
  if (!("serviceWorker" in navigator)) {
    tell("unavailable");
    return;
  }
  try {
    const registration = await register(address);
    const watch = (): void => {
      if (registration.waiting !== null && registration.active !== null) tell("newer");
      else if (registration.active !== null) tell("kept");
    };
    const follow = (worker: ServiceWorker | null): void => {
      worker?.addEventListener("statechange", () => {
        if (worker.state === "redundant" && registration.active === null) tell("unavailable");
        else watch();
      });
    };
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    watch();
  } catch {
    tell("unavailable");
  }
}

/** Puts the newer version in the place of this one, which loads the page anew. */
export async function takeNewer(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration?.waiting === null || registration === undefined) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage("take over");
}
