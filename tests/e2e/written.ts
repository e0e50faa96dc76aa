// What stands on a page, to be compared.

import type { Locator } from "@playwright/test";

/** Something on a page as nodes: elements, attributes and texts, without what a person cannot tell apart. */
export function written(place: Locator, leftOut = ""): Promise<unknown> {
  return place.evaluate((root, leftOut) => {
    type Written = string | [string, Record<string, string>, Written[]];
    const text = (node: Node) => (node.textContent ?? "").replace(/\s+/g, " ");
    const write = (element: Element): Written => {
      const attributes: Record<string, string> = {};
      for (const { name, value } of element.attributes) {
        const words = value.split(/\s+/).filter(Boolean);
        if (name === "class" && words.length > 0) attributes.class = words.sort().join(" ");
        else if (name !== "class" && !(name === "tabindex" && element.matches("h1"))) attributes[name] = words.join(" ");
      }
      const children: Written[] = [];
      for (const node of element.childNodes) {
        if (node instanceof Element && leftOut && node.matches(leftOut)) continue;
        if (node instanceof Element) children.push(write(node));
        else if (node instanceof Text && typeof children.at(-1) === "string") children.push(children.pop() + text(node));
        else if (node instanceof Text && text(node) !== "") children.push(text(node));
      }
      const isTicked = element instanceof HTMLInputElement && element.checked;
      if (isTicked) attributes.ticked = "";
      return [element.localName, attributes, children];
    };
    return write(root);
  }, leftOut);
}
