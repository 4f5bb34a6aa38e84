# For `npx workerd serve config.capnp`, without wrangler, which makes the same of wrangler.toml.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [ (name = "pith", worker = .worker) ],
  sockets = [ (name = "http", address = "127.0.0.1:8787", http = (), service = "pith") ],
);

const worker :Workerd.Worker = (
  compatibilityDate = "2025-06-01",
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "pith-verifier/load", esModule = embed "node_modules/pith-verifier/load.js"),
    (name = "pith-verifier/checked.js", esModule = embed "node_modules/pith-verifier/checked.js"),
    (name = "pith-verifier/integrity.js", esModule = embed "node_modules/pith-verifier/integrity.js"),
    (name = "pith-verifier/leaves.js", esModule = embed "node_modules/pith-verifier/leaves.js"),
    (name = "pith-verifier/pith_verifier.js", esModule = embed "node_modules/pith-verifier/pith_verifier.js"),
    (name = "pith-verifier/pith.wasm", wasm = embed "node_modules/pith-verifier/pith_verifier_bg.wasm"),
  ],
);
