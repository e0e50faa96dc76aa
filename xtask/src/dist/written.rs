//! What the components write as HTML, as a tree: to be set into a page again, or made into nodes without being parsed.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::failure::Failure;

/// Elements without an end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

const ESCAPED: [(&str, char); 6] =
    [("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\''), ("&#x27;", '\''), ("&amp;", '&')];

/// A node of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Node {
    Element { name: String, attributes: Vec<(String, String)>, children: Vec<Node> },
    Text(String),
}

impl Node {
    /// Reads one element with everything in it.
    pub fn read(html: &str) -> Result<Self, Failure> {
        let wrong = |why: &str, rest: &str| {
            let near: String = rest.chars().take(60).collect();
            Failure::of(format!("the first page is written in a way that is not understood: {why} at `{near}`"))
        };
        let mut open: Vec<Self> = Vec::new();
        let mut rest = html;
        while !rest.is_empty() {
            if let Some(after) = after_mark(rest) {
                rest = after;
                continue;
            }
            let Some(tag) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                let (text, after) = rest.split_at(end);
                open.last_mut().ok_or_else(|| wrong("text without an element", rest))?.text(&unescaped(text));
                rest = after;
                continue;
            };
            let (inside, after) = tag.split_once('>').ok_or_else(|| wrong("a tag without an end", rest))?;
            if let Some(name) = inside.strip_prefix('/') {
                let element = open.pop().filter(|element| element.is(name)).map(Self::without_blank);
                let element = element.ok_or_else(|| wrong("an end without a beginning", rest))?;
                match open.last_mut() {
                    Some(parent) => parent.push(element),
                    None if after.is_empty() => return Ok(element),
                    None => return Err(wrong("more than one element", after)),
                }
            } else {
                let element = Self::beginning(inside).ok_or_else(|| wrong("attributes", rest))?;
                if VOID.iter().any(|void| element.is(void)) {
                    open.last_mut().ok_or_else(|| wrong("an element without a parent", rest))?.push(element);
                } else {
                    open.push(element);
                }
            }
            rest = after;
        }
        Err(wrong("an element without an end", rest))
    }

    /// `p class="lead" hidden`, as it stands in a tag.
    fn beginning(inside: &str) -> Option<Self> {
        let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            let end = rest.find(['=', ' ']).unwrap_or(rest.len());
            let (attribute, after) = rest.split_at_checked(end)?;
            if attribute.is_empty() {
                break;
            }
            let value = after.strip_prefix("=\"").map(|after| after.split_once('"'));
            let (value, after) = value.unwrap_or(Some(("", after)))?;
            attributes.push((attribute.to_owned(), unescaped(value.trim())));
            rest = after;
        }
        // An empty class says nothing.
        attributes.retain(|(attribute, value)| attribute != "class" || !value.is_empty());
        Some(Self::Element { name: name.to_owned(), attributes, children: Vec::new() })
    }

    fn is(&self, what: &str) -> bool {
        matches!(self, Self::Element { name, .. } if name == what)
    }

    fn push(&mut self, node: Self) {
        if let Self::Element { children, .. } = self {
            children.push(node);
        }
    }

    fn text(&mut self, more: &str) {
        if let Self::Element { children, .. } = self {
            match children.last_mut() {
                Some(Self::Text(text)) => text.push_str(more),
                _ => children.push(Self::Text(more.to_owned())),
            }
        }
    }

    /// Without the blank that is written for a text that is empty.
    fn without_blank(mut self) -> Self {
        if let Self::Element { children, .. } = &mut self
            && *children == [Self::Text(" ".to_owned())]
        {
            children.clear();
        }
        self
    }

    /// As HTML.
    pub fn html(&self, into: &mut String) {
        match self {
            Self::Text(text) => into.push_str(&escaped(text)),
            Self::Element { name, attributes, children } => {
                // Writing to a string cannot fail.
                _ = write!(into, "<{name}");
                for (attribute, value) in attributes {
                    _ = match value.as_str() {
                        "" => write!(into, " {attribute}"),
                        value => write!(into, " {attribute}=\"{}\"", escaped(value)),
                    };
                }
                into.push('>');
                for child in children {
                    child.html(into);
                }
                if !VOID.contains(&name.as_str()) {
                    _ = write!(into, "</{name}>");
                }
            }
        }
    }

    /// As the loader makes nodes of it: the name, the attributes, the children.
    pub fn json(&self) -> Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Element { name, attributes, children } => {
                let attributes: Map<String, Value> =
                    attributes.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
                let head = [json!(name), json!(attributes)];
                Value::Array(head.into_iter().chain(children.iter().map(Self::json)).collect())
            }
        }
    }
}

/// What follows a mark between nodes, which is there for a module that would go on with the page as it stands.
fn after_mark(rest: &str) -> Option<&str> {
    let named = rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->"));
    named.map(|(_, after)| after).or_else(|| rest.strip_prefix("<!>"))
}

fn unescaped(text: &str) -> String {
    ESCAPED.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, &plain.to_string()))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let page = "<div class=\"zhice\"><p>a &lt; b &amp; c<b hidden>!</b></p><input type=\"radio\" checked></div>";
        let mut written = String::new();
        let node = Node::read(page).unwrap();
        node.html(&mut written);
        assert_eq!(written, page);
        let expected = json!(["div", { "class": "zhice" },
            ["p", {}, "a < b & c", ["b", { "hidden": "" }, "!"]],
            ["input", { "checked": "", "type": "radio" }]]);
        assert_eq!(node.json(), expected);
    }

    #[test]
    fn what_stands_for_nothing_is_left_out() {
        let node =
            Node::read("<div><!--<() />--><p class=\" \"> </p><p class=\"a \"><b></b><!> <i></i></p></div>").unwrap();
        assert_eq!(node.json(), json!(["div", {}, ["p", {}], ["p", { "class": "a" }, ["b", {}], " ", ["i", {}]]]));
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        for page in ["<div>", "<div></p>", "text", "<div></div><div></div>", "<div"] {
            assert!(Node::read(page).is_err(), "{page}");
        }
    }
}
