//! Cascade layers lowered to specificity, because Chromium before 99 drops what is in a layer.
//!
//! A selector of the layer with rank N holds N times `:not(#_)`: true of everything here, and worth an id each. So a
//! rule of a later layer wins against any of an earlier one, as it would by its layer; no rule names an id itself.

/// What lifts a selector above all that name no id.
const LIFT: &str = ":not(#_)";

/// At-rules whose block holds rules.
const GROUPS: [&str; 2] = ["@media", "@supports"];

/// The rules with the rank of their layer, or the first selector that names no class of the widget.
pub fn lower(css: &str, rank: usize) -> Result<String, String> {
    let mut lowered = String::new();
    let css = without_comments(css);
    let mut rest = css.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        // A block that ends here belongs to a group.
        let (closed, prelude) = before.rsplit_once('}').map_or(("", before), |(closed, prelude)| (closed, prelude));
        lowered.push_str(closed);
        lowered.push_str(if before.contains('}') { "}" } else { "" });
        if GROUPS.iter().any(|group| prelude.trim_start().starts_with(group)) {
            lowered.push_str(prelude);
            lowered.push('{');
            rest = after;
            continue;
        }
        let (block, after) = after.split_once('}').unwrap_or((after, ""));
        if prelude.trim_start().starts_with('@') {
            lowered.push_str(prelude);
        } else {
            lowered.push_str(&lift(prelude, rank)?);
        }
        lowered.push('{');
        lowered.push_str(block);
        lowered.push('}');
        rest = after;
    }
    lowered.push_str(rest);
    Ok(lowered)
}

/// Lifts each selector of a list behind the first class of the widget that it names.
fn lift(list: &str, rank: usize) -> Result<String, String> {
    let lifted = selectors(list).map(|selector| {
        let start = selector.find(".zhice").ok_or_else(|| selector.trim().to_owned())?;
        let is_of_name = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
        let (before, class) = selector.split_at(start);
        let (name, after) = class.split_at(class.find(|character| !is_of_name(character)).unwrap_or(class.len()));
        Ok(format!("{before}{name}{}{after}", LIFT.repeat(rank)))
    });
    Ok(lifted.collect::<Result<Vec<_>, String>>()?.join(","))
}

/// The selectors of a list; a comma in brackets divides none.
fn selectors(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    list.split(move |character| {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == ',' && depth == 0
    })
}

fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_selector_gets_the_rank_of_its_layer() {
        let cases = [
            (".zhice a { b: c }", ".zhice:not(#_):not(#_) a { b: c }"),
            (
                ".zhice :is(a, b), .zhice-large.c > d {}",
                ".zhice:not(#_):not(#_) :is(a, b), .zhice-large.c:not(#_):not(#_) > d {}",
            ),
            (
                "/* { */ @media print { .zhice{} .zhice::before {} } .zhice {}",
                " @media print { .zhice:not(#_):not(#_){} .zhice:not(#_):not(#_)::before {} } .zhice:not(#_):not(#_) {}",
            ),
            ("@media print { @page { size: A4 } }", "@media print { @page { size: A4 } }"),
        ];
        for (css, lowered) in cases {
            assert_eq!(lower(css, 2).as_deref(), Ok(lowered));
        }
        assert_eq!(lower(".zhice a {}", 0).as_deref(), Ok(".zhice a {}"));
    }

    #[test]
    fn a_selector_of_anything_is_refused() {
        assert_eq!(lower(".zhice {} .zhice a, b > c {}", 1), Err("b > c".to_owned()));
    }
}
