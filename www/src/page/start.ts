// First of all the wasm and the worker are asked for: the page is drawn while they come.
import { begin } from "../verify.ts";

begin({ many: true });
