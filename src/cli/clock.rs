//! The one place outside the browser that reads a clock.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::{AsOf, Date};

/// Today in China, which keeps one time, eight hours ahead of UTC. `None` where the clock tells no day of the calendar.
pub fn today() -> Option<AsOf> {
    const AHEAD: u64 = 8 * 60 * 60;
    const DAY: u64 = 24 * 60 * 60;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Date::from_days_since_epoch(u32::try_from((seconds + AHEAD) / DAY).ok()?)
}
