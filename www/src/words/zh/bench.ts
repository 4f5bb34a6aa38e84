import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const bench: Catalogue["bench"] = {
  title: "改动试验台",
  about:
    "改动此文档的一份副本，看看什么会被察觉。副本在您输入时由同一个验证器检查。它只留在试验台上：不属于报告，也不能从这里保存或分享。",
  open: "把一份副本放上试验台",
  tooLarge: (most) => `试验台只接受不超过 ${count(most)} 个字节的文档。此文档更长，因此不在这里放副本。`,
  notText: "试验台需要文本，而此文档的字节不是文本（不是 UTF-8）。",
  mark: "改动过的副本，不是文档本身",
  tamperings: "现成的改动",
  tampering: {
    title: "改动标题中的一个字母",
    date: "改动一个日期",
    signature: "对调签名中的两个数位",
    event: "删除一个事件",
    counter: "增大一个计数",
    uncovered: "改动一个未被覆盖的值",
    member: "添加一个无签名的成员",
    layout: "让每个值独占一行",
  },
  gone: "此项要改动的内容已不在副本中。请先放回文档。",
  text: "副本的文本",
  hidden:
    "此文本含有看不见的、会改变其他字符顺序的，或与其他字符相似的字符。它们在输入框中保持原样；在此页面的其他各处则以文字写明。",
  back: "放回文档",
  checking: "正在检查…",
  copyIs: "改动过的副本：{word}",
  documentIs: (word) => `文档本身：${word}。`,
  same: "没有差异：副本又与文档逐字节相同。",
  layout: "只有值与值之间的空白不同。摘要取自不含这些空白的形式。",
  changed: (removed, added, line, column) => {
    const place = `第 ${count(line)} 行第 ${count(column)} 列`;
    if (removed === 0) return `添加了 ${count(added)} 个字符，位于${place}。`;
    if (added === 0) return `删除了 ${count(removed)} 个字符，位于${place}。`;
    return `${count(removed)} 个字符被替换为 ${count(added)} 个，第一个位于${place}。`;
  },
  inDocument: "在文档中",
  inCopy: "在副本中",
  nothing: "无",
  place: "位置",
  is: "该处的值",
  unnoticed: "没有任何检查察觉此改动。凡是签名和摘要都未覆盖的内容，任何人都可以改动而不留痕迹。",
  sameChecks: "每项检查的结果都与文档本身的相同。",
  failed: (checks) => `${count(checks)} 项检查失败`,
  more: (checks) => `另有 ${count(checks)} 项`,
  error: (problem) => `副本未被检查（${problem}）。这不说明副本的任何情况。`,
  copyTooLarge: (most) => `副本已超过 ${count(most)} 个字节，不再检查。`,
};
