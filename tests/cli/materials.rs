//! `zhice materials`.

use roxmltree::{Document, Node};
use zhice::model::Lang;
use zhice::pack::{Pack, builtin};

use crate::zhice::{SAMPLE, Zhice};

/// The page as a tree. What HTML leaves open is closed first, so that a reader of XML takes it.
fn tree(page: &str) -> String {
    page.lines()
        .skip_while(|line| !line.starts_with("<body"))
        .take_while(|line| *line != "</html>")
        .collect::<String>()
        .replace("<br>", "<br/>")
}

/// The text of each element of this name, white space as it is.
fn texts(page: &Document<'_>, element: &str) -> Vec<String> {
    let text = |node: Node<'_, '_>| node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    page.descendants().filter(|node| node.has_tag_name(element)).map(text).collect()
}

#[test]
fn the_published_page_is_that_of_this_program() {
    Zhice::new().args(["materials"]).exits(0).same_as("public/materials.html");
}

#[test]
fn every_material_of_every_track_is_there_in_both_languages() {
    let page = tree(&Zhice::new().args(["materials"]).exits(0).stdout);
    let page = Document::parse(&page).expect("elements that close");
    let items = texts(&page, "li");
    let has = |parts: [&str; 2]| items.iter().any(|item| parts.iter().all(|part| item.contains(part)));
    for pack in builtin::all() {
        for track in &pack.file.tracks {
            for lang in [Lang::Zh, Lang::En] {
                assert!(texts(&page, lang.pick("h3", "p")).contains(&track.title.get(lang).to_owned()));
                for material in &track.materials {
                    assert!(has([material.title.get(lang), material.note.get(lang)]), "{}", material.id);
                }
                let facts = track.topics.iter().flat_map(|topic| &topic.facts).filter_map(|id| pack.fact(id));
                for fact in facts {
                    let Some(evidence) = &fact.evidence else { continue };
                    assert!(has([fact.label.get(lang), evidence.get(lang)]), "{}", fact.id);
                }
            }
        }
    }
}

#[test]
fn every_entry_of_the_contents_leads_somewhere() {
    let page = tree(&Zhice::new().args(["materials"]).exits(0).stdout);
    let page = Document::parse(&page).expect("elements that close");
    let of = |name: &'static str| page.descendants().filter_map(move |node| node.attribute(name));
    let tracks: usize = builtin::all().iter().map(|pack| pack.file.tracks.len()).sum();
    let entries: Vec<&str> = of("href").filter_map(|address| address.strip_prefix('#')).collect();
    assert_eq!(entries.len(), tracks);
    assert_eq!(entries, of("id").collect::<Vec<_>>());
}

#[test]
fn the_term_is_stated_and_the_standing_left_open() {
    let page = Zhice::new().args(["materials"]).exits(0).stdout;
    for said in [
        "实施：2020年8月25日；试用期至：2021年8月24日",
        "In force from 25 August 2020; trial until 24 August 2021",
        "实施：2018年1月1日<",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_pack_from_disk_stands_alone_and_its_words_are_text() {
    let mut json: serde_json::Value = serde_json::from_str(SAMPLE).expect("JSON");
    let hostile = "</p><script src=\"x.js\"></script><img src=x onerror='alert(1)'> &lt;b&gt; ]]>";
    json["title"]["zh"] = hostile.into();
    json["tracks"][0]["materials"][0]["note"]["en"] = hostile.into();
    let text = json.to_string();
    Pack::load(&text).expect("a pack, whatever it says");
    let page = Zhice::new().file("sample.json", text).args(["materials", "--pack", "sample.json"]).exits(0).stdout;
    let page = tree(&page);
    let page = Document::parse(&page).expect("elements that close");
    assert!(texts(&page, "h2").contains(&hostile.to_owned()));
    assert!(texts(&page, "li").iter().any(|item| item.contains(hostile)));
    let used: std::collections::BTreeSet<&str> =
        page.descendants().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
    for element in ["script", "img", "style", "iframe"] {
        assert!(!used.contains(element), "{element}");
    }
}
