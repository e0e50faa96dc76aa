//! What-if: what is tried out on the conclusion; it counts at once, and is kept only when the what-if ends so.

use std::collections::BTreeSet;

use super::filing::Filing;
use super::route::Page;
use super::state::{Msg, Session};
use crate::model::{Grow, Value};

impl Session {
    /// The open draft as it is to be kept: with the answers it had before others were tried out.
    pub fn kept(&self) -> Filing {
        let filing = self.filing.clone();
        match self.before_what_if.as_deref().cloned() {
            Some(Filing { answers, typed, left, unsure, .. }) => Filing { answers, typed, left, unsure, ..filing },
            None => filing,
        }
    }

    /// All drafts as they are to be kept, the open one first.
    pub fn drafts(&self) -> impl Iterator<Item = Filing> {
        let open = Some(self.kept()).filter(|open| !open.is_blank());
        open.into_iter().chain(self.shelf.iter().cloned())
    }

    /// The facts for which something else is tried out than is kept.
    pub fn tried(&self) -> BTreeSet<String> {
        let Some(before) = self.before_what_if.as_deref() else { return BTreeSet::new() };
        let given = [before, &self.filing].into_iter().flat_map(Filing::given);
        given.filter(|fact| stand(before, fact) != stand(&self.filing, fact)).map(ToOwned::to_owned).grown()
    }

    /// What a message begins to try out, or gives up, before it does what it says.
    pub(super) fn mind_what_if(&mut self, msg: &Msg) {
        if leaves_what_if(msg) {
            self.filing = self.kept();
            self.before_what_if = None;
        } else if self.page == Page::Conclusion && self.before_what_if.is_none() && is_tried_out(msg) {
            self.before_what_if = Some(Box::new(self.filing.clone()));
        }
    }

    /// Back to what is kept for one fact.
    pub(super) fn put_back(&mut self, fact: &str) {
        let Some(before) = self.before_what_if.as_deref() else { return };
        self.filing.take_back(fact);
        if let Some(value) = before.answers.get(fact) {
            self.filing.answers.set(fact, value.clone());
        }
        self.filing.typed.extend(before.typed.get(fact).map(|text| (fact.to_owned(), text.clone())));
        self.filing.unsure.extend(before.unsure.get(fact).cloned());
    }

    /// A what-if that came back to what is kept is over.
    pub(super) fn end_idle_what_if(&mut self) {
        if self.tried().is_empty() {
            self.before_what_if = None;
        }
    }
}

/// Whether a message on the conclusion changes an answer.
const fn is_tried_out(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Answered { .. } | Msg::Tried(_) | Msg::Typed { .. } | Msg::SaidUnsure { .. } | Msg::TookBack { .. }
    )
}

/// Whether a message gives up what is being tried out: it says so, or leads away from the conclusion or to another draft.
pub(super) const fn leaves_what_if(msg: &Msg) -> bool {
    match msg {
        Msg::TrialEnded { keep } => !*keep,
        Msg::PageOpened(page) | Msg::StepChosen(page) | Msg::EntryOpened { page, .. } => {
            !matches!(page, Page::Conclusion)
        }
        Msg::Continued
        | Msg::WentBack
        | Msg::Begun { .. }
        | Msg::LinkFollowed { .. }
        | Msg::FilingOpened { .. }
        | Msg::FilingCopied { .. }
        | Msg::FilingDeleted { .. }
        | Msg::FilingBrought(_) => true,
        _ => false,
    }
}

/// What stands for a fact: its answer or else the text that is none, and whether it was said to be unclear.
fn stand<'f>(filing: &'f Filing, fact: &str) -> (Option<&'f Value>, Option<&'f str>, bool) {
    let answer = filing.answers.get(fact);
    (answer, filing.unread(fact), filing.unsure.contains(fact))
}
