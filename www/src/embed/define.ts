// Defines both elements, and with them all that they draw.
import "./pith-badge.ts";
import "./pith-verifier.ts";
