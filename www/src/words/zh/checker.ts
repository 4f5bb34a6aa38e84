import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const checker: Catalogue["checker"] = {
  heading: "关于此验证器",
  version: "版本",
  digest: "此处运行的 wasm 的 SHA-256",
  noDigest: "未计算：此浏览器不向非 HTTPS 页面提供 SHA-256",
  rebuild:
    "任何人都可以重新构建它：用此版本的源代码运行 {command}。它会输出所得 wasm 的 SHA-256；请与上面的值比较。",
  selfTest: "自检",
  testing: "正在进行",
  tested: (documents) => `通过：打开此页面时，${count(documents)} 份已知好坏的文档均得到预期的判断`,
  misjudged: (names) => `未通过：${names}`,
  offline: "无网络时",
  waiting: "正在把此页面自身的文件保存到这台机器上",
  kept: "可用：此页面自身的文件已保存在这台机器上",
  newer: "可用；此页面的较新版本也已就绪",
  takeNewer: "使用较新版本",
  unavailable: "在关闭此页面之前可用：此浏览器不保存页面的文件，或页面不是经由 HTTPS 获得的",
  single: "可用：此页面是单个文件，不请求任何内容",
  fileDigest: "此页面是单个文件。该命令也会输出此文件的 SHA-256；在您的机器上可用 {command} 得到它。",
  refuses: (name, expected, found) =>
    `验证器未通过自身的测试，因此不给出结论。给它的是 ${name}，应得出 ${expected}，它却得出 ${found}。请重新加载此页面；若仍然如此，请换用其他浏览器，并告知此页面的运营者。`,
  notTested: (why) => `验证器无法测试自身（${why}），因此不给出结论。请重新加载此页面。`,
};

export const opinion: Catalogue["opinion"] = {
  heading: "第二意见",
  agrees: (digests, signatures) =>
    `已就检查通过的 ${count(digests)} 个摘要和 ${count(signatures)} 个签名询问此浏览器自带的 SHA-256 和 Ed25519，结果全部一致。`,
  agreesOnDigests: (digests) =>
    `已就检查通过的 ${count(digests)} 个摘要询问此浏览器自带的 SHA-256，结果全部一致。它没有自带的 Ed25519 可供询问签名。`,
  nothing: "没有哪项通过的内容可供询问此浏览器自带的 SHA-256 和 Ed25519。",
  none: "无：此浏览器不向非 HTTPS 页面提供自带的 SHA-256 和 Ed25519。",
  left: (digests, signatures) =>
    `文档太大，无法全部询问：另有 ${count(digests)} 个摘要和 ${count(signatures)} 个签名未询问。`,
  scope: "它针对的是同样的字节：文档如何被读取、如何被重新写出，仅以此验证器所说为凭。",
  disagrees: (checks) =>
    `两个程序对此文档意见不一，因此没有结论。在此验证器判为通过的检查中，有 ${count(checks)} 项被此浏览器自带的 SHA-256 或 Ed25519 否定。两者必有一错，或者有什么东西在篡改此浏览器。请换用其他浏览器或命令行，并告知此页面的运营者。`,
};
