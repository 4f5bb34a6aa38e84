// What the verifier is measured against does the work that it is measured by: it takes the real bundles, and nothing
// in which one digest or one signature is another. Nothing is timed here.
import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CHARACTERS, change, changed, PLACES } from "../../benches/changed.js";
import { KEY } from "../../benches/peers/bundle.js";
import { noble, nobleWithTables } from "../../benches/peers/noble.js";
import { webcrypto } from "../../benches/peers/webcrypto.js";
import { program } from "../../benches/places.js";
import { pkg, root, samples } from "./documents.js";

const { canonicalize } = await import(pathToFileURL(join(pkg, "index.js")).href);

const bundles = samples.filter(({ name }) => name.startsWith("bundle-"));
const pair = generateKeyPairSync("ed25519");
const other = pair.publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");

const peers = { webcrypto, noble, nobleWithTables };
if (process.env.PITH_PEER_PYTHON) peers.python = python;
else
  console.error("!!!!! The peer in Python is NOT tested: PITH_PEER_PYTHON names no Python that has PyNaCl.");

for (const [name, peer] of Object.entries(peers)) {
  describe(name, async () => {
    const [registry, another] = await Promise.all([peer(KEY), peer(other)]);

    test("takes the real bundles", async () => {
      for (const { name, bytes } of bundles) assert.equal(await registry(bytes), true, name);
    });

    test("takes no bundle with another digest or signature", async () => {
      for (const { name, bytes } of bundles) {
        for (const { what, bytes: document } of changed(bytes)) {
          assert.equal(await registry(document), false, `${name}: ${what}`);
        }
      }
    });

    test("looks at each digest and signature, whatever holds outside of it", async () => {
      for (const { name, bytes } of bundles) {
        assert.equal(await another(sealed(bytes)), true, name);
        for (const [what, path] of Object.entries(PLACES)) {
          for (const character of CHARACTERS) {
            assert.equal(await another(sealed(bytes, path, character)), false, `${name}: ${what}`);
          }
        }
      }
    });

    test("knows whose signatures they are", async () => {
      for (const { name, bytes } of bundles) {
        assert.equal(await another(bytes), false, name);
        assert.equal(await registry(sealed(bytes)), false, name);
      }
    });
  });
}

/** A bundle sealed by another key from the inside out, where the text at one place gets another character. */
function sealed(bytes, fault, character) {
  const bundle = JSON.parse(bytes);
  const put = (owner, name, value, path) => {
    owner[name] = value;
    if (path.join() === fault?.join()) change(bundle, path, character);
    return owner[name];
  };
  const [receipt, seal] = [bundle.events[0].payload.receipt, bundle.bundle_signature];
  const record = put(bundle, "canonical_sha256", digest(bundle.canonical_record), ["canonical_sha256"]);
  put(receipt, "signature_b64", signed(record), PLACES["signature of the record"]);
  bundle.events.forEach((event, at) => {
    const { signature, content_sha256: _, event_id: __, ...content } = event;
    const stated = put(event, "content_sha256", digest(content), ["events", at, "content_sha256"]);
    put(signature, "signature_b64", signed(stated), ["events", at, "signature", "signature_b64"]);
  });
  const { state_sha256: _, ...state } = bundle.state;
  put(bundle.state, "state_sha256", digest(state), PLACES["digest of the state"]);
  const { bundle_signature: __, ...content } = bundle;
  const stated = put(seal, "bundle_sha256", digest(content), PLACES["digest of the bundle"]);
  put(seal, "signature_b64", signed(stated), PLACES["signature of the bundle"]);
  return Buffer.from(JSON.stringify(bundle));
}

function digest(value) {
  return createHash("sha256")
    .update(canonicalize(JSON.stringify(value)))
    .digest("hex");
}

function signed(stated) {
  return sign(null, Buffer.from(stated, "hex"), pair.privateKey).toString("base64");
}

/** The peer that is a program, called as the others are. */
async function python(key) {
  const folder = mkdtempSync(join(tmpdir(), "pith-peers-"));
  const peer = await program(process.env.PITH_PEER_PYTHON, [join(root, "benches/peers/python.py"), key]);
  after(async () => {
    await peer.close();
    rmSync(folder, { recursive: true });
  });
  return (bytes) => {
    const path = join(folder, "bundle.json");
    writeFileSync(path, bytes);
    return peer.is("python", path);
  };
}
