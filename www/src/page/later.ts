// What stands below a verdict or below the place for documents, and what is for several of them.
import "../elements/more.ts";
import "../elements/pith-comparison.ts";
import "../elements/pith-reproduction.ts";
import "./pith-bench.ts";
import "./pith-contents.ts";
import "./pith-hand.ts";
import "./pith-number.ts";
import "./pith-proofs.ts";
import "./pith-save.ts";
