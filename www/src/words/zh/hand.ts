import type { Catalogue } from "../catalogue.ts";

export const hand: Catalogue["hand"] = {
  title: "手头的文本",
  about:
    "此文档说的是您手头的那篇论文吗？请从您的那一份中，照印出的样子复制标题、摘要文本或标识符。印刷中的换行、连字符和引号会得到考虑。",
  field: "这是",
  text: "其文本",
  ask: "比较",
  empty: "还没有可比较的内容：请在此填入文本。",
  failed: (problem) => `未作比较：${problem}`,
  asked: "您给出 {text}，作为“{field}”。",
  label: (label) => `${label}。`,
  worth: "这有多少分量",
  steps: "经过这些变换之后",
  expected: "文档中为",
  computed: "您的文本得出",
  pointer: "比较对象",
  class: "其保护",
  verdict: "对文档的结论",
};
