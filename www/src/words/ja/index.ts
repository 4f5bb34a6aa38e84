// 日本語。どこでも同じ言い方をする語:
//
// bundle            バンドル
// record            レコード; canonical record: 正準レコード
// paper, abstract   論文、要旨（ハッシュ値の digest と区別する）
// Pith Number       Pith Number（名称のまま）; short: 短縮 Pith Number
// event             イベント; payload: ペイロード
// receipt           受領証
// state             状態
// graph snapshot    グラフスナップショット; section: セクション
// mirror manifest   ミラー一覧
// registry, service レジストリ、サービス
// digest            ダイジェスト; hash: ハッシュ
// signature         署名; signer: 署名者; holds: 成立する
// key               鍵; key ring: 鍵リング; fingerprint: フィンガープリント; counts: 有効
// trust             信頼する; established: 確認された
// check             検査（検証済みという判定と紛れないように、検証とは言わない）; verifier: 検証プログラム
// outcome           合格、不合格、未検査、留意
// verdict           判定: 検証済み、整合、署名なし、不成立、読み取り不可
//                   (verified, consistent, unsigned, broken, unreadable)
// coverage          保護の範囲: 署名あり、導出、紐付け、署名データ、チェックサムのみ、保護なし
//                   (signed, derived, bound, proof, checksummed, not covered)
// stated            記載; claim: 自己申告
// value, leaf       値; place: 位置; member: メンバー; entry: 項目
// canonical form    正準形（Unicode の normal form は正規形）
// merge             マージ; our reading: 私たちの解釈
// equivocation      二重言明
// timestamp proof   タイムスタンプ証明、略して証明; attestation: アテステーション; calendar: カレンダー
// block header      ブロックヘッダー; merkle root: マークルルート; target: ターゲット
// report            レポート; to reproduce: 再現する
// command line      コマンドライン
import type { Catalogue } from "../catalogue.ts";
import { bench } from "./bench.ts";
import { checker, opinion } from "./checker.ts";
import { comparison } from "./comparison.ts";
import { count } from "./counted.ts";
import { coverage } from "./coverage.ts";
import { desk } from "./desk.ts";
import { elements } from "./elements.ts";
import { evidence } from "./evidence.ts";
import { graph } from "./graph.ts";
import { hand } from "./hand.ts";
import { help } from "./help.ts";
import { number } from "./number.ts";
import { page } from "./page.ts";
import { replay } from "./replay.ts";
import { report } from "./report.ts";
import { sentences } from "./sentences.ts";
import { share } from "./share.ts";
import { trust } from "./trust.ts";

export const ja: Catalogue = {
  tag: "ja",
  direction: "ltr",
  count,
  checker,
  coverage,
  desk,
  opinion,
  page,
  number,
  share,
  elements,
  evidence,
  help,
  bench,
  comparison,
  graph,
  hand,
  replay,
  trust,
  report,
  sentences,
};
