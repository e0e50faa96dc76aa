//! `zhice materials`: what to have ready for every programme, as one page that any browser shows and prints.

use std::fmt::Write as _;
use std::io::Write;

use clap::Args;

use super::options::PackOption;
use super::{Exit, VerbResult};
use crate::model::{Lang, Text};
use crate::pack::programme::Dates;
use crate::pack::track::{Material, Topic};
use crate::pack::{Fact, Pack, Track};
use crate::report::{applicant_title, disclaimer, document};

/// Write the checklists of materials of every programme as a page of HTML
///
/// For those whose browser does not run the self-assessment: a page without scripts, in Chinese and English, with the
/// materials each document asks for and the papers that help to answer. It goes beside `plain.css`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    packs: PackOption,
}

const EXAMPLES: &str = "\
Examples:
  zhice materials >materials.html
  zhice materials --pack my-programme.json >materials.html";

/// In the order they stand on the page.
const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

const HEAD: &str = "\
<!DOCTYPE html>
<html lang=\"zh-CN\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>材料清单</title>
<link rel=\"icon\" href=\"data:,\">
<link rel=\"stylesheet\" href=\"plain.css\">
</head>
<body class=\"plain\">
";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let packs = options.packs.packs()?;
    let mut page = HtmlPage::default();
    page.both("h1", "材料清单", "Materials");
    page.both(
        "p",
        "各项政策文件要求的申报材料，以及填报时可备的佐证材料。本页不需要脚本，可以直接打印。",
        "What each document asks for, and papers that help to answer. This page needs no script and can be printed.",
    );
    page.both("p", disclaimer(Lang::Zh), disclaimer(Lang::En));
    page.contents(&packs);
    for pack in &packs {
        page.programme(pack);
    }
    write!(out, "{HEAD}{}</body>\n</html>\n", page.html)?;
    Ok(Exit::Fine)
}

/// The body of the page. Whatever goes into it from a pack is text.
#[derive(Default)]
struct HtmlPage {
    html: String,
}

impl HtmlPage {
    fn contents(&mut self, packs: &[Pack]) {
        self.raw("<ul class=\"contents\">\n");
        for pack in packs {
            for track in &pack.file.tracks {
                let [zh, en] = LANGS.map(|lang| {
                    let (programme, track) = (pack.file.title.get(lang), track.title.get(lang));
                    escaped(&format!("{programme}{}{track}", lang.pick("：", ": ")))
                });
                let anchor = anchor(pack, track);
                self.raw(&format!("<li><a href=\"#{anchor}\">{zh}</a><p class=\"en\" lang=\"en\">{en}</p></li>\n"));
            }
        }
        self.raw("</ul>\n");
    }

    fn programme(&mut self, pack: &Pack) {
        let file = &pack.file;
        self.text("h2", &file.title);
        let [zh, en] = LANGS.map(|lang| {
            let (document, issuer) = (document(&file.document, lang), file.document.issuer.get(lang));
            format!("{}{document}{}{issuer}", lang.pick("依据：", "Document: "), lang.pick("，", ", "))
        });
        self.both("p", &zh, &en);
        let [zh, en] = LANGS.map(|lang| term(&file.standing, lang));
        self.both("p", &zh, &en);
        self.text("p", &file.standing.note);
        for track in &file.tracks {
            self.track(pack, track);
        }
    }

    fn track(&mut self, pack: &Pack, track: &Track) {
        self.raw(&format!("<div class=\"track\" id=\"{}\">\n", anchor(pack, track)));
        self.text("h3", &track.title);
        let [zh, en] = LANGS
            .map(|lang| format!("{}{}{}", applicant_title(track, lang), lang.pick("：", ": "), track.who.get(lang)));
        self.both("p", &zh, &en);
        self.materials(pack, &track.materials);
        self.papers(pack, &track.topics);
        self.raw("</div>\n");
    }

    /// What the document wants handed in.
    fn materials(&mut self, pack: &Pack, materials: &[Material]) {
        self.both("h4", "申报材料", "Materials to submit");
        if materials.is_empty() {
            self.both("p", "文件没有列明要提交的材料。", "The document lists nothing to submit.");
            return;
        }
        self.raw("<ul class=\"list\">\n");
        for Material { title, note, cite, .. } in materials {
            self.item(pack, title, note, cite);
        }
        self.raw("</ul>\n");
    }

    /// What helps to answer, by the topics in which it is asked.
    fn papers(&mut self, pack: &Pack, topics: &[Topic]) {
        let proof = |id: &String| pack.fact(id).and_then(|fact| Some((fact, fact.evidence.as_ref()?)));
        let topics = topics.iter().map(|topic| (topic, topic.facts.iter().filter_map(proof).collect::<Vec<_>>()));
        let topics: Vec<_> = topics.filter(|(_, facts)| !facts.is_empty()).collect();
        if topics.is_empty() {
            return;
        }
        self.both("h4", "可备的佐证材料", "Papers that help");
        for (topic, facts) in topics {
            self.text("h5", &topic.title);
            self.raw("<ul class=\"list\">\n");
            for (Fact { label, cite, .. }, evidence) in facts {
                self.item(pack, label, evidence, cite);
            }
            self.raw("</ul>\n");
        }
    }

    fn item(&mut self, pack: &Pack, title: &Text, note: &Text, cite: &str) {
        self.raw("<li>");
        for lang in LANGS {
            let clause = pack.clause(cite).map_or(cite, |clause| clause.label(lang));
            let [title, note, clause] = [title.get(lang), note.get(lang), clause].map(escaped);
            let class = lang.pick("", " class=\"en\" lang=\"en\"");
            self.raw(&format!("<p{class}><b>{title}</b> <span class=\"clause\">{clause}</span><br>{note}</p>"));
        }
        self.raw("</li>\n");
    }

    fn text(&mut self, element: &str, text: &Text) {
        self.both(element, &text.zh, &text.en);
    }

    /// The Chinese in an element of its own, the English below it.
    fn both(&mut self, element: &str, zh: &str, en: &str) {
        let [zh, en] = [zh, en].map(escaped);
        self.raw(&format!("<{element}>{zh}</{element}>\n<p class=\"en\" lang=\"en\">{en}</p>\n"));
    }

    fn raw(&mut self, html: &str) {
        self.html.push_str(html);
    }
}

/// From when the document holds and, where it says so, until when. What that means today is not for a page that stays.
fn term(dates: &Dates, lang: Lang) -> String {
    let Some(first) = dates.in_force else {
        return lang.pick("征求意见稿，尚未印发", "A consultation draft, not issued").to_owned();
    };
    let mut term = format!("{}{}", lang.pick("实施：", "In force from "), first.in_prose(lang));
    let ends = [
        (dates.trial_until, ["；试用期至：", "; trial until "]),
        (dates.period_until, ["；实施期至：", "; period until "]),
        (dates.superseded_on, ["；被新文件替代：", "; replaced on "]),
    ];
    for (day, [zh, en]) in ends {
        if let Some(day) = day {
            // Writing to a string cannot fail.
            _ = write!(term, "{}{}", lang.pick(zh, en), day.in_prose(lang));
        }
    }
    term
}

fn anchor(pack: &Pack, track: &Track) -> String {
    escaped(&format!("{}.{}", pack.file.id, track.id))
}

/// Text that stays text between tags and within quotation marks.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
