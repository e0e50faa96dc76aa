//! What a result in JSON is of: programme and track, the day, and whether the document holds on it.

use serde::Serialize;

use super::case::OpenedCase;
use crate::engine::Standing;
use crate::model::AsOf;

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Stamp<'a> {
    programme: &'a str,
    track: &'a str,
    as_of: AsOf,
    standing: Standing,
}

impl<'a> Stamp<'a> {
    pub fn of(case: &OpenedCase<'a>) -> Self {
        let file = &case.track.pack.file;
        Self {
            programme: &file.id,
            track: &case.track.track.id,
            as_of: case.as_of,
            standing: Standing::of(&file.standing, case.as_of),
        }
    }
}
