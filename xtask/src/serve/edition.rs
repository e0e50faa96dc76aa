//! Which build of the widget is served.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// How long a page waits for another edition before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// An edition is called by the time it was made, so that one of an earlier server is another.
pub struct Edition {
    made: Mutex<String>,
    renewed: Condvar,
}

impl Edition {
    pub fn new() -> Self {
        Self { made: Mutex::new(now()), renewed: Condvar::new() }
    }

    /// There is another one: those who wait are told.
    pub fn renew(&self) {
        *self.made.lock().unwrap_or_else(PoisonError::into_inner) = now();
        self.renewed.notify_all();
    }

    /// Waits for a while until it is another than this one, and says which it is.
    pub fn other_than(&self, shown: &str) -> String {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.renewed.wait_timeout_while(made, PATIENCE, |made| made == shown);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}

fn now() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    since.as_micros().to_string()
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn who_waits_is_told_of_another_edition() {
        let edition = Edition::new();
        let first = edition.other_than("");
        thread::scope(|scope| {
            let waits = scope.spawn(|| edition.other_than(&first));
            edition.renew();
            assert_ne!(waits.join().unwrap(), first);
        });
    }
}
