import type { LinkName, PartName } from "../../elements/graph/evidence.ts";
import type { Outcome } from "../../report.ts";
import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const part: Record<Exclude<PartName, "event" | "event_digest" | "key">, string> = {
  document: "整个文档",
  record: "规范记录",
  paper: "标题和摘要文本",
  record_digest: "记录的摘要",
  number: "Pith Number",
  names: "短编号和别名",
  receipt: "收据",
  sections: "图谱的各分节",
  findings: "完整性分节",
  section_digests: "各分节的摘要",
  state: "合并后的状态",
  state_digest: "状态的摘要",
  bundle_digest: "捆包的摘要",
  proofs: "时间戳证明",
  listed_key: "文档所列的密钥",
  ring: "密钥环",
};

const link: Record<LinkName, string> = {
  form: "类型和版本",
  listed_events: "所列的事件",
  document_source: "来源的重复",
  record_form: "版本",
  title: "标题对照其哈希值",
  abstract: "摘要文本对照其哈希值",
  record_digest: "重新计算的摘要",
  number: "由摘要生成",
  names: "由这两者生成",
  receipt_digest: "摘要的重复",
  receipt_signature: "收据的签名",
  event_form: "它对自身的说法",
  event_record: "重复自记录",
  event_digest: "重新计算的摘要",
  event_signature: "事件的签名",
  sections_source: "来源的重复",
  section_digest: "重新计算的各摘要",
  findings_digest: "重新计算的摘要",
  state_form: "类型和版本",
  state_counts: "计数和顺序",
  state_record: "重复自记录",
  rebuilt: "由事件重建",
  state_digest: "重新计算的摘要",
  bundle_digest: "重新计算的摘要",
  bundle_signature: "捆包的签名",
  proofs: "附带的证明",
  spelling: "写法和指纹",
  trust: "是谁的密钥",
};

const outcome: Record<Outcome, string> = {
  passed: "通过",
  failed: "失败",
  not_checked: "未检查",
  noted: "需留意",
};

export const graph: Catalogue["graph"] = {
  title: "各部分如何相连",
  about:
    "每个方框是文档的一部分，或由其算出的内容。每条线是一项或多项检查：从计算所用的内容，通往与结果比较的内容。选择一个标签可转到相应的检查。",
  picture: "文档的各部分，以及它们之间的检查",
  part,
  link,
  outcome,
  event: (number) => `事件 ${count(number)}`,
  events: (of) => `${count(of)} 个事件`,
  failingEvents: (of) => `另有 ${count(of)} 个有失败的事件`,
  otherEvents: (of) => `${count(of)} 个不同类型的事件`,
  unplacedEvents: "事件",
  eventDigest: (number) => `事件 ${count(number)} 的摘要`,
  eventDigests: (of) => `${count(of)} 个事件的摘要`,
  failingEventDigests: (of) => `另有 ${count(of)} 个有失败的事件的摘要`,
  otherEventDigests: (of) => `${count(of)} 个不同类型的事件的摘要`,
  unplacedEventDigests: "事件的摘要",
  key: (number) => `密钥 ${count(number)}`,
  otherKeys: (of) => `其他 ${count(of)} 个密钥`,
  noKey: "没有可用的密钥",
  ringKeys: (of) => `${count(of)} 个此处信任的密钥`,
  ofType: (events, type) => `${events}，类型为 ${type}`,
  tally: (outcomes) => {
    const found = (["failed", "noted", "not_checked", "passed"] as const).filter(
      (each) => outcomes[each] > 0,
    );
    const isOne = found.length === 1 && found.every((each) => outcomes[each] === 1);
    // 换行时数字不离开它的词。
    const of = (each: Outcome) => `${count(outcomes[each])} 项${outcome[each]}`.replaceAll(" ", "\u00a0");
    return found.map((each) => (isOne ? outcome[each] : of(each))).join("，");
  },
  sentence: (name, tally, from, to) =>
    from.length === 0
      ? `${name}：${tally}。关于“${to}”。`
      : `${name}：${tally}。从${from.map((each) => `“${each}”`).join("、")}到“${to}”。`,
  list: "以列表显示同样内容",
  saveSvg: "保存为 SVG",
  savePng: "保存为 PNG",
  saveFailed: "此浏览器无法把图绘制为 PNG。SVG 中的内容相同。",
  saved: {
    title: "Pith 文档的各部分如何相连",
    document: (sha256) => `文档的 SHA-256：${sha256}`,
    verifier: (verifier) => `根据 ${verifier} 的报告绘制`,
  },
};
