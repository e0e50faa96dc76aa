//! Instead of the element around a widget, where pages are made before there is a browser: it asks, and is told
//! nothing.

#![allow(clippy::unused_self, reason = "it has the methods of the element in a browser")]

use std::future::ready;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

/// What the element asks for.
#[derive(Clone, Default)]
pub struct Host {
    pub lang: String,
    pub programme: String,
    pub track: String,
}

impl Host {
    pub fn lang(&self) -> String {
        self.lang.clone()
    }

    pub fn programme(&self) -> String {
        self.programme.clone()
    }

    pub fn track(&self) -> String {
        self.track.clone()
    }

    pub const fn packs(&self) -> String {
        String::new()
    }

    pub const fn persists(&self) -> bool {
        true
    }

    pub const fn handoff(&self) -> String {
        String::new()
    }

    pub async fn index(&self) -> Result<Uint8Array, JsValue> {
        ready(Err(JsValue::NULL)).await
    }

    pub async fn shipped(&self, _programme: &str) -> Result<Vec<Shipped>, JsValue> {
        ready(Ok(Vec::new())).await
    }

    pub const fn loaded(&self) -> Vec<Noted> {
        Vec::new()
    }

    pub const fn sent(&self) -> Vec<Noted> {
        Vec::new()
    }

    pub const fn kept(&self) -> Option<Vec<Noted>> {
        None
    }

    pub const fn tell(&self, _event: &str, _detail: &str) {}

    pub const fn remember(&self, _session: &str, _key: &str) {}

    pub const fn wear(&self, _document: &Document, _style: &str) -> bool {
        false
    }

    pub const fn watch(&self, _picture: &Element, _ems: u32) {}
}

/// There is nobody to tell.
pub const fn tell_of_crashes(_host: &Host) {}

/// Nothing was loaded, nothing is kept.
pub enum Noted {}

impl Noted {
    pub const fn name(&self) -> String {
        match *self {}
    }

    pub const fn bytes(&self) -> u32 {
        match *self {}
    }

    pub const fn checked(&self) -> bool {
        match *self {}
    }
}

/// No pack was given.
pub enum Shipped {}

impl Shipped {
    pub const fn programme(&self) -> String {
        match *self {}
    }

    pub const fn digest(&self) -> String {
        match *self {}
    }

    pub const fn content(&self) -> Vec<u8> {
        match *self {}
    }
}
