//! Host events: what the page around the widget is told.

use serde_json::json;

use super::prefill::Prefilled;
use super::route::Page;
use crate::engine::assess::ENGINE;

/// Something a host may know. It says neither what was answered nor what came of it, except for the draft that the
/// person gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostEvent<'a> {
    Ready,
    /// Another page is shown.
    Step(Page),
    /// A conclusion is shown, of this programme and track.
    Result(&'a str, &'a str),
    /// A draft was taken away, in this form.
    Export(&'a str),
    /// What became of each key that the portal filled in; never with a value.
    Prefilled(&'a Prefilled),
    /// The person gives the draft to the portal: the name of the file, and its text.
    Draft(&'a str, &'a str),
    /// Something is wrong that whoever runs the portal can mend, or should know.
    Error(&'a str),
}

impl HostEvent<'_> {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Step(_) => "step",
            Self::Result(..) => "result",
            Self::Export(_) => "export",
            Self::Prefilled(_) => "prefilled",
            Self::Draft(..) => "draft",
            Self::Error(_) => "error",
        }
    }

    /// As JSON.
    pub fn detail(self) -> String {
        let detail = match self {
            Self::Ready => json!({ "version": ENGINE }),
            Self::Step(Page::Questions(topic)) => json!({ "page": "questions", "topic": topic }),
            Self::Step(page) => json!({ "page": page, "topic": null }),
            Self::Result(programme, track) => json!({ "programme": programme, "track": track }),
            Self::Export(form) => json!({ "form": form }),
            Self::Prefilled(prefilled) => json!(prefilled),
            Self::Draft(file, draft) => json!({ "file": file, "draft": draft }),
            Self::Error(code) => json!({ "code": code }),
        };
        detail.to_string()
    }
}
