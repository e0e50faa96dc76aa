//! Visited pages by their entries in the history, whatever a host makes of the state of an entry.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Reflect, global};
use wasm_bindgen::JsValue;

use crate::ui::route::Page;

/// A host's `replaceState` takes a page out of the state of an entry. Where it is left by Back, that cannot be mended
/// there any more, and Forward would find nothing.
#[derive(Clone, Default)]
pub struct Visited(Rc<RefCell<BTreeMap<String, Page>>>);

impl Visited {
    /// Remembers the page of the present entry.
    pub fn note(&self, page: Page) {
        if let Some(key) = entry_key() {
            self.0.borrow_mut().insert(key, page);
        }
    }

    /// The page that was remembered for the present entry.
    pub fn page(&self) -> Option<Page> {
        self.0.borrow().get(&entry_key()?).copied()
    }
}

/// What tells the present entry from the others: its key in the Navigation API, which older browsers do not have.
fn entry_key() -> Option<String> {
    let step = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok().filter(JsValue::is_object);
    let entry = step(&step(&global(), "navigation")?, "currentEntry")?;
    Reflect::get(&entry, &"key".into()).ok()?.as_string()
}
