//! A widget in its place on a page.

use std::any::Any;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::app::App;
use super::browser::{Browser, Host, HtmlElement};
use super::late::{Handle, Parts};
use super::session::Msg;
use super::store::Store;
use crate::model::Lang;

/// A widget in its place on a page, until it is dropped.
pub struct Widget {
    /// Goes before the owner, whose signals it reads.
    _view: Box<dyn Any>,
    _owner: Owner,
    store: Store,
}

impl Widget {
    /// Puts a widget into an element, behind what is in it.
    pub fn mount(place: HtmlElement, host: Host, parts: &'static Parts) -> Self {
        let owner = Owner::new();
        owner.with(|| {
            let browser = Browser::new(place.clone(), host);
            // A crash before the packs are read leads to a page that offers what is kept.
            if let Ok(Some(text)) = browser.load() {
                browser.remember(&text);
            }
            let store = Store::new(browser, parts);
            provide_context(store);
            let view = mount_to(place, move || {
                begin(store);
                App()
            });
            Self { _view: Box::new(view), _owner: owner.clone(), store }
        })
    }
}

impl Handle for Widget {
    fn newer_version(&self) {
        self.store.newer_version().set(true);
    }

    fn speak(&self, lang: Lang) {
        self.store.send(Msg::LangChosen(lang));
    }

    fn prefill(&self, text: &str) {
        self.store.take_prefill(text);
    }

    fn receipt(&self, text: &str) {
        self.store.take_receipt(text);
    }
}

/// Takes in the packs, sends for what comes late, brings back what was kept, and minds what happens around the widget.
fn begin(store: Store) {
    let browser = store.browser();
    browser.on_page_returned(move |page| {
        // Where several widgets share the history, an entry of one finds the others where they are.
        if store.session().with_untracked(|session| session.page != page) {
            store.return_to(page);
        }
    });
    browser.on_pasted_cleaned(move |control| store.say_cleaned(control));
    store.mind_windows();
    store.mind_late();
    spawn_local_scoped_with_cancellation(store.open());
}
