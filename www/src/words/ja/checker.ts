import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const digests = (number: number) => `${count(number)}件のダイジェスト`;
const signatures = (number: number) => `${count(number)}件の署名`;

export const checker: Catalogue["checker"] = {
  heading: "この検証プログラムについて",
  version: "バージョン",
  digest: "ここで動作しているwasmのSHA-256",
  noDigest: "計算していません：このブラウザーは、HTTPSでないページにSHA-256の機能を提供しません",
  rebuild:
    "誰でも自分でビルドできます。このバージョンのソースコードで {command} を実行すると、できあがったwasmのSHA-256が表示されます。それを上の値と比べてください。",
  selfTest: "自己テスト",
  testing: "実行中",
  tested: (documents) =>
    `合格：このページを開いたときに、良否の分かっている${count(documents)}件の文書が想定どおりに判定されました`,
  misjudged: (names) => `不合格：${names}`,
  offline: "ネットワークなしでの利用",
  waiting: "このページのファイルを端末に保存しています",
  kept: "利用できます：このページのファイルは端末に保存されています",
  newer: "利用できます。このページの新しいバージョンも届いています",
  takeNewer: "新しいバージョンを使う",
  unavailable:
    "このページを閉じるまで利用できます：ブラウザーがファイルを保存しないか、ページがHTTPSで配信されていません",
  single: "利用できます：このページは一つのファイルであり、何も要求しません",
  fileDigest:
    "このページは一つのファイルです。上のコマンドはこのファイルのSHA-256も表示します。お使いの端末では {command} で得られます。",
  refuses: (name, expected, found) =>
    `検証プログラムは自分自身のテストに合格しなかったため、判定を行いません。${name}を与えられて${expected}という結果になるはずのところ、${found}となりました。このページを再読み込みしてください。それでも変わらない場合は、別のブラウザーを使い、このページの運営者に知らせてください。`,
  notTested: (why) =>
    `検証プログラムは自分自身をテストできなかったため（${why}）、判定を行いません。このページを再読み込みしてください。`,
};

export const opinion: Catalogue["opinion"] = {
  heading: "セカンドオピニオン",
  agrees: (ofDigests, ofSignatures) =>
    `合格した${digests(ofDigests)}と${signatures(ofSignatures)}について、このブラウザー自身のSHA-256とEd25519にも計算させたところ、すべて一致しました。`,
  agreesOnDigests: (number) =>
    `合格した${digests(number)}について、このブラウザー自身のSHA-256にも計算させたところ、すべて一致しました。このブラウザーは自身のEd25519を備えていないため、署名については計算させていません。`,
  nothing: "このブラウザー自身のSHA-256やEd25519に計算させられるものの中に、合格したものはありませんでした。",
  none: "ありません：このブラウザーは、HTTPSでないページに自身のSHA-256やEd25519を提供しません。",
  left: (ofDigests, ofSignatures) =>
    `文書が大きいため、すべては計算させていません。残りの${digests(ofDigests)}と${signatures(ofSignatures)}は対象外です。`,
  scope:
    "対象は同じバイト列です。文書をどう読み取り、どう書き直したかについては、この検証プログラムの言い分しかありません。",
  disagrees: (checks) =>
    `この文書について二つのプログラムの結果が食い違っているため、判定はありません。この検証プログラムが合格とした${count(checks)}件の検査で、このブラウザー自身のSHA-256またはEd25519が異なる結果を出しました。どちらかが誤っているか、何かがこのブラウザーに手を加えています。別のブラウザーかコマンドラインを使い、このページの運営者に知らせてください。`,
};
