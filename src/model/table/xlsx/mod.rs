//! Workbooks by ECMA-376, of which only what cells say is read: no formulas, no looks.
//!
//! A library for every office format weighs ten times as much as this module with its two, and makes numbers floats.

mod archive;
mod number;
mod sheet;
mod styles;
mod xml;

use archive::Archive;
use xml::{Element, elements};

use super::{Sheet, Table, TableError};

/// Reads the first visible sheet.
pub fn read(bytes: &[u8]) -> Result<Table, TableError> {
    read_parts(&Archive::open(bytes).ok_or(TableError::Damaged)?)
}

fn read_parts(archive: &Archive<'_>) -> Result<Table, TableError> {
    let part = |name: &str| archive.part(name)?.ok_or(TableError::Damaged);
    let root = Relations::read(&part("_rels/.rels")?, "");
    let workbook_name = root.of_kind("officeDocument").ok_or(TableError::Damaged)?;
    let workbook = part(workbook_name)?;
    let (folder, file) = workbook_name.rsplit_once('/').unwrap_or(("", workbook_name));
    let relations = Relations::read(&part(&joined(folder, &format!("_rels/{file}.rels")))?, folder);

    let mut visible = Vec::new();
    let mut from_1904 = false;
    elements(&workbook, |element| match element {
        Element::Open("sheet", attributes) if attributes.get("state").is_none_or(|state| state == "visible") => {
            visible.push((attributes.get("name").unwrap_or_default(), attributes.get("id").unwrap_or_default()));
        }
        Element::Open("workbookPr", attributes) => {
            from_1904 = attributes.get("date1904").is_some_and(|on| on == "1" || on == "true");
        }
        _ => {}
    })
    .ok_or(TableError::Damaged)?;
    let of = visible.len();
    let (name, id) = visible.into_iter().next().ok_or(TableError::Damaged)?;
    let place = relations.by_id(&id).ok_or(TableError::Damaged)?;

    let optional = |kind: &str| relations.of_kind(kind).map_or(Ok(None), |name| archive.part(name));
    let texts = optional("sharedStrings")?.map_or(Some(Vec::new()), |xml| sheet::shared_texts(&xml));
    let days = optional("styles")?.map_or(Some(Vec::new()), |xml| styles::days(&xml));
    let (Some(texts), Some(days)) = (texts, days) else { return Err(TableError::Damaged) };
    let context = sheet::Context { texts: &texts, days: &days, from_1904 };
    Ok(Table { rows: context.rows(&part(place)?)?, sheet: Some(Sheet { name, of }) })
}

/// Which part stands for what, by id and kind.
struct Relations(Vec<[String; 3]>);

impl Relations {
    fn read(xml: &str, folder: &str) -> Self {
        let mut relations = Vec::new();
        let read = elements(xml, |element| {
            if let Element::Open("Relationship", attributes) = element {
                let [id, kind, target] = ["Id", "Type", "Target"].map(|name| attributes.get(name).unwrap_or_default());
                relations.push([id, kind, joined(folder, &target)]);
            }
        });
        Self(read.map_or(Vec::new(), |()| relations))
    }

    fn by_id(&self, wanted: &str) -> Option<&str> {
        self.0.iter().find_map(|[id, _, target]| (id == wanted).then_some(target.as_str()))
    }

    /// Kinds are addresses, which differ in their heads.
    fn of_kind(&self, wanted: &str) -> Option<&str> {
        self.0.iter().find_map(|[_, kind, target]| (kind.rsplit('/').next()? == wanted).then_some(target.as_str()))
    }
}

/// A target from its folder, or from the root.
fn joined(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}
