// What the builds of the page and of the elements have in common.
import type { Root } from "postcss";

/** The sheet of the elements' shadow roots, which holds the page's sheets for what is drawn of a report. */
const SHADOW = /[\\/]src[\\/]embed[\\/]shadow\.css(\?|$)/;

/** Pixels to a rem of a query, whatever letters the page has (CSS Media Queries 4, section 1.3). */
const QUERY_REM = 16;

/**
 * Makes the page's sheets into those of a shadow root, which may stand in a narrow column of a wide page with letters of
 * any size: what is said of the width of the window is said of the width of the element, and `rem` is a token.
 */
export function shadowStyles() {
  return {
    postcssPlugin: "shadow-styles",
    OnceExit(root: Root): void {
      if (!SHADOW.test(root.source?.input.file ?? "")) return;
      root.walkDecls((declaration) => {
        declaration.value = declaration.value
          .replaceAll(/(?<![\w.-])(\d*\.?\d+)rem\b/g, "calc($1 * var(--pith-size, 1rem))")
          .replaceAll(/(?<![\w.-])(\d*\.?\d+)vw\b/g, "$1cqi");
      });
      root.walkAtRules("media", (rule) => {
        if (!/^\((min|max)-width: [\d.]+rem\)$/.test(rule.params)) return;
        rule.name = "container";
        rule.params = `pith ${rule.params}`;
      });
      // The queries of a container count in the page's rem, those of a window do not.
      root.walkAtRules("container", (rule) => {
        rule.params = rule.params.replaceAll(
          /([\d.]+)rem/g,
          (_, number: string) => `${Number(number) * QUERY_REM}px`,
        );
      });
    },
  };
}
