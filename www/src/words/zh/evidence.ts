import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const bytes = (number: number) => `${count(number)} 个字节`;

export const evidence: Catalogue["evidence"] = {
  text: {
    more: (step, rest) => `显示更多：其余 ${count(rest)} 个字符中的 ${count(step)} 个`,
  },
  compare: {
    firstOf: (character, first, second) =>
      `第 ${count(character)} 个字符处首次出现差异：前者为 ${first}，后者为 ${second}。`,
    around: "显示差异前后的更多内容",
    copy: (which) => `复制“${which}”`,
  },
  copy: {
    copied: "已复制",
    selected: "此浏览器不允许页面复制。文本已选中：请按 Ctrl C，在 Mac 上按 ⌘ C。",
    refused: "此浏览器不允许页面复制，而文本太长，无法选中。请改为保存。",
    place: "复制位置",
    sha256: "复制 SHA-256",
    key: "复制密钥",
    command: "复制命令",
    text: "复制文本",
    hex: "复制十六进制数位",
    message: "复制被签名的内容",
    signature: "复制签名",
    fingerprint: "复制指纹",
    number: "复制 Pith Number",
  },
  bytes: {
    hashed: "被哈希的内容",
    canonical: (number) => `${bytes(number)}：{place} 的规范形式。`,
    without: (number) => `${bytes(number)}：{place} 的规范形式，不含 {members}。`,
    within: (number) => `由 {place} 生成的 ${bytes(number)}：文本 {text}，其中每个“…”代之以一个规范形式。`,
    sha256: "它们的 SHA-256",
    show: "被哈希的确切字节",
    asked: "正在再次计算…",
    failed: (problem) => `未能取得这些字节：${problem}`,
    nobody: "文档已不在手边。",
    form: "字节的显示方式",
    text: "文本",
    hex: "十六进制",
    range: (from, to, all) => `字节 ${count(from)} 至 ${count(to)}，共 ${bytes(all)}。`,
    whole: (all) => `全部 ${bytes(all)}。`,
    next: "显示后面的 4 KB",
    previous: "显示前面的 4 KB",
    save: "保存这些字节",
    dump: "偏移量、16 个字节的十六进制形式，以及同样字节的 ASCII 形式",
  },
  signed: {
    show: "所检验的签名",
    about:
      "对 32 个字节（一个 SHA-256 摘要）的 Ed25519 签名。任何支持 Ed25519 的程序对这三个值都会给出相同的答案。",
    message: "被签名的内容，32 个字节",
    signature: "签名，64 个字节",
    key: "公钥，32 个字节",
  },
  input: {
    paste: "粘贴",
    samples: "或选用一个示例",
  },
  contents: {
    title: "本页内容",
    at: (section) => `本页内容：${section}`,
  },
};
