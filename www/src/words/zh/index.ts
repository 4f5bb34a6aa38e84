// 简体中文。各处用词一致如下：
//
// bundle            捆包
// record            记录；canonical record：规范记录；registry：登记处
// paper, abstract   论文，摘要文本（因为“摘要”是 digest）
// Pith Number       Pith Number（保留原名）
// event             事件；payload：载荷；member：成员
// receipt           收据
// state             状态
// graph snapshot    图谱快照；section：分节
// mirror manifest   镜像清单
// digest            摘要；hash：哈希值；hashed：被哈希的
// signature         签名；signer：签名者；holds：成立
// key               密钥；key ring：密钥环；fingerprint：指纹；retired：停用；revoked：吊销
// trust             信任；established：确认；counts：有效
// check             检查；verifier：验证器；to verify：验证
// outcome           通过，失败，未检查，需留意（passed, failed, not checked, noted）
// verdict           结论：已验证，自洽，无签名，不成立，无法读取
//                   （verified, consistent, unsigned, broken, unreadable）
// coverage          覆盖：已签名，推导得出，已绑定，证明，仅有校验和，未覆盖
//                   （signed, derived, bound, proof, checksummed, not covered）
// stated            声明；claimed：自称
// value, leaf       值；place：位置
// canonical form    规范形式
// merge             合并；our reading：我们的理解；rebuilt：重建
// equivocation      双重声明
// timestamp proof   时间戳证明，简称证明；attestation：见证；calendar：日历服务器
// block header      区块头；merkle root：默克尔根；target：目标值
// report            报告；to reproduce：复现
//
// 汉字与拉丁字母、数字之间空一格；全角标点旁不空格。
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

export const zh: Catalogue = {
  tag: "zh",
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
