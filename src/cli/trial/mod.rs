//! `zhice try`: the widget on a pack that is being written, anew at each save.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use clap::Args;
use serde_json::Value;

use super::complaint::Complaint;
use super::file::Source;
use super::options::Language;
use super::{Exit, VerbResult, check};
use crate::model::digest::digest;
use crate::model::json::Limits;
use crate::model::text::text;
use crate::model::{Lang, Text};
use crate::pack::Pack;
use crate::serve::{Reply, Server};

/// Open the widget on a pack, and show it anew at each save
///
/// While the pack does not check, the page shows what `zhice check` says in place of the widget. The page is served to
/// this machine alone.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// The pack file
    #[arg(value_name = "PACK")]
    pack: PathBuf,
    /// The folder `web` of a release; if left out, `dist/web` here, or `web` beside the command
    #[arg(long, value_name = "FOLDER")]
    web: Option<PathBuf>,
    /// The port; 0 takes any that is free
    #[arg(long, value_name = "PORT", default_value_t = 8090)]
    port: u16,
    #[command(flatten)]
    language: Language,
}

const EXAMPLES: &str = "\
Examples:
  zhice try somewhere-2026-agencies.json
  zhice try somewhere-2026-agencies.json --web /srv/zhice/web --port 9000 --lang en

Ctrl+C stops it.

Exit: 2 the pack, the folder or the port cannot be used";

const EDITION: &str = "/try/edition?other-than=";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let source = Source::File(options.pack.clone());
    source.read(Limits::PACK)?;
    let web = options.web()?;
    let trial = Trial { source, loader: loader(&web)?, web, lang: options.language.lang };
    let taken = |error: String| {
        let port = options.port;
        let message = text!("不能使用端口 {port}：`{error}`", "port {port} cannot be used: {error}");
        Complaint::new(message).at("--port").help(text!(
            "停止占用它的程序，或者用 `--port` 另选一个",
            "stop the program that uses it, or choose another with --port"
        ))
    };
    let server = Server::bind(options.port).map_err(taken)?;
    if let Some(address) = server.address() {
        writeln!(out, "http://{address}/")?;
        out.flush()?;
    }
    server.answer(|url| trial.reply(url));
    Ok(Exit::Fine)
}

impl Options {
    /// The folder with the widget.
    fn web(&self) -> Result<PathBuf, Complaint> {
        let beside = || Some(env::current_exe().ok()?.parent()?.join("web"));
        let named = self.web.clone().map(|web| vec![web]);
        let places =
            named.unwrap_or_else(|| [Some(PathBuf::from("dist/web")), beside()].into_iter().flatten().collect());
        let tried: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
        let is_widget = |place: &PathBuf| place.join("index.html").is_file();
        places.into_iter().find(is_widget).ok_or_else(|| {
            let tried = Text { zh: tried.join(" 或 "), en: tried.join(" or ") };
            Complaint::new(text!("没有找到自测工具", "no widget there")).in_file(&tried, "").help(name_web())
        })
    }
}

/// The script that makes the widget known, as the page of the release names it.
fn loader(web: &Path) -> Result<String, Complaint> {
    let page = fs::read_to_string(web.join("index.html")).unwrap_or_default();
    let after = page.split_once(r#"<script type="module" src=""#).map(|(_, rest)| rest);
    let name = after.and_then(|rest| rest.split_once('"')).map(|(name, _)| name.to_owned());
    name.ok_or_else(|| {
        let message = text!("其中的 `index.html` 没有写出脚本", "its index.html names no script");
        Complaint::new(message).at(web.display().to_string()).help(name_web())
    })
}

fn name_web() -> Text {
    text!("用 `--web` 写出发布包的 `web` 文件夹", "name the folder `web` of a release with --web")
}

struct Trial {
    source: Source,
    web: PathBuf,
    loader: String,
    lang: Lang,
}

impl Trial {
    fn reply(&self, url: &str) -> Reply {
        match url.split('?').next().unwrap_or_default() {
            "/" => Reply::of("html", self.page()),
            "/try.js" => Reply::of("js", include_str!("try.js")),
            path if path.starts_with("/try/pack/") => Reply::of("json", self.text().unwrap_or_default()),
            "/try/edition" => Reply::text(self.other_than(url.strip_prefix(EDITION).unwrap_or_default())),
            _ => Reply::file(&self.web, url),
        }
    }

    fn text(&self) -> Result<String, Complaint> {
        self.source.read(Limits::PACK)
    }

    /// What is saved now, as a short name for it. A file that cannot be read has one too.
    fn edition(&self) -> String {
        let said = self.text().unwrap_or_else(|complaint| complaint.said(self.lang));
        digest(&Value::String(said))
    }

    /// Waits for a while until it is another than the one shown (polling, which every file system allows).
    fn other_than(&self, shown: &str) -> String {
        const PAUSE: Duration = Duration::from_millis(250);
        const TIMES: usize = 80;
        for _ in 0..TIMES {
            let saved = self.edition();
            if saved != shown {
                return saved;
            }
            thread::sleep(PAUSE);
        }
        shown.to_owned()
    }

    /// The widget on the pack, or why it cannot be shown.
    fn page(&self) -> String {
        let edition = self.edition();
        let lang = self.lang.pick("zh-CN", "en");
        let body = match self.text() {
            Err(complaint) => self.complaints(&complaint.said(self.lang)),
            Ok(text) => match Pack::load(&text) {
                // A file of another name than its programme is said to be one, as by `zhice check`.
                Ok(loaded) if self.source.stem() == Some(&loaded.pack.file.id) => {
                    let id = &loaded.pack.file.id;
                    format!(
                        "<zhice-check lang=\"{lang}\" programme=\"{id}\" packs=\"/try/pack/{id}.json\"></zhice-check>\n\
                         <script type=\"module\" src=\"/{}\"></script>",
                        self.loader
                    )
                }
                _ => self.complaints(&check::said(&self.source, &text, self.lang)),
            },
        };
        format!(
            "<!doctype html>\n<html lang=\"{lang}\" data-edition=\"{edition}\">\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>zhice try</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"/plain.css\">\n{body}\n\
             <script type=\"module\" src=\"/try.js\"></script>\n</html>\n"
        )
    }

    fn complaints(&self, said: &str) -> String {
        let title = self
            .lang
            .pick("政策包还有问题，改好并保存后自动显示", "The pack has errors; mend and save it, and it shows");
        let said = said.replace('&', "&amp;").replace('<', "&lt;");
        // A line that is set in belongs to the finding above it.
        let said = said.replace("\n  ", "</p><p>");
        let items = said.lines().collect::<Vec<_>>().join("</p></li>\n<li><p>");
        format!("<main class=\"plain\"><h1>{title}</h1>\n<ul>\n<li><p>{items}</p></li>\n</ul></main>")
    }
}
