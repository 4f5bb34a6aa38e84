// What the page needs only below a verdict, or for several documents.
import "../elements/more.ts";
import "../elements/pith-comparison.ts";
import "../elements/pith-reproduction.ts";
import "./pith-bench.ts";
import "./pith-hand.ts";
import "./pith-save.ts";
