// Scripts that the single file holds, made to run. Which they may be, the hashes in its content security policy say.

/** The part of the Trusted Types API that is used; not every browser has it. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScript(text: string): string },
  ): { createScript(text: string): string };
}

/** Runs a script of this file: by the policy, one that was there when the file was built. */
export function run(name: string, text: string, type = ""): void {
  const policies = (globalThis as unknown as { trustedTypes?: Policies }).trustedTypes;
  const policy = policies?.createPolicy(name, { createScript: (text) => text });
  const script = document.createElement("script");
  script.type = type;
  script.textContent = policy?.createScript(text) ?? text;
  document.head.append(script);
}
