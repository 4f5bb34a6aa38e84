// The page of the single file: both pages of the site, one of them shown.
import "../help/help.css";
import "../page/app.ts";
import "../help/help.ts";

/** The query by which the file shows the page on how verification works; `vite.single.ts` has it in the links. */
const HELP = "?help";

document.getElementById("unpacking")?.remove();
document.body.append(document.createElement(location.search === HELP ? "pith-help" : "pith-app"));
