//! The pack that answers make: one fact, one condition that asks for it and, where there is support, one measure.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::{Quantity, Text, numeral};
use crate::pack::PackFile;
use crate::pack::programme::FORMAT;

/// The answers by key; empty where there is none.
pub struct Told(pub BTreeMap<&'static str, String>);

impl Told {
    fn get(&self, key: &str) -> &str {
        self.0.get(key).map(String::as_str).unwrap_or_default()
    }

    fn optional(&self, key: &str) -> Option<&str> {
        Some(self.get(key)).filter(|text| !text.is_empty())
    }

    fn text(&self, key: &str) -> Text {
        Text { zh: self.get(&format!("{key}_zh")).to_owned(), en: self.get(&format!("{key}_en")).to_owned() }
    }

    /// Whether somebody decides on support.
    pub fn has_support(&self) -> bool {
        matches!(self.get("kind"), "application" | "claim")
    }

    /// The pack under an id. A field that the language has and the template lacks would be an error here, which tests
    /// rule out.
    pub fn pack(&self, id: &str) -> serde_json::Result<PackFile> {
        let fact = format!("{id}.condition");
        let condition = self.text("condition");
        let mut pack = json!({
            "format": FORMAT,
            "id": id,
            "version": self.optional("version").unwrap_or("1.0.0"),
            "title": self.text("title"),
            "document": {
                "title": self.text("document"),
                "number": self.optional("number"),
                "issuer": self.text("issuer"),
                "issued": null,
            },
            "standing": {
                "trial_until": null, "period_until": null, "superseded_on": null,
                "note": self.note(),
                "cite": self.get("in_force_cite"),
            },
            "clauses": self.clauses(),
            "terms": [], "scales": [], "readings": [],
            "facts": [{
                "id": fact,
                "type": "bool",
                "label": condition,
                "question": {
                    "zh": format!("是否符合：{}？", condition.zh),
                    "en": format!("Does this hold: {}?", condition.en),
                },
                "cite": self.get("condition_cite"),
            }],
            "tracks": [self.track(&fact)],
        });
        if let Some((day, standing)) = self.optional("in_force").zip(pack.get_mut("standing")) {
            put(standing, "in_force", day.into());
        }
        serde_json::from_value(pack)
    }

    /// What is not known yet. A pack has to say how measures add up, and nobody was asked.
    fn note(&self) -> Text {
        let [zh, en] = if self.has_support() {
            [
                "；多项支持如何合并也未核对，暂按相加计算",
                ", nor how several measures go together: they are added up until then",
            ]
        } else {
            ["", ""]
        };
        Text {
            zh: format!("由 zhice new 起草，尚未与原文逐条核对{zh}。"),
            en: format!("Started with zhice new; not yet compared with the document article by article{en}."),
        }
    }

    fn track(&self, fact: &str) -> Value {
        let mut track = json!({
            "id": "first",
            "title": self.text("title"),
            "applicant": self.get("applicant"),
            "kind": self.get("kind"),
            "who": {"zh": "符合文件规定的主体", "en": "Whoever the document names"},
            "outcome": {
                "zh": "对照条款看是否符合，仅供参考",
                "en": "Whether the conditions are met, for reference only",
            },
            "topics": [{
                "id": "basics",
                "title": {"zh": "基本情况", "en": "Basics"},
                "lead": {"zh": "先看是否符合条件。", "en": "First, whether the conditions are met."},
                "facts": [fact],
            }],
            "record": [],
            "conditions": [{
                "id": "condition",
                "title": self.text("condition"),
                "needs": {"is": fact},
                "cite": self.get("condition_cite"),
            }],
            "priorities": [], "indicators": [], "consequences": [], "narratives": [], "materials": [], "procedure": [],
        });
        if self.has_support() {
            let support = json!({
                "measures": [{
                    "id": "measure",
                    "title": self.text("measure"),
                    "form": "money",
                    "limit": self.get("measure_limit"),
                    "requires": ["condition"],
                    "amount": {"fixed": self.get("measure_yuan").parse::<Quantity>().unwrap_or_default()},
                    "cite": self.get("measure_cite"),
                }],
                "cumulation": {"rule": {"always": "add"}, "cite": self.get("measure_cite")},
            });
            put(&mut track, "support", support);
        }
        track
    }

    /// Each clause once, with what is known to stand in it.
    fn clauses(&self) -> Vec<Value> {
        let issued = Text {
            zh: "文件的施行与依据。".to_owned(),
            en: "On its being in force, and its basis.".to_owned(),
        };
        let mut said = vec![(self.get("in_force_cite"), issued), (self.get("condition_cite"), self.text("condition"))];
        said.extend(self.has_support().then(|| (self.get("measure_cite"), self.text("measure"))));
        let mut clauses: Vec<(&str, Text)> = Vec::new();
        for (cite, says) in said {
            match clauses.iter_mut().find(|(known, _)| *known == cite) {
                Some((_, known)) => {
                    known.zh = format!("{}；{}", known.zh.trim_end_matches('。'), says.zh);
                    known.en = format!("{}; {}", known.en.trim_end_matches('.'), says.en);
                }
                None => clauses.push((cite, says)),
            }
        }
        let clause = |(cite, says): (&str, Text)| json!({"cite": cite, "cite_en": in_english(cite), "says": says, "role": "encoded"});
        clauses.into_iter().map(clause).collect()
    }
}

fn put(object: &mut Value, key: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
}

/// 第九条 as `Art. 9`; any other citation as it is.
fn in_english(cite: &str) -> String {
    let number = cite.strip_prefix('第').and_then(|rest| rest.strip_suffix('条')).and_then(numeral::read);
    number.map_or_else(|| cite.to_owned(), |number| format!("Art. {}", number.grouped()))
}
