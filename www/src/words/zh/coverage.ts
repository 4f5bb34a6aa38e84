import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const coverage: Catalogue["coverage"] = {
  title: "覆盖了什么",
  signed: (signed, all) => {
    if (all === 1) return signed === 1 ? "唯一的值已签名" : "唯一的值未签名";
    if (signed === 0) return `${count(all)} 个值中没有一个已签名`;
    return `${count(all)} 个值中有 ${count(signed)} 个已签名`;
  },
  count,
  filter: "列出哪些值",
  all: { label: "所有值", means: "按文档中的顺序" },
  search: "查找位置或值",
  unfold: "全部展开",
  fold: "全部收起",
  tree: "文档的值",
  listed: (listed, all) =>
    listed === all ? `已列出 ${count(all)} 个值` : `已列出 ${count(all)} 个值中的 ${count(listed)} 个`,
  none: "文档中没有符合的值。",
  unprinted: (all) => `这份 ${count(all)} 个值的列表太长，无法在此打印。保存的报告中有全部内容。`,
  gone: "验证器已不再持有值的列表。要查看它，请再次检查文档。",
  whole: "整个文档",
  unnamed: "空名称",
  inside: {
    signed: (values) => `${count(values)} 个已签名`,
    derived: (values) => `${count(values)} 个推导得出`,
    bound: (values) => `${count(values)} 个已绑定`,
    signature: (values) => `${count(values)} 个属于证明`,
    checksummed: (values) => `${count(values)} 个仅有校验和`,
    uncovered: (values) => `${count(values)} 个未覆盖`,
  },
  by: "{class}，密钥：{keys}",
  byMore: (more) => `{class}，密钥：{keys}，另有 ${count(more)} 个`,
  detail: {
    title: "此值",
    titleInside: "文档的此部分",
    choose: "选择一行，查看它受什么保护。",
    place: "位置",
    value: "值",
    class: "保护",
    keys: (keys) => (keys === 1 ? "签名密钥" : `签名密钥（${count(keys)} 个）`),
    checks: (checks) => (checks === 0 ? "检查" : `${count(checks)} 项检查`),
    noChecks: "没有检查涉及它",
    moreChecks: (shown, rest) => `显示更多：其余 ${count(rest)} 项中的 ${count(shown)} 项`,
    inside: "其中",
    part: (from, to, length) => `共 ${count(length)} 个字符，显示第 ${count(from)} 至第 ${count(to)} 个`,
    earlier: "前一部分",
    later: "后一部分",
  },
};
