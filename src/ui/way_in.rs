//! The way in: what the loader calls. The first module has this, and the engine; whatever else it takes is sent for.

use super::browser::{Refused, Shipped, today};
use super::chunk::PARTS;
use super::late::{Absent, Mount};
use super::live::Live;
use super::store::packs;
use crate::model::Lang;

/// What puts a widget into an element.
pub async fn widget() -> Result<Mount, Refused> {
    (PARTS.widget)().await.map_err(|Absent| Refused("the widget did not come".to_owned()))
}

/// What `zhice verify --format json` says of a draft, with these packs.
pub async fn verify(draft: &str, shipped: Vec<Shipped>) -> Result<String, Refused> {
    let late = (PARTS.late)().await.map_err(|Absent| Refused("what verifies did not come".to_owned()))?;
    let mut read = Vec::new();
    for pack in shipped {
        read.push(packs::read(&pack.into(), &PARTS).await?);
    }
    Ok((late.verify)(draft, &read))
}

/// What assesses a page of this track that stands in. Nothing stands in for a pack that nobody has checked.
pub fn live(pack: Shipped, track: &str, lang: Lang) -> Result<Live, Refused> {
    let pack = packs::vouched(&pack.into()).ok_or_else(|| Refused("nobody has checked the pack".to_owned()))??;
    Live::of(pack, track, lang).ok_or_else(|| Refused(format!("there is no track `{track}`")))
}

/// What comes today of names and values as `FormData` has them, as JSON.
pub fn found(live: &Live, entered: &str) -> Result<String, Refused> {
    let unread = |error: serde_json::Error| Refused(error.to_string());
    let entered = serde_json::from_str(entered).map_err(unread)?;
    serde_json::to_string(&live.found(today(), entered)).map_err(unread)
}
