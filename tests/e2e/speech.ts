// What a screen reader says of a page, in order: Chromium's own accessibility tree, read from its root to its end.

import type { Page } from "@playwright/test";

/** A node as the protocol of the browser's tools gives it. */
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  value?: { value: unknown };
  description?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
  childIds?: string[];
}

/** What a Chinese screen reader calls each kind of thing. What is not here is silent, and only what is in it is read. */
const ROLES: Record<string, string> = {
  alert: "警告",
  banner: "页眉",
  button: "按钮",
  checkbox: "复选框",
  columnheader: "列标题",
  combobox: "组合框",
  complementary: "补充区域",
  contentinfo: "页脚",
  dialog: "对话框",
  DisclosureTriangle: "折叠按钮",
  form: "表单",
  group: "分组",
  heading: "标题",
  image: "图",
  link: "链接",
  list: "列表",
  main: "主要内容",
  navigation: "导航",
  radio: "单选按钮",
  region: "区域",
  rowheader: "行标题",
  status: "状态",
  table: "表格",
  textbox: "编辑框",
};

/** Read as one: what is in them is in their names. */
const WHOLE = new Set(["button", "checkbox", "DisclosureTriangle", "heading", "image", "link", "radio", "combobox", "textbox"]);

const CELLS = new Set(["cell", "gridcell", "columnheader", "rowheader"]);

/** Set off by a line of their own, and what is in them further in. */
const AROUND = new Set(["banner", "complementary", "contentinfo", "dialog", "form", "group", "list", "main", "navigation", "region", "status", "alert", "table"]);

const STATES: Record<string, (value: unknown) => string> = {
  checked: (value) => (value === "true" ? "已选中" : "未选中"),
  pressed: (value) => (value === "true" ? "已按下" : "未按下"),
  expanded: (value) => (value ? "已展开" : "已折叠"),
  disabled: (value) => (value ? "不可用" : ""),
  invalid: (value) => (value === "true" ? "输入有误" : ""),
  required: (value) => (value ? "必填" : ""),
  level: (value) => `${value} 级`,
};

/** The page as it is heard, a line for each thing a reader stops at. */
export async function speech(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const childrenOf = (node: Node) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const within = (node: Node): Node[] => childrenOf(node).flatMap((child) => [child, ...within(child)]);
  const read = (node: Node, depth: number) => {
    const role = node.role?.value ?? "";
    const children = childrenOf(node);
    const say = (text: string) => lines.push(`${"  ".repeat(depth)}${text}`);
    if (!node.ignored) {
      if (role === "StaticText") return void say(spoken(node.name?.value ?? ""));
      if (WHOLE.has(role)) return void say(announced(node));
      if (AROUND.has(role)) {
        const start = lines.length;
        for (const child of children) read(child, depth + 1);
        const inside = lines.splice(start);
        if (role === "group" && inside[0]?.trim() === node.name?.value) inside.shift();
        if (isSilent(node, inside.length)) lines.push(...inside.map((line) => line.slice(2)));
        else lines.push(`${"  ".repeat(depth)}${announced(node)}`, ...inside);
        return;
      }
      // The words of a label that has its control in it are heard as the name of that control.
      if (role === "LabelText") {
        const names = within(node).flatMap(({ role, name }) => (WHOLE.has(role?.value ?? "") ? [spoken(name?.value ?? "")] : []));
        const start = lines.length;
        for (const child of children) read(child, depth);
        const own = lines.splice(start);
        lines.push(...own.filter((line) => !names.some((name) => name.includes(line.trim()))));
        return;
      }
      // What a cell says is heard in one go, however its text is cut to keep numbers whole.
      if (CELLS.has(role) && within(node).every(({ role }) => !WHOLE.has(role?.value ?? ""))) {
        const texts = within(node).filter(({ role, ignored }) => role?.value === "StaticText" && !ignored);
        const text = spoken(texts.map(({ name }) => name?.value ?? "").join(""));
        return text === "" ? undefined : say(text);
      }
      // A row, a paragraph, an item of a list: its texts are heard in one go.
      if (["paragraph", "row", "listitem", "term", "definition", "Legend"].includes(role)) {
        const start = lines.length;
        for (const child of children) read(child, depth);
        const own = lines.splice(start);
        const isPlain = own.every((line) => !line.startsWith(`${"  ".repeat(depth)}  `));
        if (isPlain && own.length > 0) say(own.map((line) => line.trim()).join(role === "row" ? " | " : " "));
        else lines.push(...own);
        return;
      }
    }
    for (const child of children) read(child, depth);
  };
  const [root] = nodes;
  read(root, 0);
  return `${lines.filter((line) => line.trim() !== "").join("\n")}\n`;
}

function announced({ role, name, value, description, properties = [] }: Node): string {
  const states = properties.flatMap(({ name, value }) => STATES[name]?.(value.value) || []);
  const parts = [`[${[ROLES[role?.value ?? ""] ?? role?.value, ...states].join(" ")}]`, name?.value, value?.value, description?.value];
  return parts.filter((part) => part !== undefined && part !== "").map((part) => spoken(String(part))).join(" ");
}

/** Groups and live regions are silent as long as they have neither a name nor anything in them. */
const isSilent = ({ role, name }: Node, inside: number) =>
  role?.value === "group" ? !name?.value : ["status", "alert"].includes(role?.value ?? "") && inside === 0;

const spoken = (text: string) => text.replace(/\s+/g, " ").trim();
