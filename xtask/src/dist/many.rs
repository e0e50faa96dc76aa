//! Many made-up programmes, to see what the widget is like where there are that many.

use std::path::Path;

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::{files, paths};

const COUNT: usize = 300;

/// What each is made of.
const SAMPLE: &str = "tests/packs/good/sample.json";

const PROVINCES: [[&str; 2]; 6] = [
    ["东湖省", "Donghu"],
    ["海西省", "Haixi"],
    ["江左省", "Jiangzuo"],
    ["岭北省", "Lingbei"],
    ["南原省", "Nanyuan"],
    ["西山省", "Xishan"],
];

const CITIES: [[&str; 2]; 12] = [
    ["安平市", "Anping"],
    ["白石市", "Baishi"],
    ["长桥市", "Changqiao"],
    ["大川市", "Dachuan"],
    ["丰城市", "Fengcheng"],
    ["古渡市", "Gudu"],
    ["和光市", "Heguang"],
    ["金山市", "Jinshan"],
    ["柳园市", "Liuyuan"],
    ["明德市", "Mingde"],
    ["青江市", "Qingjiang"],
    ["文昌市", "Wenchang"],
];

const SUBJECTS: [[&str; 2]; 8] = [
    ["知识产权服务业支持", "support for IP services"],
    ["专利转化专项", "a programme on putting patents to use"],
    ["商标品牌培育", "growing brands"],
    ["地理标志保护", "protecting geographical indications"],
    ["知识产权质押融资贴息", "interest on loans against IP"],
    ["海外维权援助", "help with disputes abroad"],
    ["导航评议", "patent landscaping"],
    ["示范企业认定", "recognising model enterprises"],
];

const APPLICANTS: [&str; 4] = ["agency", "firm", "university", "government"];
const KINDS: [&str; 4] = ["application", "claim", "self_evaluation", "check"];

/// Writes them into a folder, each a pack that checks.
pub fn write(folder: &Path) -> Result<(), Failure> {
    files::empty(folder)?;
    let sample: Value = serde_json::from_str(&files::text(&paths::root().join(SAMPLE))?)
        .map_err(|error| Failure::of(format!("{SAMPLE}: {error}")))?;
    (0..COUNT).try_for_each(|number| {
        let pack = made(&sample, number);
        let id = pack.get("id").and_then(Value::as_str).unwrap_or_default();
        files::write(&folder.join(format!("{id}.json")), pack.to_string())
    })
}

/// The sample, as the programme of another place on another subject.
fn made(sample: &Value, number: usize) -> Value {
    let of = |words: &[[&'static str; 2]], at: usize| words.get(at % words.len()).copied().unwrap_or_default();
    let word = |words: &[&'static str], at: usize| words.get(at % words.len()).copied().unwrap_or_default();
    let text = |[zh, en]: [&str; 2]| json!({ "zh": zh, "en": en });
    let (province, city, subject) =
        (of(&PROVINCES, number), of(&CITIES, number / PROVINCES.len()), of(&SUBJECTS, number / 7));
    let (year, serial) = (2020 + number % 7, number + 1);
    let place = match number % 25 {
        0 => vec![],
        1 => vec![text(province)],
        _ => vec![text(province), text(city)],
    };
    let issuer =
        [format!("{}{}知识产权局", province[0], city[0]), format!("IP Office of {}, {}", city[1], province[1])];
    let title = [format!("{}{year}年{}", city[0], subject[0]), format!("{}: {} ({year})", city[1], subject[1])];
    let mut pack = sample.clone();
    let both = |[zh, en]: [String; 2]| json!({ "zh": zh, "en": en });
    let document = [format!("{}办法", title[0]), format!("Rules on {}", title[1])];
    set(&mut pack, "", "id", json!(format!("made-{serial:03}")));
    set(&mut pack, "", "title", both(title));
    set(&mut pack, "", "place", json!(place));
    set(&mut pack, "/document", "title", both(document));
    set(&mut pack, "/document", "number", json!(format!("{}知发〔{year}〕{serial}号", city[0])));
    set(&mut pack, "/document", "issuer", both(issuer));
    set(&mut pack, "/standing", "in_force", json!(format!("{year}-0{}-01", 1 + number % 9)));
    set(&mut pack, "/standing", "trial_until", json!(number.is_multiple_of(3).then(|| format!("{}-12-31", year + 2))));
    for at in 0..2 {
        let track = format!("/tracks/{at}");
        set(&mut pack, &track, "applicant", json!(word(&APPLICANTS, number + at)));
        set(&mut pack, &track, "kind", json!(word(&KINDS, number / 3 + at)));
    }
    pack
}

/// Gives the object at a pointer, if there is one, a member.
fn set(json: &mut Value, pointer: &str, key: &str, value: Value) {
    if let Some(object) = json.pointer_mut(pointer).and_then(Value::as_object_mut) {
        object.insert(key.to_owned(), value);
    }
}
