//! The first pages, which stand in place of a widget until the module is there: in the page that is its own, and in a
//! file for each track that an element may name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Value, json};

use super::Place;
use super::crates::FEATURE;
use super::version::Version;
use super::web::Asset;
use super::written::Node;
use crate::command::answer;
use crate::failure::Failure;
use crate::files;
use crate::toolbox::Toolbox;

/// Where the first page goes in the page of the widget's own, and where it says for which days it is.
const BOX: &str = "<div id=\"zhice\"></div>";
const ROOT: &str = "<html lang=\"zh-CN\">";

/// What the components wrote.
#[derive(Deserialize)]
pub struct FirstPages {
    start: Vec<Period>,
    tracks: Vec<TrackPages>,
}

#[derive(Deserialize)]
struct TrackPages {
    programme: String,
    track: String,
    periods: Vec<Period>,
}

/// Pages that say the same from one day to before another, in both languages.
#[derive(Deserialize)]
struct Period {
    from: String,
    until: Option<String>,
    zh: Vec<String>,
    en: Vec<String>,
}

impl FirstPages {
    /// Has the components write their pages, for the days from that of the version on.
    pub fn made(tools: &Toolbox, place: &Place, version: &Version) -> Result<Self, Failure> {
        let build =
            ["build", "--quiet", "--bin", "prerender", "--locked", "--no-default-features", "--features", FEATURE];
        let mut cargo = tools.command("cargo", build);
        place.run(cargo.current_dir(&place.sources).env("CARGO_TARGET_DIR", &place.target))?;
        let day: String = version.released.chars().take(10).collect();
        let program = place.target.join("debug/prerender");
        let wrong = || Failure::of("the first pages could not be made");
        let said = answer(
            tools
                .command(&program.to_string_lossy(), [&*day, &*place.packs.to_string_lossy()])
                .current_dir(&place.sources),
        )
        .ok_or_else(wrong)?;
        serde_json::from_str(&said).map_err(|error| wrong().detail(error.to_string()))
    }

    /// A file for each track, by `programme/track`.
    pub fn ship(&self, place: &Place) -> Result<BTreeMap<String, Asset>, Failure> {
        let ship = |TrackPages { programme, track, periods }: &TrackPages| {
            let periods = periods.iter().map(Period::json).collect::<Result<Vec<_>, _>>()?;
            let content = json!(periods).to_string();
            let asset = Asset::hashed(&format!("first-{programme}-{track}"), "json", content.as_bytes());
            files::write(&place.web().join(&asset.name), content)?;
            Ok((format!("{programme}/{track}"), asset))
        };
        self.tracks.iter().map(ship).collect()
    }

    /// The page of the widget's own with its first page in it: the Chinese one of these days where it is seen, the others
    /// put by.
    pub fn stand_in(&self, page: &str) -> Result<String, Failure> {
        let (now, later) = self.start.split_first().ok_or_else(|| Failure::of("there is no first page"))?;
        let days = [Some(&now.from), now.until.as_ref()].into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        let mut put_by = String::new();
        for (lang, period) in later.iter().map(|period| ("zh", period)).chain(self.start.iter().map(|all| ("en", all)))
        {
            let until = period.until.as_ref().map_or_else(String::new, |until| format!(" data-until=\"{until}\""));
            let pages = html(if lang == "zh" { &period.zh } else { &period.en })?;
            let from = &period.from;
            // Writing to a string cannot fail.
            _ = write!(
                put_by,
                "\n    <template class=\"zhice-first\" data-first=\"{lang}\" data-from=\"{from}\"{until}>{pages}</template>"
            );
        }
        let shown = format!("<div id=\"zhice\" class=\"zhice-place zhice-first\">{}</div>{put_by}", html(&now.zh)?);
        let root = format!("<html lang=\"zh-CN\" data-zhice-days=\"{}\">", days.join(" "));
        if !page.contains(BOX) || !page.contains(ROOT) {
            return Err(Failure::of("the first page finds no place").help(format!("write `{ROOT}` and `{BOX}`")));
        }
        Ok(page.replacen(BOX, &shown, 1).replacen(ROOT, &root, 1))
    }
}

impl Period {
    fn json(&self) -> Result<Value, Failure> {
        let pages = |pages: &[String]| {
            pages.iter().map(|page| Ok(Node::read(page)?.json())).collect::<Result<Vec<_>, Failure>>()
        };
        Ok(json!({ "from": self.from, "until": self.until, "zh": pages(&self.zh)?, "en": pages(&self.en)? }))
    }
}

fn html(pages: &[String]) -> Result<String, Failure> {
    let mut written = String::new();
    for page in pages {
        Node::read(page)?.html(&mut written);
    }
    Ok(written)
}
